import { describe, expect, test } from 'vitest';
import type { Opened } from '../../testing/filled-room.ts';
import { codeOf, commit, deciding } from '../../testing/filled-room.ts';
import { latestMessages } from '../latest-messages.ts';
import { openLiveRoom } from '../../testing/live-room.ts';
import { REFLECTIONS_A_SEAT } from '../hot-wash/reflections.ts';

const advise = (decision: string | null) =>
	({ type: 'advise', decision, confidencePct: 70, rationale: null }) as const;
const agreement = (room: Opened, person: string) => room.part(`person:${person}`, 'me')!.agreement;

/** On to the hot wash. */
async function played(): Promise<Opened> {
	const room = await deciding();
	while (room.step().phase !== 'hotWash') {
		await room.goOn('p1');
		await room.until(() => room.step().step !== 'advance');
	}
	return room;
}

describe('what a team has decided', () => {
	test('R123: how many were of one’s mind is told once decisions are closed, and never whose mind it was', async () => {
		const room = await deciding();
		await room.join('player', 'Cem', 'ward');
		await room.ask('p3', advise('paper'));
		await room.ask('p5', advise(null));
		await room.ask('p2', commit('paper'));
		expect(['p2', 'p3', 'p5'].map((id) => agreement(room, id))).toEqual([null, null, null]);
		await room.goOn('p1');
		await room.until(() => room.step().step === 'situation');
		expect(agreement(room, 'p2')).toEqual({ round: 1, agreed: 1, of: 2 });
		expect(agreement(room, 'p3')).toEqual({ round: 1, agreed: 1, of: 2 });
		expect(agreement(room, 'p5')).toEqual({ round: 1, agreed: 0, of: 2 });
		// Alone in her team, nobody was of her mind or of another.
		expect(agreement(room, 'p4')).toBeNull();
	});

	test('R123: how sure a lead was is shown to the lead again, after a restart too, and to no member', async () => {
		const room = await deciding();
		await room.ask('p2', commit('paper'));
		await room.room.close();
		const again = await openLiveRoom(room.store);
		expect(again.part('person:p2', 'me')!.confidences).toEqual({ paper: 80 });
		expect(again.part('person:p3', 'me')!.confidences).toEqual({});
	});

	test('R124: who comes late is told what their team was told, the oldest first, and what it decided last', async () => {
		const room = await deciding();
		await room.ask('p2', commit('paper'));
		const missed = room.part('team:ward', 'missed')!;
		expect(missed.beganAtMs).toBeGreaterThan(1_700_000_000_000);
		expect(missed.lastDecision).toEqual({ decision: 'paper', atMin: 20 });
		const { projection } = room.part('team:ward', 'view')!;
		const { injects } = projection.worlds.shared!;
		expect(latestMessages(projection)).toEqual(injects.slice(-5));
		expect(injects.length).toBeGreaterThan(0);
		expect(room.part('team:makers', 'missed')!.lastDecision).toBeNull();
	});
});

describe('cards of what to keep and what to change', () => {
	const card = (text: string) => ({ type: 'addReflection', kind: 'change', text }) as const;

	test('R126: are everybody’s without a name, ten a seat, grouped by a facilitator, and kept', async () => {
		const room = await played();
		for (let n = 0; n < REFLECTIONS_A_SEAT; n++) await room.ask('p2', card(`change ${n}`));
		expect(codeOf(await room.ask('p2', card('one more')))).toBe('tooManyReflections');
		expect(codeOf(await room.ask('p3', card('of Ben')))).toBe('accepted');
		expect(codeOf(await room.ask('p3', { type: 'groupReflections', cards: ['card-1'], group: 'x' }))).toBe(
			'notForYou'
		);
		await room.ask('p1', { type: 'groupReflections', cards: ['card-1', 'card-11'], group: 'Who calls whom' });
		const onStage = room.part('stage', 'reflections')!;
		expect(onStage).toHaveLength(11);
		expect(onStage.filter(({ group }) => group === 'Who calls whom').map(({ text }) => text)).toEqual([
			'change 0',
			'of Ben'
		]);
		expect(JSON.stringify(onStage)).not.toContain('p2');
		expect(room.part('phone', 'reflections')).toBeUndefined();
		await room.room.close();
		expect((await openLiveRoom(room.store)).part('stage', 'reflections')).toEqual(onStage);
	});

	test('R126: are for when the exercise has been played; then one team after the other has its turn', async () => {
		const early = await deciding();
		expect(codeOf(await early.ask('p2', card('too soon')))).toBe('notNow');
		const room = await played();
		expect(codeOf(await room.ask('p1', { type: 'nextTeam', team: 'ward' }))).toBe('accepted');
		expect(room.part('stage', 'stage')).toMatchObject({ section: 'findings', talks: 'ward' });
	});
});
