import fc from 'fast-check';
import { expect, it } from 'vitest';
import { holds } from '../scenario/expression/evaluate.ts';
import { stepLengthMin } from '../sim/time/grid.ts';
import { smallModel } from '../sim/testing/small-model.ts';
import { openRoom, play, type Play } from './testing/play.ts';
import { possible } from './bots/plan.ts';
import { randomBot } from './bots/random.ts';
import { balanceAt } from './availability/budget.ts';
import { simEngine } from './world/engine.ts';
import { evolve, foldLog } from './log/evolve.ts';
import { injectsDue } from './injects/injects-due.ts';
import { saveLog } from './log/log-file.ts';
import { worldOrders } from './world/orders.ts';
import { readLog } from './log/read-log.ts';
import { isRecoveryAt, nextStop } from './phases/rounds.ts';
import { injectOf, type ExerciseScenario } from './scenario/scenario.ts';
import { scopeOf } from './scenario/scope.ts';
import { EMPTY_ROOM, PREPARATION_MIN } from './state.ts';
import { accept, FACILITATOR, move, seat } from './testing/room.ts';
import { expression, SCENARIO } from './testing/scenario.ts';
import { Timeline } from './world/timeline.ts';

/**
 * Whole plays of one person and her bots: everybody takes open decisions by chance, takes some of them back, and stops
 * the world at any minute. Nothing here knows the phase chart; what must hold is read off the log.
 */
const [pattern] = SCENARIO.injects;
const STUDY: ExerciseScenario = {
	...SCENARIO,
	injects: [
		...SCENARIO.injects,
		{
			...pattern,
			id: 'many-down',
			kind: 'contingency',
			scheduled: false,
			plannedMin: 20,
			when: expression('world.down > 0.05 * world.hosts'),
			stops: true,
			to: null
		}
	]
};
const MODEL = smallModel();
const CLOCK = { kind: 'clock' } as const;
const END = STUDY.horizonMin;

const timelineOf = (world: string) => new Timeline(simEngine(MODEL, world));
const minuteOf = ({ state }: Play) => state.worlds.shared.minute;

/** Chances from 0 to 1, always the same for a seed. */
function chances(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state / 4294967296;
	};
}

function soloPlay(seed: number): Play {
	const chance = chances(seed);
	const timeline = timelineOf(String(seed));
	const cut = chance() < 0.5 ? 'short' : 'full';
	let now = openRoom(STUDY, String(seed), cut);
	while (now.state.position.phase !== 'incident') {
		if (now.state.position.phase === 'preparation') now = decideByChance(now, PREPARATION_MIN, chance);
		now = accept(now, FACILITATOR, move('NEXT_PHASE'));
	}
	now = accept(now, FACILITATOR, move('OPEN_DECISIONS'));
	while (minuteOf(now) < END) {
		now = decideByChance(now, minuteOf(now), chance);
		now = accept(now, FACILITATOR, move('CLOSE_DECISIONS'));
		now = runOn(now, nextStop(STUDY, cut, minuteOf(now)) ?? END, timeline, chance);
		const recovers = now.state.position.phase === 'incident' && isRecoveryAt(STUDY, cut, minuteOf(now));
		for (const event of [recovers ? 'NEXT_PHASE' : 'NEXT_ROUND', 'OPEN_DECISIONS'] as const)
			now = accept(now, FACILITATOR, move(event));
	}
	return now;
}

/** Runs to a stop, to a minute at which the person stops the world, or to an inject that does. */
function runOn(from: Play, stopMin: number, timeline: Timeline, chance: () => number): Play {
	const stopsHere = chance() < 0.3 ? minuteOf(from) + chance() * (stopMin - minuteOf(from)) : stopMin;
	let now = from;
	let minute = minuteOf(now);
	for (let halts = false; !halts;) {
		minute += stepLengthMin(STUDY.spans, minute);
		const { state } = now;
		const frame = timeline.frameAt(worldOrders(STUDY, state.worlds.shared), minute);
		const due = injectsDue(STUDY, state, state.worlds.shared, frame);
		halts = minute >= stopsHere || due.some((id) => injectOf(STUDY, id)!.stops);
		if (!halts && due.length === 0) continue;
		now = accept(now, FACILITATOR, { type: 'advanceTime', payload: { world: 'shared', toMin: minute } });
		for (const inject of due)
			now = accept(now, CLOCK, { type: 'releaseInject', payload: { world: 'shared', inject } });
	}
	return now;
}

