import { describe, expect, it } from 'vitest';
import { ENGINE_VERSION } from '../../sim/version.ts';
import { openRoom, playOf, send } from '../testing/play.ts';
import type { CommandBody } from './commands.ts';
import type { Sender } from './rule.ts';
import { decide } from './decide.ts';
import { foldLog } from '../log/evolve.ts';
import { LIMITS } from '../log/limits.ts';
import type { RefusalCode } from './refusals.ts';
import { EMPTY_ROOM, type RoomState } from '../state.ts';
import {
	accept,
	commit,
	deepFreeze,
	EVALUATOR,
	FACILITATOR,
	move,
	refusalOf,
	roomIn,
	runTo,
	seat
} from '../testing/room.ts';
import { english, SCENARIO, WITH_SIGNAL } from '../testing/scenario.ts';

const pause: CommandBody = { type: 'pause', payload: {} };
const advance = (toMin: number, world = 'shared'): CommandBody => {
	return { type: 'advanceTime', payload: { world, toMin } };
};
const take = (id: string, role: string, team: string): CommandBody => {
	return { type: 'takeSeat', payload: { seat: id, role, team, bot: null } };
};
const seatBot = (id: string): CommandBody => {
	return { type: 'takeSeat', payload: { seat: id, role: 'vendor', team: 'x', bot: 'cautious' } };
};
const release = (inject: string): CommandBody => ({
	type: 'releaseInject',
	payload: { world: 'shared', inject }
});
const withdraw = (decision: string): CommandBody => {
	return { type: 'withdrawDecision', payload: { world: 'shared', decision } };
};
const amend = (decision: string): CommandBody => {
	const said = { rationale: 'On second thought', confidencePct: 40 };
	return { type: 'amendDecision', payload: { world: 'shared', decision, ...said } };
};
const releaseWritten = (inject: string): CommandBody => {
	const text = { title: english('t'), body: english('b') };
	const written = { inject, channel: 'ticket', from: 'Control', ...text, to: null } as const;
	return { type: 'releaseInject', payload: { world: 'shared', inject: written } };
};
const set = (value: number): CommandBody => {
	const setting = { parameter: 'repair.script', scope: { kind: 'world' }, value } as const;
	return { type: 'makeSetting', payload: { world: 'shared', setting } };
};
const fork = (world: string, atMin: number): CommandBody => {
	return { type: 'forkWorld', payload: { world, of: 'shared', atMin } };
};
const vote: CommandBody = {
	type: 'closeBallot',
	payload: { ballot: 'b1', team: null, question: 'Halt?', tally: [{ option: 'yes', votes: 3 }] }
};
const negotiate: CommandBody = { type: 'negotiate', payload: { entries: [{ type: 'voted' }] } };
const park = (inject: string, base: number): CommandBody => ({
	type: 'parkInject',
	payload: { inject, base }
});
const schedule = (inject: string, atMin: number): CommandBody => ({
	type: 'scheduleInject',
	payload: { inject, atMin, base: 0 }
});
const showTally: CommandBody = { type: 'revealBallot', payload: { ballot: 'b1' } };
const incident = roomIn('incident');
const halted = accept(incident, seat('vendor'), commit('halt'));
/** Where halting leaves nothing to brief anybody about. */
const haltedForGood = {
	...halted,
	scenario: {
		...SCENARIO,
		decisions: SCENARIO.decisions.map((one) =>
			one.id === 'brief-everybody' ? { ...one, unless: ['halt'] } : one
		)
	}
};
/** Where halting needs the airline's agreement, and that has been asked for. */
const asked = accept(
	{
		...incident,
		scenario: {
			...SCENARIO,
			decisions: SCENARIO.decisions.map((one) =>
				one.id === 'halt' ? { ...one, confirmedBy: 'airline' } : one
			)
		}
	},
	seat('vendor'),
	commit('halt')
);
const agree = (decision: string, agrees: boolean): CommandBody => {
	return { type: 'confirmDecision', payload: { world: 'shared', decision, agrees } };
};
/** Where explaining answers a message that has not come. */
const unasked = {
	...halted,
	scenario: {
		...SCENARIO,
		decisions: SCENARIO.decisions.map((one) =>
			one.id === 'explain' ? { ...one, answers: ['vendor-only'] } : one
		)
	}
};
const withTray = (n: number) =>
	Array.from({ length: n }).reduce<ReturnType<typeof roomIn>>((now, _one, index) => {
		const { inject, ...text } = (releaseWritten(`w${index}`) as { payload: { inject: { inject: string } } })
			.payload.inject;
		const payload = { inject, text, atMin: null, corrects: null };
		return accept(now, FACILITATOR, { type: 'writeInject', payload } as CommandBody);
	}, incident);
