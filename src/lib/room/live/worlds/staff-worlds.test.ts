import { describe, expect, test } from 'vitest';
import { openLiveRoom, PARALLEL } from '../../testing/live-room.ts';
import { deciding, type Opened } from '../../testing/filled-room.ts';

/** Three teams in worlds of their own, one player in each, in the first round: p1 at the desk. */
async function parallel(): Promise<Opened> {
	const room = await openLiveRoom(undefined, { summary: PARALLEL });
	await room.join('facilitator', 'Fay');
	for (const team of ['one', 'two', 'three']) await room.join('player', team, team);
	for (const id of ['p1', 'p2', 'p3', 'p4']) room.room.presence(id, true);
	await room.ask('p1', { type: 'setPace', stepsPerSecond: null });
	for (let n = 0; n < 8 && room.step().step !== 'decide'; n++) {
		await room.goOn('p1');
		await room.until(() => room.step().step !== 'advance');
	}
	await room.clock.pass(300);
	return room;
}

describe('R201: the staff are told one world in full, every other as a row, and each message’s text once', () => {
	test('which one is chosen at the desk', async () => {
		const room = await parallel();
		expect(room.part('staff:', 'world')!.id).toBe('bot.all');
		await room.ask('p1', { type: 'look', team: 'two' });
		await room.clock.pass(300);
		const { id, view } = room.part('staff:two', 'world')!;
		expect([id, view.team]).toEqual(['two', 'two']);
		expect(Object.keys(view.standings).length).toBeGreaterThan(0);
	});

	test('a row says who plays there, where it is and what was told there, and no text', async () => {
		const room = await parallel();
		const worlds = Object.values(room.part('facilitator', 'view')!.projection.worlds);
		expect(worlds).toHaveLength(4);
		for (const world of worlds) {
			expect(world.standings).toEqual({});
			expect(world.injects.length).toBeGreaterThan(0);
			for (const { title, body } of world.injects) expect([title.en === '', body.en]).toEqual([false, '']);
		}
	});

	test('in a shared world it stays whole', async () => {
		const room = await deciding();
		const [world] = Object.values(room.part('facilitator', 'view')!.projection.worlds);
		expect(Object.keys(world!.standings).length).toBeGreaterThan(0);
		expect(world!.injects.every(({ body }) => body.en !== '')).toBe(true);
		expect(room.part('staff:', 'world')).toBeUndefined();
	});

	test.each([
		['shared', deciding, 'facilitator'],
		['of their own', parallel, 'staff:']
	] as const)(
		'texts that have not gone out are told once, then only which are ahead (worlds: %s)',
		async (_, opened, feed) => {
			const room = await opened();
			const known = room.part('facilitator', 'injects')!.map(({ id }) => id);
			const ahead = room.part(feed, 'ahead')!;
			expect(known).toEqual(expect.arrayContaining([...ahead]));
			expect(ahead.length).toBeLessThan(known.length);
			const texts = [...room.told.get('facilitator')!].filter((text) => text.startsWith('injects='));
			expect(texts).toHaveLength(1);
			for (const team of ['team:ward', 'team:one', 'stage', 'observer', 'evaluator'] as const)
				expect(room.feeds.get(team)?.has('injects') ?? false).toBe(false);
		}
	);
});