function decideByChance(from: Play, minute: number, chance: () => number): Play {
	let now = from;
	for (const { id: role } of STUDY.roles) {
		const wanted = STUDY.decisions.filter(() => chance() < 0.4).map(({ id }) => ({ decision: id }));
		for (const { by, body } of possible(now, { world: 'shared', sinceMin: minute - 1, minute }, role, wanted))
			now = accept(now, by, body);
		const mine = now.state.worlds.shared.acts.flatMap((act) =>
			act.kind === 'decision' && act.seat === role && act.atMin === minute ? [act.decision] : []
		);
		// The last one taken: nothing builds on it.
		const last = mine.at(-1);
		if (last !== undefined && chance() < 0.3) {
			const payload = { world: 'shared', decision: last };
			now = accept(now, seat(role), { type: 'withdrawDecision', payload });
		}
	}
	return now;
}

function budgetsHold({ events }: Play): void {
	let state = EMPTY_ROOM;
	for (const event of events) {
		state = evolve(state, event);
		if (event.type !== 'decisionCommitted') continue;
		for (const { id } of STUDY.roles) {
			const { leftUsd, attentionLeft } = balanceAt(STUDY, state.worlds.shared.acts, id, event.atMin);
			expect(Math.min(leftUsd!, attentionLeft!)).toBeGreaterThanOrEqual(0);
		}
	}
}

function injectsCameOnce({ state }: Play, timeline: Timeline): void {
	const { shared } = state.worlds;
	const orders = worldOrders(STUDY, shared);
	const ids = shared.released.map(({ inject }) => inject);
	expect(new Set(ids).size).toBe(ids.length);
	for (const { id, when, plannedMin, untilMin } of STUDY.injects) {
		if (when === null) continue;
		const releasedMin = shared.released.find(({ inject }) => inject === id)?.atMin ?? null;
		let firstMin: number | null = null;
		for (let minute = 0; minute <= (untilMin ?? END) && firstMin === null;) {
			minute += stepLengthMin(STUDY.spans, minute);
			if (minute < plannedMin || minute > (untilMin ?? END) || minute > shared.minute) continue;
			const before = shared.acts.filter(({ atMin }) => atMin < minute);
			const frame = timeline.frameAt(orders, minute);
			if (holds(when, scopeOf(frame, before, STUDY))) firstMin = minute;
		}
		expect([id, releasedMin]).toEqual([id, firstMin]);
	}
}

function replays(now: Play, world: string, played: Timeline): void {
	const reading = readLog(saveLog({ events: now.events, results: [] }), 'solo.json', () => STUDY);
	if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
	expect(reading.readOnly).toBeNull();
	const again = foldLog(reading.log.events);
	expect(again).toEqual(now.state);
	const hash = played.hashAt(worldOrders(STUDY, now.state.worlds.shared), END);
	const fresh = new Timeline(simEngine(MODEL, world), { snapshots: 0 });
	expect(fresh.hashAt(worldOrders(STUDY, again.worlds.shared), END)).toBe(hash);
}

it('a solo play never overspends, folds and replays to itself, and gets each inject once, as soon as it is due', () => {
	const seen = { decisions: 0, takenBack: 0, stops: 0, released: 0, manyDown: 0 };
	fc.assert(
		fc.property(fc.nat(), (seed) => {
			const now = soloPlay(seed);
			const timeline = timelineOf(String(seed));
			budgetsHold(now);
			injectsCameOnce(now, timeline);
			replays(now, String(seed), timeline);
			const count = (type: string) => now.events.filter((event) => event.type === type).length;
			seen.decisions += count('decisionCommitted');
			seen.takenBack += count('decisionWithdrawn');
			seen.stops += count('timeAdvanced');
			seen.released += count('injectReleased');
			seen.manyDown += now.state.worlds.shared.released.filter(({ inject }) => inject === 'many-down').length;
		}),
		{ seed: 20240719, numRuns: 60 }
	);
	expect(seen.decisions).toBeGreaterThan(200);
	expect(seen.takenBack).toBeGreaterThan(40);
	expect(seen.stops).toBeGreaterThan(300);
	expect(seen.released).toBeGreaterThan(60);
	expect(seen.manyDown).toBeGreaterThan(20);
});

it('so does a play of random bots alone', () => {
	fc.assert(
		fc.property(fc.nat(), fc.constantFrom('short', 'full'), (seed, cut) => {
			const world = String(seed);
			const room = openRoom(STUDY, world, cut);
			const now = play(room, [randomBot(world)], END, { timeline: timelineOf(world) });
			expect(now.refusals).toEqual([]);
			expect(minuteOf(now)).toBe(END);
			budgetsHold(now);
			replays(now, world, timelineOf(world));
			const ids = now.state.worlds.shared.released.map(({ inject }) => inject);
			expect(new Set(ids).size).toBe(ids.length);
		}),
		{ seed: 20240719, numRuns: 40 }
	);
});