const creating = (scenario: typeof SCENARIO, vendor: { signal?: 'blind'; heldUntilMin?: number }) =>
	refusalOf(playOf({ scenario, state: EMPTY_ROOM }), FACILITATOR, {
		type: 'createExercise',
		payload: { seed: 's', ways: 'shared', cut: null, ...vendor }
	});
const heldUntil = (heldUntilMin: number) => ({
	...incident,
	scenario: WITH_SIGNAL,
	state: { ...incident.state, exercise: { ...incident.state.exercise!, heldUntilMin } }
});
const withTwo = accept(halted, { kind: 'guest' }, take('deputy', 'vendor', 'vendor'));
const withVote = accept(incident, FACILITATOR, vote);
const parallel = [take('a', 'vendor', 'red'), take('b', 'vendor', 'blue')].reduce(
	(now, body) => accept(now, { kind: 'guest' }, body),
	accept(playOf({ scenario: SCENARIO, state: EMPTY_ROOM }), FACILITATOR, {
		type: 'createExercise',
		payload: { seed: 's', ways: 'parallel', cut: null }
	})
);
const parallelIncident = ['NEXT_PHASE', 'NEXT_PHASE', 'NEXT_PHASE', 'OPEN_DECISIONS'].reduce(
	(now, event) => accept(now, FACILITATOR, move(event as 'NEXT_PHASE')),
	parallel
);

