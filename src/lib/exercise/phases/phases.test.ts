import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createActor } from 'xstate';
import { getShortestPaths, getSimplePaths } from 'xstate/graph';
import {
	firstPhase,
	nextPhase,
	phaseMachine,
	PHASE_EVENTS,
	PHASES,
	PHASES_IN_ROUNDS,
	positionOf,
	type OptionalPhase,
	type PhaseEventName,
	type PhasePosition
} from './phases.ts';

const optionalPhases = PHASES.filter(
	(phase): phase is OptionalPhase => phase !== 'lobby' && phase !== 'closed'
);
const events = PHASE_EVENTS.map((type) => ({ type }));
const anyCut = fc.subarray(optionalPhases);

/** The position after these events, each of which must be taken. */
function play(phases: readonly OptionalPhase[], ...names: PhaseEventName[]): PhasePosition {
	return names.reduce((position, type) => {
		const next = nextPhase(position, { type }, phases);
		expect(next, `${JSON.stringify(position)} takes ${type}`).toBeDefined();
		return next!;
	}, firstPhase(phases));
}

describe('the course of an exercise', () => {
	it('reaches every phase and every step of a round, running and paused', () => {
		const seen = getShortestPaths(phaseMachine, { input: { phases: optionalPhases } }).map(
			({ state: { value } }) => {
				const { phase, step, clock } = positionOf(value);
				return `${phase} ${step ?? ''} ${clock}`;
			}
		);
		const places = PHASES.flatMap((phase) =>
			(PHASES_IN_ROUNDS as readonly string[]).includes(phase)
				? ['situation', 'decide', 'advance'].map((step) => `${phase} ${step}`)
				: [`${phase} `]
		);
		expect(seen.sort()).toEqual(places.flatMap((place) => [`${place} running`, `${place} paused`]).sort());
	});

	it.each([
		['shortest', getShortestPaths, optionalPhases],
		['simple', getSimplePaths, ['incident', 'debrief'] as OptionalPhase[]]
	] as const)('is what XState plays, along the %s paths', (_, pathsOf, phases) => {
		const paths = pathsOf(phaseMachine, { input: { phases }, events });
		expect(paths.length).toBeGreaterThan(10);
		for (const { steps } of paths) {
			const actor = createActor(phaseMachine, { input: { phases } }).start();
			let position = firstPhase(phases);
			for (const { event } of steps) {
				if (!PHASE_EVENTS.includes(event.type)) continue;
				actor.send(event);
				position = nextPhase(position, event, phases) ?? position;
				expect(position).toEqual(positionOf(actor.getSnapshot().value));
			}
			for (const type of PHASE_EVENTS)
				expect(nextPhase(position, { type }, phases) !== undefined, type).toBe(
					actor.getSnapshot().can({ type })
				);
		}
	});

	it('is what XState plays, along random walks through any cut of it, even from JSON at each step', () => {
		const walk = fc.array(fc.constantFrom(...events), { maxLength: 60 });
		fc.assert(
			fc.property(anyCut, walk, (phases, sent) => {
				const actor = createActor(phaseMachine, { input: { phases } }).start();
				let position = firstPhase(phases);
				for (const event of sent) {
					const before = JSON.stringify(actor.getSnapshot().value);
					actor.send(event);
					const next = nextPhase(JSON.parse(JSON.stringify(position)), event, phases);
					expect(next === undefined).toBe(JSON.stringify(actor.getSnapshot().value) === before);
					position = next ?? position;
					expect(position).toEqual(positionOf(actor.getSnapshot().value));
				}
			}),
			{ seed: 20240719, numRuns: 300 }
		);
	});

	it('plays just the phases of its scenario, in their order, whatever order they are listed in', () => {
		fc.assert(
			fc.property(fc.shuffledSubarray(optionalPhases), (phases) => {
				const played = ['lobby'];
				let position: PhasePosition | undefined = firstPhase(phases);
				while ((position = nextPhase(position, { type: 'NEXT_PHASE' }, phases))) played.push(position.phase);
				const asked: string[] = ['lobby', ...phases, 'closed'];
				expect(played).toEqual(PHASES.filter((phase) => asked.includes(phase)));
			}),
			{ seed: 20240719, numRuns: 200 }
		);
	});
});

describe.each(PHASES_IN_ROUNDS)('the %s', (phase) => {
	it('goes round by round: situation, decisions, time', () => {
		const one = ['NEXT_PHASE', 'OPEN_DECISIONS', 'CLOSE_DECISIONS', 'NEXT_ROUND'] as const;
		expect(play([phase], ...one)).toMatchObject({ phase, step: 'situation' });
		expect(play([phase], ...one, 'OPEN_DECISIONS', 'CLOSE_DECISIONS')).toMatchObject({ step: 'advance' });
	});

	it('lets time advance without a round where nobody is to decide', () => {
		expect(play([phase], 'NEXT_PHASE', 'SKIP_DECISIONS')).toMatchObject({ phase, step: 'advance' });
		const decide = play([phase], 'NEXT_PHASE', 'OPEN_DECISIONS');
		expect(nextPhase(decide, { type: 'SKIP_DECISIONS' }, [phase])).toBeUndefined();
	});

	it('is not left while decisions are open, but before and after', () => {
		const decide = play([phase], 'NEXT_PHASE', 'OPEN_DECISIONS');
		expect(nextPhase(decide, { type: 'NEXT_PHASE' }, [phase])).toBeUndefined();
		expect(play([phase], 'NEXT_PHASE', 'NEXT_PHASE').phase).toBe('closed');
		expect(play([phase], 'NEXT_PHASE', 'OPEN_DECISIONS', 'CLOSE_DECISIONS', 'NEXT_PHASE').phase).toBe(
			'closed'
		);
	});
});

describe('a pause', () => {
	it('is taken everywhere, freezes everything, and gives back just the place it was called at', () => {
		for (const { state } of getShortestPaths(phaseMachine, { input: { phases: optionalPhases } })) {
			const position = positionOf(state.value);
			if (position.clock === 'paused') continue;
			const paused = nextPhase(position, { type: 'PAUSE' }, optionalPhases)!;
			expect(paused.clock).toBe('paused');
			const taken = PHASE_EVENTS.filter((type) => nextPhase(paused, { type }, optionalPhases) !== undefined);
			expect(taken).toEqual(['RESUME']);
			expect(nextPhase(paused, { type: 'RESUME' }, optionalPhases)).toEqual(position);
		}
	});
});
