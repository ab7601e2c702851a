import fc from 'fast-check';
import { COMMANDS, type CommandBody } from '../commands/commands.ts';
import type { Sender } from '../commands/rule.ts';
import { nextPhase, PHASE_EVENTS, type PhaseEventName, type Phase } from '../phases/phases.ts';
import { moveFrom, type RoomState } from '../state.ts';
import { SCENARIO, english } from './scenario.ts';

/** Random commands from random senders, over few ids, so that many of them meet. */

const world = fc.oneof(
	{ weight: 8, arbitrary: fc.constant('shared') },
	{ weight: 1, arbitrary: fc.constantFrom('vendor', 'airline', 'fork', '__proto__') }
);
const seatId = fc.constantFrom('vendor', 'airline', 'government', 'late', 'constructor');
const team = fc.constantFrom('vendor', 'airline', 'government', 'guests');
const decision = fc.constantFrom(...SCENARIO.decisions.map(({ id }) => id), 'unknown');
const minute = fc.oneof(fc.integer({ min: 0, max: 200 }), fc.integer({ min: -5, max: 700 }));
const text = fc.string({ minLength: 1, maxLength: 12 });
const nullable = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const addressees = nullable(fc.subarray(['vendor', 'airline', 'government'], { minLength: 1 }));

const MOVES = PHASE_EVENTS.filter((type) => type !== 'PAUSE' && type !== 'RESUME');

const planned = fc.constantFrom('first-news', 'phishing', 'vendor-only', 'mine', 'copied', 'unknown');
const base = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat({ max: 3 }));
const injectText = fc.record({
	channel: fc.constantFrom('ticket', 'carrierPigeon'),
	from: text,
	title: text.map(english),
	body: text.map(english),
	to: addressees
});

const payloads: { [Type in CommandBody['type']]: fc.Arbitrary<Record<string, unknown>> } = {
	createExercise: fc.record({
		seed: text,
		ways: fc.constantFrom('shared', 'parallel'),
		cut: fc.constantFrom(null, 'short', 'half-day')
	}),
	takeSeat: fc.record({
		seat: seatId,
		role: fc.constantFrom('vendor', 'airline', 'pilot'),
		team,
		bot: nullable(fc.constantFrom('record', 'none', 'clever'))
	}),
	setPlayer: fc.record({ seat: seatId, bot: nullable(fc.constantFrom('record', 'none', 'clever')) }),
	allowStanding: fc.record({ shows: fc.constantFrom('nothing', 'figures', 'everything') }),
	movePhase: fc.record({
		event: fc.constantFrom(...MOVES),
		from: fc.record({
			phase: fc.constantFrom('lobby', 'incident', 'recovery'),
			step: nullable(fc.constantFrom('situation', 'decide', 'advance')),
			round: nullable(fc.integer({ min: 0, max: 3 }))
		})
	}),
	undo: fc.record({ of: fc.constantFrom('bot-5', 'bot-6', 'bot-7') }),
	pause: fc.constant({}),
	resume: fc.constant({}),
	forkWorld: fc.record({ world, of: world, atMin: minute }),
	advanceTime: fc.record({ world, toMin: minute }),
	commitDecision: fc.record({
		world,
		decision,
		rationale: nullable(text),
		confidencePct: nullable(fc.integer({ min: -1, max: 101 }))
	}),
	confirmDecision: fc.record({ world, decision, agrees: fc.boolean() }),
	withdrawDecision: fc.record({ world, decision }),
	amendDecision: fc.record({
		world,
		decision,
		rationale: nullable(text),
		confidencePct: nullable(fc.integer({ min: 0, max: 101 }))
	}),
	releaseInject: fc.record({
		world,
		inject: fc.oneof(
			fc.constantFrom('first-news', 'phishing', 'unknown'),
			fc.record({
				inject: fc.constantFrom('written', 'more', 'first-news'),
				channel: fc.constantFrom('ticket', 'carrierPigeon'),
				from: text,
				title: text.map(english),
				body: text.map(english),
				to: addressees
			})
		)
	}),
	editInject: fc.record({ inject: planned, text: injectText, base }),
	parkInject: fc.record({ inject: planned, base }),
	scheduleInject: fc.record({ inject: planned, atMin: nullable(minute), base }),
	copyInject: fc.record({ inject: planned, as: fc.constantFrom('copied', 'first-news') }),
	writeInject: fc.record({
		inject: planned,
		text: injectText,
		atMin: nullable(minute),
		corrects: nullable(planned)
	}),
	dropInject: fc.record({ inject: planned, base }),
	restoreInject: fc.record({ inject: planned, revision: fc.nat({ max: 2 }), base }),
	makeSetting: fc.record({
		world,
		setting: fc.record({
			parameter: fc.constantFrom('repair.script', 'rollout.order'),
			scope: fc.constant({ kind: 'world' }),
			value: fc.constantFrom(0, 0.5, 1, 2, Infinity, NaN)
		})
	}),
	closeBallot: fc.record({
		ballot: fc.constantFrom('b1', 'b2', 'b3'),
		team: nullable(team),
		question: text,
		tally: fc.array(fc.record({ option: text, votes: fc.integer({ min: -1, max: 100 }) }), { maxLength: 3 })
	}),
	revealBallot: fc.record({ ballot: fc.constantFrom('b1', 'b2', 'b3') }),
	rate: fc.record({
		team: nullable(team),
		subject: fc.constant('task'),
		mark: fc.constantFrom('P', 'S', 'M', 'U', 'N', 'X'),
		observation: nullable(text)
	}),
	note: fc.record({ text }),
	negotiate: fc.record({
		entries: fc.array(fc.record({ type: fc.constantFrom('voted', 'unknown') }), { maxLength: 2 })
	}),
	reveal: fc.record({ part: fc.constantFrom('incident', 'summit') })
};