// prettier-ignore
const REFUSED = [
	['a payload of another shape', 'malformed', refusalOf(incident, FACILITATOR, advance(1.5))],
	['a command that there is not', 'unknownCommand', refusalOf(incident, FACILITATOR, { type: 'win', payload: {} } as never)],
	['a player who advances time', 'notAllowed', refusalOf(incident, seat('vendor'), advance(10))],
	['a player who rates another team', 'notYourTeam', refusalOf(incident, seat('vendor'), rating('airline'))],
	['anything before there is an exercise', 'noExercise', refusalOf(playOf({ scenario: SCENARIO, state: EMPTY_ROOM }), FACILITATOR, pause)],
	['a second exercise', 'alreadyCreated', refusalOf(incident, FACILITATOR, { type: 'createExercise', payload: { seed: 's', ways: 'shared', cut: null } })],
	['a cut that there is not', 'unknownCut', refusalOf(playOf({ scenario: SCENARIO, state: EMPTY_ROOM }), FACILITATOR, { type: 'createExercise', payload: { seed: 's', ways: 'shared', cut: 'half-day' } })],
	['a vendor’s sight where the scenario knows of none', 'noSignal', creating(SCENARIO, { signal: 'blind' })],
	['a vendor held beyond its first decision on record', 'heldTooLong', creating(WITH_SIGNAL, { heldUntilMin: 79 })],
	['a decision while its role is held to the record', 'heldToRecord', refusalOf(heldUntil(30), seat('vendor'), commit('halt'))],
	['time in the lobby', 'wrongPhase', refusalOf(roomIn('lobby'), FACILITATOR, advance(10))],
	['time while decisions are open', 'timeStands', refusalOf(incident, FACILITATOR, advance(10))],
	['moving on from where it no longer stands', 'alreadyMoved', refusalOf(incident, FACILITATOR, { type: 'movePhase', payload: { event: 'OPEN_DECISIONS', from: { phase: 'incident', step: 'situation', round: null } } })],
	['leaving the incident while decisions are open', 'cannotMove', refusalOf(incident, FACILITATOR, move('NEXT_PHASE'))],
	['a decision of another phase', 'otherPhase', refusalOf(incident, seat('airline'), commit('second-vendor'))],
	['a decision while they are closed', 'decisionsClosed', refusalOf(accept(incident, FACILITATOR, move('CLOSE_DECISIONS')), seat('vendor'), commit('halt'))],
	['a decision while paused', 'paused', refusalOf(accept(incident, FACILITATOR, pause), seat('vendor'), commit('halt'))],
	['resuming what runs', 'notPaused', refusalOf(incident, FACILITATOR, { type: 'resume', payload: {} })],
	['a seat that nobody took', 'unknownSeat', refusalOf(incident, seat('constructor'), commit('halt'))],
	['a bot seated by a guest', 'notAllowed', refusalOf(incident, { kind: 'guest' }, seatBot('x'))],
	['a bot’s own seat handed to another bot', 'botsSeat', refusalOf(accept(incident, FACILITATOR, seatBot('x')), FACILITATOR, { type: 'setPlayer', payload: { seat: 'x', bot: 'fast' } })],
	['a seat that is taken', 'seatTaken', refusalOf(incident, { kind: 'guest' }, take('vendor', 'vendor', 'x'))],
	['a role that there is not', 'unknownRole', refusalOf(incident, { kind: 'guest' }, take('x', 'pilot', 'x'))],
	['a world that there is not', 'unknownWorld', refusalOf(incident, seat('vendor'), commit('halt', 'valueOf'))],
	['a world that there is', 'worldExists', refusalOf(incident, FACILITATOR, fork('shared', 0))],
	["another team's world", 'notYourWorld', refusalOf(parallelIncident, seat('a'), commit('halt', 'blue'))],
	['a decision that there is not', 'unknownDecision', refusalOf(incident, seat('vendor'), commit('toString'))],
	["another role's decision", 'notYourDecision', refusalOf(incident, seat('airline'), commit('halt'))],
	['a decision taken twice', 'alreadyTaken', refusalOf(halted, seat('vendor'), commit('halt'))],
	['a decision that waits for agreement', 'alreadyAsked', refusalOf(asked, seat('vendor'), commit('halt'))],
	['a decision that somebody does not agree to', 'notAgreed', refusalOf(accept(asked, seat('airline'), agree('halt', false)), seat('vendor'), commit('halt'))],
	['agreeing to what nobody has asked for', 'nothingAsked', refusalOf(incident, seat('airline'), agree('halt', true))],
	['withdrawing what was not taken', 'notTaken', refusalOf(incident, seat('vendor'), withdraw('halt'))],
	['a decision before its time', 'tooEarly', refusalOf(incident, seat('airline'), commit('stay-off'))],
	['a decision after its time', 'tooLate', refusalOf(runTo(incident, 240), seat('airline'), commit('stay-off'))],
	['withdrawing once time has passed', 'hasBegun', refusalOf(runTo(halted, 1), seat('vendor'), withdraw('halt'))],
	['amending once time has passed', 'hasBegun', refusalOf(runTo(halted, 1), seat('vendor'), amend('halt'))],
	['amending what was not taken', 'notTaken', refusalOf(incident, seat('vendor'), amend('halt'))],
	["amending what another seat committed", 'otherSeats', refusalOf(withTwo, seat('deputy'), amend('halt'))],
	['withdrawing what another seat committed', 'otherSeats', refusalOf(withTwo, seat('deputy'), withdraw('halt'))],
	['forking the future', 'forkAhead', refusalOf(incident, FACILITATOR, fork('what-if', 5))],
	['a decision without what it builds on', 'missingRequirement', refusalOf(incident, seat('vendor'), commit('explain'))],
	['a decision that another leaves nothing to do', 'leftNothing', refusalOf(haltedForGood, seat('vendor'), commit('brief-everybody'))],
	['an answer to what nobody has asked', 'notAsked', refusalOf(unasked, seat('vendor'), commit('explain'))],
	['a decision that costs more than is left', 'overBudget', refusalOf(halted, seat('vendor'), commit('pay-crews'))],
	['a decision that takes more attention than is left', 'noAttention', refusalOf(halted, seat('vendor'), commit('brief-everybody'))],
	['withdrawing what another builds on', 'stillNeeded', refusalOf(accept(halted, seat('vendor'), commit('explain')), seat('vendor'), withdraw('halt'))],
	['an inject that there is not', 'unknownInject', refusalOf(incident, FACILITATOR, release('nothing'))],
	['an inject that time has released', 'alreadyReleased', refusalOf(incident, FACILITATOR, release('first-calls'))],
	["an inject written under the id of the scenario's", 'injectIdTaken', refusalOf(incident, FACILITATOR, releaseWritten('phishing'))],
	['an inject written by the clock', 'clockCannotWrite', refusalOf(incident, { kind: 'clock' }, releaseWritten('mine'))],
	['writing over a text that was not read', 'injectChanged', refusalOf(incident, FACILITATOR, park('phishing', 1))],
	['an inject moved into the past', 'inThePast', refusalOf(runTo(incident, 30), FACILITATOR, schedule('phishing', 30))],
	['more parked than the tray holds', 'trayFull', refusalOf(withTray(LIMITS.parked), FACILITATOR, park('phishing', 0))],
	["throwing away one of the scenario's injects", 'notWrittenHere', refusalOf(incident, FACILITATOR, { type: 'dropInject', payload: { inject: 'phishing', base: 0 } })],
	['going back to a text that is not kept', 'unknownRevision', refusalOf(incident, FACILITATOR, { type: 'restoreInject', payload: { inject: 'phishing', revision: 3, base: 0 } })],
	['taking back a step that was not the last', 'nothingToUndo', refusalOf(incident, FACILITATOR, { type: 'undo', payload: { of: 'another' } })],
	['taking back a step on which somebody has acted', 'cannotUndo', refusalOf(halted, FACILITATOR, { type: 'undo', payload: { of: halted.state.taken!.command } })],
	['a lever out of its range', 'unsoundSetting', refusalOf(incident, FACILITATOR, set(2))],
	['going back in time', 'timeRunsForward', refusalOf(closed(runTo(incident, 20)), FACILITATOR, advance(20))],
	['going past the end', 'pastHorizon', refusalOf(closed(incident), FACILITATOR, advance(601))],
	['a vote counted twice', 'ballotClosed', refusalOf(withVote, FACILITATOR, { ...vote })],
	['showing a tally before it is counted', 'ballotNotClosed', refusalOf(incident, FACILITATOR, showTally)],
	['showing a tally twice', 'ballotRevealed', refusalOf(accept(withVote, FACILITATOR, showTally), FACILITATOR, showTally)],
	['revealing what is being played', 'notPlayedYet', refusalOf(incident, FACILITATOR, { type: 'reveal', payload: { part: 'incident' } })],
	['revealing twice', 'alreadyRevealed', refusalOf(accept(roomIn('hotWash'), FACILITATOR, { type: 'reveal', payload: { part: 'incident' } }), FACILITATOR, { type: 'reveal', payload: { part: 'incident' } })],
	['a summit where the scenario has none', 'noSummit', refusalOf(incident, FACILITATOR, negotiate)],
	['what the summit does not allow', 'notNegotiated', refusalOf({ ...incident, scenario: { ...incident.scenario, negotiation: { fault: () => 'notOpened' } } }, FACILITATOR, negotiate)],
	['one note too many', 'roomFull', refusalOf(withNotes(LIMITS.writings), EVALUATOR, { type: 'note', payload: { text: 'x' } })],
	['one event too many', 'roomFull', refusalOf({ ...incident, state: { ...incident.state, version: LIMITS.logEvents } }, FACILITATOR, pause)]
] as const satisfies readonly (readonly [string, RefusalCode, ReturnType<typeof refusalOf>])[];

