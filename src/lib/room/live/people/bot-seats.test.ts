import { describe, expect, test } from 'vitest';
import { openLiveRoom } from '../../testing/live-room.ts';
import { codeOf, commit, deciding, filled } from '../../testing/filled-room.ts';

const takeOver = (team: string) => ({ type: 'takeOverByBot', team, role: null, bot: 'record' }) as const;
const giveBack = (team: string) => ({ type: 'giveBack', team, role: null }) as const;

/** On to the next open round. */
async function nextRound(room: Awaited<ReturnType<typeof deciding>>) {
	await room.goOn('p1');
	await room.until(() => room.step().step === 'situation');
	await room.goOn('p1');
}

describe('a bot in the seat of people', () => {
	test('R120: plays from the minute at which it is put in until the seat is given back; what was done before and after stands', async () => {
		const room = await deciding();
		await room.ask('p2', commit('paper'));
		expect(codeOf(await room.ask('p1', takeOver('makers')))).toBe('accepted');
		expect(codeOf(await room.ask('p1', takeOver('ward')))).toBe('accepted');
		expect(codeOf(await room.ask('p4', commit('roll-back')))).toBe('botPlays');
		await nextRound(room);
		await nextRound(room);
		expect(codeOf(await room.ask('p1', giveBack('ward')))).toBe('accepted');
		const acts = (await room.log()).flatMap((event) =>
			event.type === 'playedBy'
				? [`${event.seat} ${event.bot} ${event.atMin}`]
				: event.type === 'decisionCommitted'
					? [`${event.decision} ${event.atMin}`]
					: []
		);
		expect(acts).toEqual([
			'paper 20',
			'vendor record 20',
			'hospital record 20',
			// On the day it was done at 05:27, 78 minutes after the release.
			expect.stringMatching(/^roll-back \d+$/),
			expect.stringMatching(/^hospital null \d+$/)
		]);
		expect(room.part('team:ward', 'team')!.standIns).toEqual([]);
		expect(room.faults).toEqual([]);
	});

	test('R121: is known to its team and the staff; nothing that anybody else gets depends on it', async () => {
		const room = await deciding();
		const before = new Map(room.sent);
		await room.ask('p1', takeOver('ward'));
		expect(room.part('team:ward', 'team')!.standIns).toEqual([
			{ role: 'hospital', bot: 'record', sinceMin: 20 }
		]);
		expect(room.part('facilitator', 'desk')!.teams.map(({ standIns }) => standIns.length)).toEqual([0, 1]);
		for (const feed of ['team:makers', 'stage', 'observer', 'phone', 'door'] as const) {
			const told = room.sent.get(feed)!.slice(before.get(feed)?.length ?? 0);
			expect(told, feed).not.toContain('standIn');
			expect(told, feed).not.toContain('record');
		}
	});

	test('R120: is there again after a restart, and a whole team of bots keeps nobody waiting', async () => {
		const first = await deciding();
		await first.ask('p1', takeOver('ward'));
		expect(first.part('stage', 'ready')).toEqual({ ready: 1, of: 2 });
		await first.room.close();
		const again = await openLiveRoom(first.store);
		expect(again.part('team:ward', 'team')!.standIns).toHaveLength(1);
	});

	test('R120: is put in for a role of the team and no other, while time runs too', async () => {
		const room = await deciding();
		expect(
			codeOf(await room.ask('p1', { type: 'takeOverByBot', team: 'ward', role: 'vendor', bot: 'none' }))
		).toBe('unknownRole');
		await room.ask('p1', { type: 'setPace', stepsPerSecond: 2 });
		await room.goOn('p1');
		await room.until(() => room.part('stage', 'clock')!.minute > 30);
		const shown = room.part('stage', 'clock')!.minute;
		await room.ask('p1', takeOver('makers'));
		const put = (await room.log()).at(-1);
		expect(put).toMatchObject({ type: 'playedBy', bot: 'record' });
		expect(put?.type === 'playedBy' && put.atMin).toBeGreaterThanOrEqual(shown);
		await room.until(() => room.step().step === 'situation');
	});
});

describe('a lead who disappears', () => {
	test('R122: after a minute any member is offered to lead, and the old lead comes back as a member', async () => {
		const room = await filled();
		room.room.presence('p2', false);
		await room.clock.pass(59_000);
		expect(room.part('team:ward', 'team')!.isLeadGone).toBe(false);
		expect(codeOf(await room.ask('p3', { type: 'lead' }))).toBe('leadIsHere');
		await room.clock.pass(2_000);
		expect(room.part('team:ward', 'team')!.isLeadGone).toBe(true);
		expect(room.part('facilitator', 'desk')!.teams.map(({ isLeadGone }) => isLeadGone)).toEqual([
			false,
			true
		]);
		expect(codeOf(await room.ask('p3', { type: 'lead' }))).toBe('accepted');
		room.room.presence('p2', true);
		await room.clock.pass(300);
		expect(room.part('team:ward', 'team')).toMatchObject({ lead: 'p3', isLeadGone: false });
		expect(room.part('person:p2', 'me')).toMatchObject({ isLead: false, team: 'ward' });
	});

	test('R122: a lead who is back within the minute leads on', async () => {
		const room = await filled();
		room.room.presence('p2', false);
		await room.clock.pass(40_000);
		room.room.presence('p2', true);
		await room.clock.pass(1_000);
		room.room.presence('p2', false);
		await room.clock.pass(40_000);
		expect(room.part('team:ward', 'team')).toMatchObject({ lead: 'p2', isLeadGone: false });
	});
});
