import { edited } from '../accord/edits.ts';
import { EMPTY_SUMMIT, type Amendment, type SummitState } from '../state.ts';
import { isEnd } from '../negotiation/chart.ts';
import { withMove } from '../value/trust.ts';
import type { LoggedEvent, SummitEvent, SummitEventOf, SummitEventType } from './events.ts';

/** What each event changes. */
const CHANGES: {
	[Type in SummitEventType]: (state: SummitState, event: SummitEventOf<Type>) => Partial<SummitState>;
} = {
	summitOpened: (_state, { chairs, teams = {}, rounds, shown, trustAtFirst, trust }) => ({
		chairs,
		teams,
		rounds,
		shown,
		trustAtFirst,
		trustBrought: trust,
		trust
	}),
	chairGiven: ({ chairs, teams }, { party, team }) => {
		const { [party]: _before, ...others } = teams;
		return {
			chairs: { ...chairs, [party]: team === null ? 'bot' : 'person' },
			teams: team === null ? others : { ...others, [party]: team }
		};
	},
	audienceWeighed: (_state, { weight }) => ({ audienceWeight: weight }),
	monthsChosen: (_state, { months }) => ({ months }),
	audienceHeard: ({ heard, changes }, { type: _type, ...said }) => ({
		heard: [...heard, { ...said, atChange: changes.length }]
	}),
	// Who sits where, what the audience counts as and when the next outages come is no part of a step.
	stepUndone: ({ taken, chairs, teams, audienceWeight, months }) =>
		taken === null ? {} : { ...taken.before, chairs, teams, audienceWeight, months },
	statementMade: ({ statements }, { party, interests, redLine, offer }) => ({
		statements: { ...statements, [party]: { interests, redLine, offer } }
	}),
	stepEntered: (state, { step, round }) => ({
		position: { ...state.position, step },
		round,
		...(step !== 'caucus' && { caucus: [] }),
		...(step === 'poll' && {
			polls: [...state.polls, { round, atChange: state.changes.length, leans: {} }]
		}),
		...((round !== state.round || step === 'ballot') && {
			amendments: state.amendments.map((one) => (one.state === 'open' ? { ...one, state: 'lapsed' } : one))
		})
	}),
	paused: ({ position }) => ({ position: { ...position, clock: 'paused' } }),
	resumed: ({ position }) => ({ position: { ...position, clock: 'running' } }),
	caucusOpened: (_state, { members }) => ({ caucus: members }),
	textChanged: (state, { by, edits, through }) => {
		const text = edited(state.text, edits, by);
		return {
			text,
			changes: [...state.changes, { by, edits, through, round: state.round, text }],
			...(through !== null && withAmendment(state, through, () => ({ state: 'adopted' })))
		};
	},
	amendmentMoved: ({ amendments, round }, { type: _type, ...moved }) => ({
		amendments: [...amendments, { ...moved, round, answers: [], state: 'open' }]
	}),
	amendmentOvertaken: (state, { amendment }) => withAmendment(state, amendment, () => ({ state: 'lapsed' })),
	answered: (state, { amendment, party, answer, because }) =>
		withAmendment(state, amendment, ({ answers }) => ({
			answers: [...answers.filter((one) => one.party !== party), { party, answer, because }]
		})),
	disclosed: (state, { amendment }) => withAmendment(state, amendment, () => ({ to: null })),
	pledged: ({ text }, { type: _type, ...pledge }) => ({
		text: { ...text, pledges: [...text.pledges, pledge] }
	}),
	stanceTaken: ({ stances, changes }, { party, isContent, because }) => ({
		stances: { ...stances, [party]: { isContent, because, atChange: changes.length } }
	}),
	leant: ({ polls }, { party, lean, unless }) => ({
		polls: polls.map((poll, index) =>
			index === polls.length - 1 ? { ...poll, leans: { ...poll.leans, [party]: { lean, unless } } } : poll
		)
	}),
	voted: ({ votes }, { party, vote }) => ({ votes: { ...votes, [party]: vote } }),
	trustMoved: ({ trust, trustMoves }, { type: _type, ...move }) => ({
		trust: withMove(trust, move.who, move.whom, move.step),
		trustMoves: [...trustMoves, move]
	}),
	ballotClosed: (_state, { result }) => ({ result })
};

function withAmendment(
	{ amendments }: SummitState,
	id: string,
	change: (amendment: Amendment) => Partial<Amendment>
): Pick<SummitState, 'amendments'> {
	return {
		amendments: amendments.map((one) => (one.amendment === id ? { ...one, ...change(one) } : one))
	};
}

/** The state after one more event of the log. Never throws. */
export function evolve(state: SummitState, { command, event }: LoggedEvent): SummitState {
	const change = CHANGES[event.type] as (state: SummitState, event: SummitEvent) => Partial<SummitState>;
	const version = state.version + 1;
	const accepted = [...state.accepted.filter(({ id }) => id !== command), { id: command, version }];
	return { ...state, ...change(state, event), taken: takenAfter(state, command, event), version, accepted };
}

/** A step may be undone until a person has spoken, or the audience; what bots say since goes with it. */
function takenAfter(state: SummitState, command: string, event: SummitEvent): SummitState['taken'] {
	switch (event.type) {
		case 'stepEntered':
			// Where it came of what a chair said, nobody took it.
			if (isEnd(event.step) || state.accepted.at(-1)?.id === command) return null;
			return { command, before: { ...state, taken: null } };
		case 'caucusOpened':
		case 'paused':
		case 'resumed':
		case 'trustMoved':
		case 'amendmentOvertaken':
		case 'chairGiven':
		case 'audienceWeighed':
		case 'monthsChosen':
			return state.taken;
		default: {
			const by = speakerOf(event);
			return by !== null && state.chairs[by] === 'bot' ? state.taken : null;
		}
	}
}

/** The party whose chair said this; null: no chair did. */
export function speakerOf(event: SummitEvent): string | null {
	if ('party' in event) return event.party;
	return 'by' in event ? event.by : null;
}

export function evolved(log: readonly LoggedEvent[], from: SummitState = EMPTY_SUMMIT): SummitState {
	return log.reduce(evolve, from);
}