/** Every code stands in the list above: otherwise this does not compile. */
type Unmet = Exclude<RefusalCode, (typeof REFUSED)[number][1]>;
const isEachMet: [Unmet] extends [never] ? true : never = true;

describe('a command is refused by name', () => {
	it.each(REFUSED)('%s: %s', (_what, code, met) => expect(met).toBe(code));

	it('and every name is met here', () => expect(isEachMet).toBe(true));

	it('with all that is to be said of it', () => {
		const { refusals } = send(incident, FACILITATOR, advance(10, 'mars'));
		expect(refusals[0].refusal).toEqual({ code: 'timeStands', params: { step: 'decide' } });
		expect(send(incident, seat('airline'), commit('constructor')).refusals[0].refusal).toEqual({
			code: 'unknownDecision',
			params: { id: 'constructor', known: ['second-vendor', 'stay-off', 'lend-hands'] }
		});
	});

	it('whatever arrives in its place', () => {
		const junk = [null, 7, 'pause', [], {}, { id: 'x' }, { id: '', type: 'pause', payload: {} }];
		const typed = ['__proto__', 'constructor', 'toString', 'pause'].map((type) => ({
			id: 'x',
			type,
			payload: []
		}));
		for (const command of [...junk, ...typed, { id: 'x', type: 'pause', payload: { extra: 1 } }]) {
			expect(decide(SCENARIO, incident.state, command, FACILITATOR).kind).toBe('refused');
		}
	});
});