const ofType = (type: CommandBody['type']) =>
	payloads[type].map((payload) => ({ type, payload }) as CommandBody);

const WRITING: readonly CommandBody['type'][] = [
	'releaseInject',
	'editInject',
	'writeInject',
	'closeBallot',
	'revealBallot',
	'rate',
	'note'
];

/** Those that can come to something: the small scenario has no summit. */
const TYPES = (Object.keys(payloads) as CommandBody['type'][]).filter((type) => type !== 'negotiate');

/** Any command, those that carry an exercise on more often than the others. */
const anyCommand: fc.Arbitrary<CommandBody> = fc.oneof(
	{ weight: 6, arbitrary: ofType('movePhase') },
	{ weight: 4, arbitrary: ofType('advanceTime') },
	{ weight: 8, arbitrary: ofType('commitDecision') },
	...TYPES.map((type) => ({
		weight: WRITING.includes(type) ? 2 : 1,
		arbitrary: ofType(type)
	}))
);

const anySender: fc.Arbitrary<Sender> = fc.oneof(
	fc.constantFrom<Sender>(
		{ kind: 'facilitator' },
		{ kind: 'evaluator' },
		{ kind: 'guest' },
		{ kind: 'clock' }
	),
	seatId.map((seat): Sender => ({ kind: 'seat', seat }))
);

/** A random step of a room, to be fitted to where the room stands. */
export const anyStep = fc.record({
	body: anyCommand,
	by: anySender,
	isWild: fc.nat({ max: 4 }).map((n) => n === 0),
	pick: fc.nat({ max: 11 })
});
export type AnyStep = typeof anyStep extends fc.Arbitrary<infer Step> ? Step : never;

/** The command to send: mostly one that makes sense here from one who may well send it, at times anything from anybody. */
export function fitted({ body, by, isWild, pick }: AnyStep, state: RoomState): Step {
	const { position, worlds } = state;
	const asFacilitator = (body: CommandBody): Step => ({ body, by: { kind: 'facilitator' } });
	const moveOn = (event: PhaseEventName) =>
		asFacilitator({ type: 'movePhase', payload: { event, from: moveFrom(state) } } as CommandBody);
	if (isWild) return { body, by };
	if (position.clock === 'paused' && pick > 3) return asFacilitator({ type: 'resume', payload: {} });
	if (
		(COMMANDS[body.type].phases as readonly Phase[]).includes(position.phase) &&
		body.type !== 'movePhase'
	) {
		if (body.type === 'commitDecision' && position.step === 'situation') return moveOn('OPEN_DECISIONS');
		if (body.type === 'advanceTime' && position.step === 'decide') return moveOn('CLOSE_DECISIONS');
		const sender = suited(body) ?? by;
		const own = sender.kind === 'seat' ? sender.seat : 'vendor';
		return { body: Object.hasOwn(worlds, 'shared') ? body : inWorld(body, own), by: sender };
	}
	const events = PHASE_EVENTS.filter(
		(type) => type !== 'PAUSE' && nextPhase(position, { type }, SCENARIO.phases) !== undefined
	);
	// Seldom from the incident to the next phase: an exercise that is over says little.
	const next = pick === 0 ? events[0] : events.at(-1);
	return next === undefined ? { body, by } : moveOn(next);
}

/** Where each team plays alone, in a world of that name instead of the shared one. */
function inWorld(body: CommandBody, world: string): CommandBody {
	if (!('world' in body.payload) || body.payload.world !== 'shared') return body;
	return { ...body, payload: { ...body.payload, world } } as CommandBody;
}

interface Step {
	readonly body: CommandBody;
	readonly by: Sender;
}

function suited(body: CommandBody): Sender | null {
	switch (body.type) {
		case 'note':
		case 'rate':
			return null;
		case 'takeSeat':
			return { kind: 'guest' };
		case 'withdrawDecision':
		case 'amendDecision':
		case 'commitDecision': {
			const role = SCENARIO.decisions.find(({ id }) => id === body.payload.decision)?.role;
			return role === undefined ? null : { kind: 'seat', seat: role };
		}
		default:
			return { kind: 'facilitator' };
	}
}
