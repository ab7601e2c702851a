import { expect, test } from 'vitest';
import type { RequestBody } from '../../protocol/requests.ts';
import { MemoryLogStore } from '../../store/memory-log-store.ts';
import { openLiveRoom, PARALLEL } from '../../testing/live-room.ts';

const commit = (decision: string): RequestBody => ({
	type: 'command',
	body: { type: 'commitDecision', payload: { decision, rationale: null, confidencePct: null } }
});

/** Three teams that all play the vendor; the first takes its release back in round 1. */
async function played() {
	const teams = PARALLEL.setup.teams.map((team) => ({ ...team, roles: ['vendor'] }));
	const summary = { ...PARALLEL, setup: { ...PARALLEL.setup, teams } };
	const room = await openLiveRoom(new MemoryLogStore(), { summary });
	await room.join('facilitator', 'Fay');
	for (const { id } of teams) await room.join('player', `Lead of ${id}`, id);
	await room.ask('p1', { type: 'setPace', stepsPerSecond: null });
	for (let n = 0; n < 20 && room.step().round !== 3; n++) {
		await room.goOn('p1');
		await room.until(() => room.step().step !== 'advance');
		await room.clock.pass(300);
		if (room.step().step === 'decide' && room.step().round === 1) await room.ask('p2', commit('roll-back'));
	}
	return room;
}

test('R173: maps of the worlds are shown with their figures and not before, at one stop of all, and alike where choices are', async () => {
	const room = await played();
	expect(room.part('stage', 'comparison')).toBeUndefined();
	const allow = (shows: string): RequestBody => ({
		type: 'command',
		body: { type: 'allowStanding', payload: { shows } }
	});
	await room.ask('p1', allow('progress'));
	expect(room.part('stage', 'comparison')!.maps).toBeNull();
	for (const texts of room.told.values()) expect([...texts].join()).not.toContain('"places"');
	await room.ask('p1', allow('figures'));
	const { minute, places, down } = room.part('stage', 'comparison')!.maps!;
	// At minute 20 they had all done the same.
	expect([60, 180]).toContain(minute);
	expect(places.length).toBeGreaterThan(0);
	expect(down[1]).toEqual(down[2]);
	const sum = (shares: readonly number[]) => shares.reduce((all, share) => all + share, 0);
	expect(sum(down[0]!)).toBeLessThan(sum(down[1]!));
	expect(down.flat().every((share) => share >= 0 && share <= 100)).toBe(true);
	// Whoever opens the room again finds the same.
	await room.room.close();
	const again = await openLiveRoom(room.store);
	expect(again.part('stage', 'comparison')!.maps).toEqual({ minute, places, down });
});
