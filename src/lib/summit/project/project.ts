import type { Party, Summit } from '../../scenario/summit.ts';
import type { Accord } from '../accord/accord.ts';
import type { Holder, OutageMonths, Vote } from '../log/events.ts';
import type { SummitPosition } from '../negotiation/chart.ts';
import { limitsBroken, type Result } from '../outcome.ts';
import type { Amendment, Change, Heard, Poll, Stance, Statement, SummitState, TrustMove } from '../state.ts';
import type { Shown, Trust } from '../value/trust.ts';
import { walkAwayOf } from '../value/walk-away.ts';
import { isOwn, seesAmendment, sightOf, type SummitAudience, type SummitSight } from './audience.ts';

/** A summit as an audience is shown it: what is public to everybody, and of what is not only what is granted to them. */
export interface SummitView {
	readonly version: number;
	readonly position: SummitPosition;
	readonly round: number;
	readonly rounds: number | null;
	readonly caucus: readonly string[];
	readonly chairs: Readonly<Record<string, Holder>>;
	/** The team that holds each chair of people. */
	readonly teams: Readonly<Record<string, string>>;
	readonly audienceWeight: number;
	/** After how many months the next outages come. */
	readonly months: OutageMonths;
	/** What the audience said, oldest first. */
	readonly heard: readonly Heard[];
	/** What everybody saw in the incident. */
	readonly shown: readonly Shown[];
	readonly text: Accord;
	readonly changes: readonly Change[];
	/** Law that the text breaks as it stands. */
	readonly limits: readonly string[];
	readonly statements: Readonly<Record<string, SpokenStatement>>;
	readonly stances: Readonly<Record<string, Stance>>;
	readonly amendments: readonly Amendment[];
	readonly polls: readonly PollView[];
	/** How many have voted in the ballot. */
	readonly turnout: number;
	/** Names stand once it is closed. */
	readonly votes: Readonly<Record<string, Vote>> | null;
	readonly result: Result | null;
	/** Of the parties that the audience speaks for: their briefs, whom they believe, and what they said in secret. */
	readonly own: Readonly<Record<string, OwnView>>;
	/** For whoever leads or evaluates: who believes whom, and how it came to that. */
	readonly trust: { readonly matrix: Trust; readonly moves: readonly TrustMove[] } | null;
}

/** What was said of a brief, in the words of the brief. */
export interface SpokenStatement extends Omit<Statement, 'redLine' | 'offer'> {
	readonly redLine: Party['redLines'][number] | null;
	readonly offer: Party['offers'][number] | null;
}

export interface OwnView {
	readonly brief: Party;
	readonly trust: Readonly<Record<string, number>>;
	/** As the incident left it, and before that. */
	readonly trustBrought: Readonly<Record<string, number>>;
	readonly trustAtFirst: Readonly<Record<string, number>>;
	/** Points under which it is better off without an accord, after what the incident did to its standing. */
	readonly walksAwayBelow: number;
	readonly vote: Vote | null;
}

export interface PollView {
	readonly round: number;
	readonly yes: number;
	readonly no: number;
	readonly isClosed: boolean;
	/** By party; null: between each of them and whoever leads. */
	readonly leans: Poll['leans'] | null;
	readonly own: Poll['leans'];
}

/** What an audience is shown of a summit. */
export function projectSummit(summit: Summit, state: SummitState, audience: SummitAudience): SummitView {
	const sight = sightOf(audience);
	const { version, position, round, rounds, caucus, chairs, shown, text, changes, stances, result } = state;
	const { teams, audienceWeight, months, heard } = state;
	return {
		version,
		teams,
		audienceWeight,
		months,
		heard,
		position,
		round,
		rounds,
		caucus,
		chairs,
		shown,
		text,
		changes,
		limits: limitsBroken(summit, text),
		statements: spoken(summit, state),
		stances,
		amendments: state.amendments.filter((one) => seesAmendment(sight, one)),
		polls: state.polls.map((poll, index) => pollView(poll, index, summit, state, sight)),
		turnout: Object.keys(state.votes).length,
		votes: sight.all || result !== null ? state.votes : null,
		result,
		own: Object.fromEntries(
			summit.parties
				.filter(({ id }) => isOwn(sight, id))
				.map((brief) => [brief.id, ownView(summit, state, brief)])
		),
		trust: sight.all ? { matrix: state.trust, moves: state.trustMoves } : null
	};
}

function spoken({ parties }: Summit, { statements }: SummitState): SummitView['statements'] {
	return Object.fromEntries(
		parties.flatMap(({ id, redLines, offers }) => {
			const said = statements[id];
			if (said === undefined) return [];
			const redLine = said.redLine === null ? null : (redLines[said.redLine] ?? null);
			const offer = said.offer === null ? null : (offers[said.offer] ?? null);
			return [[id, { interests: said.interests, redLine, offer }]];
		})
	);
}

function pollView(
	poll: Poll,
	index: number,
	{ parties }: Summit,
	state: SummitState,
	sight: SummitSight
): PollView {
	const given = Object.entries(poll.leans);
	const isOpen = index === state.polls.length - 1 && state.position.step === 'poll';
	const isClosed = !isOpen || given.length === parties.length;
	const count = (lean: Vote) => given.filter(([, one]) => one.lean === lean).length;
	const isTold = isClosed || sight.all;
	return {
		round: poll.round,
		yes: isTold ? count('yes') : 0,
		no: isTold ? count('no') : 0,
		isClosed,
		leans: sight.all ? poll.leans : null,
		own: Object.fromEntries(given.filter(([party]) => isOwn(sight, party)))
	};
}

function ownView(summit: Summit, state: SummitState, brief: Party): OwnView {
	const { id } = brief;
	return {
		brief,
		trust: state.trust[id] ?? {},
		trustBrought: state.trustBrought[id] ?? {},
		trustAtFirst: state.trustAtFirst[id] ?? {},
		walksAwayBelow: walkAwayOf(summit, brief, state.trustAtFirst, state.trust),
		vote: state.votes[id] ?? null
	};
}
