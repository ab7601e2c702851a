import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createActor } from 'xstate';
import { getShortestPaths, getSimplePaths } from 'xstate/graph';
import {
	firstPosition,
	isEnd,
	nextPosition,
	positionOf,
	STEPS,
	SUMMIT_EVENTS,
	summitMachine,
	type ChartFacts,
	type SummitEventName,
	type SummitPosition
} from './chart.ts';

const FREE: ChartFacts = { pollsLeft: 2, roundsLeft: null };
const events = SUMMIT_EVENTS.map((type) => ({ type }));

function play(facts: ChartFacts, ...names: SummitEventName[]): SummitPosition | undefined {
	return names.reduce<SummitPosition | undefined>(
		(position, type) => position && nextPosition(position, { type }, facts),
		firstPosition()
	);
}

describe('the course of a summit', () => {
	test('reaches every step, running and paused', () => {
		const seen = getShortestPaths(summitMachine, { input: FREE }).map(({ state: { value } }) => {
			const { step, clock } = positionOf(value);
			return `${step} ${clock}`;
		});
		expect(seen.sort()).toEqual(STEPS.flatMap((step) => [`${step} running`, `${step} paused`]).sort());
	});

	test.each([
		['shortest', getShortestPaths],
		['simple', getSimplePaths]
	] as const)('is what XState plays, along the %s paths', (_, pathsOf) => {
		const paths = pathsOf(summitMachine, { input: FREE, events, limit: 400 });
		expect(paths.length).toBeGreaterThan(10);
		for (const { steps } of paths) {
			const actor = createActor(summitMachine, { input: FREE }).start();
			let position = firstPosition();
			for (const { event } of steps) {
				if (!SUMMIT_EVENTS.includes(event.type)) continue;
				actor.send(event);
				position = nextPosition(position, event, FREE) ?? position;
				expect(position).toEqual(positionOf(actor.getSnapshot().value));
			}
			for (const type of SUMMIT_EVENTS) {
				expect(nextPosition(position, { type }, FREE) !== undefined, type).toBe(
					actor.getSnapshot().can({ type })
				);
			}
		}
	});

	test('is what XState plays, along random walks, even from JSON at each step', () => {
		const walk = fc.array(fc.constantFrom(...events), { maxLength: 40 });
		const facts = fc.record({ pollsLeft: fc.nat(1), roundsLeft: fc.option(fc.nat(1)) });
		fc.assert(
			fc.property(facts, walk, (known, sent) => {
				const actor = createActor(summitMachine, { input: known }).start();
				let position = firstPosition();
				for (const event of sent) {
					actor.send(event);
					position = nextPosition(JSON.parse(JSON.stringify(position)), event, known) ?? position;
					expect(position).toEqual(positionOf(actor.getSnapshot().value));
				}
			}),
			{ numRuns: 300 }
		);
	});

	test('always has a way to an end, and from an end none', () => {
		for (const { state } of getShortestPaths(summitMachine, { input: FREE })) {
			const from = positionOf(state.value);
			const taken = events.filter((event) => nextPosition(from, event, FREE) !== undefined);
			if (from.clock === 'paused') expect(taken).toEqual([{ type: 'RESUME' }]);
			else if (isEnd(from.step)) expect(taken).toEqual([{ type: 'PAUSE' }]);
			else expect(taken.length, from.step).toBeGreaterThan(1);
		}
	});
});

describe('bargaining', () => {
	const there = ['ALL_STATED', 'BARGAIN'] as const;

	test('goes round by round, aside and back, and to a poll that leads back or on', () => {
		expect(play(FREE, ...there, 'NEXT_ROUND', 'NEXT_ROUND')?.step).toBe('bargaining');
		expect(play(FREE, ...there, 'OPEN_CAUCUS', 'CLOSE_CAUCUS')?.step).toBe('bargaining');
		expect(play(FREE, ...there, 'ASK_POLL', 'REOPEN')?.step).toBe('bargaining');
		expect(play(FREE, ...there, 'ASK_POLL', 'CALL_BALLOT')?.step).toBe('ballot');
	});

	test('without polls or rounds left there is the ballot', () => {
		const done: ChartFacts = { pollsLeft: 0, roundsLeft: 0 };
		expect(play(done, ...there, 'ASK_POLL')).toBeUndefined();
		expect(play(done, ...there, 'NEXT_ROUND')).toBeUndefined();
		expect(play(done, ...there, 'CALL_BALLOT', 'RATIFY')?.step).toBe('ratified');
	});

	test('when time is up the ballot comes, from wherever people are', () => {
		for (const way of [[], ['OPEN_CAUCUS'], ['ASK_POLL']] as const) {
			expect(play(FREE, ...there, ...way, 'TIME_UP')?.step).toBe('ballot');
		}
		expect(play(FREE, 'ALL_STATED', 'TIME_UP')?.step).toBe('ballot');
	});
});