describe('a command that is accepted', () => {
	it('leads from one version to the next by its events', () => {
		const answer = decide(SCENARIO, EMPTY_ROOM, create('c1'), FACILITATOR);
		expect(answer).toMatchObject({ kind: 'accepted', version: 2, again: false });
		if (answer.kind !== 'accepted') return;
		expect(answer.events.map(({ type }) => type)).toEqual(['exerciseCreated', 'worldOpened']);
		expect(answer.events[0]).toMatchObject({
			engineVersion: ENGINE_VERSION,
			contentHash: SCENARIO.contentHash
		});
		expect(foldLog(answer.events).version).toBe(2);
	});

	it('is answered alike when it is sent again, also after a restart, and makes no event anew', () => {
		const first = decide(SCENARIO, EMPTY_ROOM, create('c1'), FACILITATOR);
		if (first.kind !== 'accepted') throw new Error('refused');
		const later = accept(
			{ ...playOf({ scenario: SCENARIO, state: foldLog(first.events) }) },
			FACILITATOR,
			move('NEXT_PHASE')
		);
		const again = decide(SCENARIO, later.state, create('c1'), FACILITATOR);
		expect(again).toEqual({ kind: 'accepted', version: 2, events: [], again: true });
	});

	it('is remembered for as long as a client may still resend it, not for ever', () => {
		let { state }: { state: RoomState } = openRoom(SCENARIO, 's');
		const note = (n: number) => ({ id: `note-${n}`, type: 'note', payload: { text: 'seen' } });
		for (let n = 0; n <= LIMITS.acceptedIds; n++) {
			const answer = decide(SCENARIO, state, note(n), EVALUATOR);
			if (answer.kind === 'accepted') state = foldLog(answer.events, state);
		}
		expect(state.accepted).toHaveLength(LIMITS.acceptedIds);
		expect(decide(SCENARIO, state, note(LIMITS.acceptedIds), EVALUATOR)).toMatchObject({ again: true });
		expect(decide(SCENARIO, state, note(0), EVALUATOR)).toMatchObject({ again: false });
	});

	it('is answered "you are behind" when its sender decided on another version', () => {
		const { version } = incident.state;
		const answer = (expectedVersion: number) =>
			decide(SCENARIO, incident.state, { id: 'x', expectedVersion, ...commit('halt') }, seat('vendor'));
		expect(answer(version - 1)).toEqual({ kind: 'behind', version });
		expect(answer(version + 1)).toEqual({ kind: 'behind', version });
		expect(answer(version).kind).toBe('accepted');
	});

	it('changes nothing by being decided', () => {
		const frozen = deepFreeze(structuredClone(incident.state));
		expect(decide(SCENARIO, frozen, { id: 'x', ...commit('halt') }, seat('vendor')).kind).toBe('accepted');
		expect(frozen).toEqual(incident.state);
	});

	it('stops time on the grid of the world', () => {
		expect(runTo(incident, 121).state.worlds.shared.minute).toBe(125);
		expect(runTo(incident, 119).state.worlds.shared.minute).toBe(119);
		expect(runTo(runTo(incident, 7), 596).state.worlds.shared.minute).toBe(600);
	});

	it('leads a world that was forked beside the grid back onto it', () => {
		const forked = accept(runTo(incident, 200), FACILITATOR, fork('what-if', 123));
		expect(forked.state.worlds['what-if'].minute).toBe(123);
		const running = accept(forked, FACILITATOR, move('CLOSE_DECISIONS'));
		const after = accept(running, FACILITATOR, advance(126, 'what-if'));
		expect(after.state.worlds['what-if'].minute).toBe(130);
	});

	it('takes a decision back in the round in which it was made', () => {
		const back = accept(halted, seat('vendor'), withdraw('halt'));
		expect(back.state.worlds.shared.acts).toEqual([]);
		expect(refusalOf(back, seat('vendor'), commit('halt'))).toBeNull();
	});

	it('gives a decision another reason where it stands, in the round in which it was made', () => {
		const explained = accept(halted, seat('vendor'), commit('explain'));
		const amended = accept(explained, seat('vendor'), amend('halt'));
		expect(amended.events.at(-1)).toMatchObject({ type: 'decisionAmended', decision: 'halt', atMin: 0 });
		const [halt, explain] = explained.state.worlds.shared.acts;
		expect(amended.state.worlds.shared.acts).toEqual([
			{ ...halt, rationale: 'On second thought', confidencePct: 40 },
			explain
		]);
	});

	it('opens a world for each team where each plays alone', () => {
		expect(Object.keys(parallel.state.worlds)).toEqual(['red', 'blue']);
		expect(accept(parallel, { kind: 'guest' }, take('c', 'airline', 'red')).state.worlds).toEqual(
			parallel.state.worlds
		);
	});

	it('releases an inject of the scenario with its text, and one written in the room', () => {
		const early = accept(incident, FACILITATOR, release('phishing'));
		expect(early.events.at(-1)).toMatchObject({
			inject: 'phishing',
			body: english('Body of phishing'),
			atMin: 0
		});
		const inject = {
			inject: 'mine',
			channel: 'ticket' as const,
			from: 'Control',
			title: english('t'),
			body: english('b'),
			to: ['airline']
		};
		const written = accept(incident, FACILITATOR, {
			type: 'releaseInject',
			payload: { world: 'shared', inject }
		});
		expect(written.state.worlds.shared.released).toEqual([{ ...inject, atMin: 0, part: 'incident' }]);
	});
});

function create(id: string) {
	return { id, type: 'createExercise', payload: { seed: 's', ways: 'shared', cut: 'short' } };
}

function rating(team: string): CommandBody {
	return { type: 'rate', payload: { team, subject: 'halt-in-time', mark: 'S', observation: null } };
}

function withNotes(count: number): typeof incident {
	const notes = Array.from({ length: count }, () => ({ author: { kind: 'evaluator' }, text: 'x' }) as const);
	return { ...incident, state: { ...incident.state, notes } };
}

function closed(play: typeof incident) {
	return accept(play, FACILITATOR, move('CLOSE_DECISIONS'));
}

it.each<[Sender, string]>([
	[EVALUATOR, 'evaluator'],
	[{ kind: 'clock' }, 'clock'],
	[{ kind: 'guest' }, 'guest']
])('nobody decides without a seat: %o', (by) => {
	expect(refusalOf(incident, by, commit('halt'))).toBe('notAllowed');
});
