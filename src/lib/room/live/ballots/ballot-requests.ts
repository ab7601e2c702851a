import type { CommandBody, PayloadOf } from '../../../exercise/commands/commands.ts';
import type { ExerciseRoom } from '../../../exercise/commands/rule.ts';
import { winnersOf } from '../../../exercise/project/ballot-view.ts';
import { decisionOf } from '../../../exercise/scenario/scenario.ts';
import type { Sent, Step } from '../../perform.ts';
import { seatFor } from '../../own-seat.ts';
import type { RequestAnswer } from '../../protocol/refusals.ts';
import { isBound, mayVote, teamOf, type ShownBallot } from './ballots.ts';
import { accepted, answerOfStep, following, refused, type Handlers } from '../handlers.ts';
import type { Live } from '../live.ts';
import { send } from '../rounds/player-requests.ts';
import { isOpened } from '../../../summit/state.ts';
import { hearingStep, summitState } from '../summit/summit-commands.ts';
import { isParallel, seatIdOf, worldOfBallot } from '../worlds/worlds.ts';

/** Votes: what facilitators ask for, and the voting itself. */
export const ballotRequests: Handlers<
	'vote' | 'openBallot' | 'takeBallotBack' | 'closeBallot' | 'revealBallot' | 'putBallotAway' | 'showTurnout'
> = {
	async vote(live, by, { ballot, option, nth, id }) {
		if (live.ballots.wasTaken(ballot, by.id, id)) return accepted(live);
		const { shown } = live.ballots;
		if (shown?.id !== ballot || shown.state !== 'open') return refused('voteClosed', {});
		if (!mayVote(shown.to, by)) return refused('notEntitled', {});
		if (option >= shown.options.length) return refused('unknownOption', {});
		const last = live.ballots.nthOf(by.id);
		if (nth !== undefined && nth <= last) return refused('newerVote', { nth: last });
		await live.ballots.vote(by.id, { option, request: id, nth: nth ?? last + 1 });
		return accepted(live);
	},

	openBallot(live, _by, { question, options, to, seconds, prepared = null }) {
		return openVote(live, { question, options, to, prepared, asks: null }, seconds);
	},

	async takeBallotBack(live, _by, { ballot }) {
		const { shown } = live.ballots;
		if (shown?.id !== ballot || shown.state !== 'open') return refused('noBallot', {});
		if (live.ballots.hasVotes) return refused('hasVotes', {});
		await live.ballots.takeBack();
		await live.stage.ballotGone(live.exercise.room.state.position, isOpened(summitState(live)));
		return accepted(live);
	},

	async closeBallot(live, by, { ballot, hands, id }) {
		const { shown } = live.ballots;
		if (shown?.id !== ballot) return refused('noBallot', {});
		if (shown.state !== 'open') return accepted(live);
		if (hands !== undefined && hands.length !== shown.options.length) return refused('unknownOption', {});
		const votes = hands ?? live.ballots.count(live.people.all);
		const tally = shown.options.map(({ text }, place) => ({ option: text, votes: votes[place]! }));
		const byHands = hands === undefined ? {} : { byHands: true as const };
		const payload = { ballot, team: teamOf(shown), question: shown.question, tally, ...byHands };
		const answer = await send(live, FACILITATOR, { type: 'closeBallot', payload }, `${by.id}.${id}`);
		if (answer.kind === 'accepted') await following(live, () => live.ballots.counted());
		return answer;
	},

	async revealBallot(live, by, { ballot, winner, binds, id }) {
		const { shown } = live.ballots;
		if (shown?.id !== ballot) return refused('noBallot', {});
		if (shown.state === 'revealed') return accepted(live);
		if (shown.votes === null) return refused('ballotOpen', {});
		const tied = tiedOf(shown);
		if (winner !== null && !tied.includes(winner)) return refused('tie', { options: tied });
		const decides = binds && isBound(shown);
		if (decides && tied.length > 1 && winner === null) return refused('tie', { options: tied });
		const won = winner ?? (tied.length === 1 ? tied[0]! : null);
		const decision = decides ? shown.options[won!]!.decision : null;
		const answer = await reveal(live, shown, { decision, won }, `${by.id}.${id}`);
		if (answer.kind === 'accepted' && winner !== null && tied.length > 1)
			await following(live, () => live.ballots.choose(winner));
		return answer;
	},

	async putBallotAway(live, _by, { ballot }) {
		const { shown } = live.ballots;
		if (shown?.id !== ballot) return accepted(live);
		return shown.state === 'open' ? refused('ballotOpen', {}) : putAway(live);
	},

	async showTurnout(live, _by, { shown }) {
		await live.ballots.showTurnout(shown);
		return accepted(live);
	}
};

/** Opens a vote where none is open, and shows it on the stage. `asks`: what the summit hears of it. */
export async function openVote(
	live: Live,
	ballot: Parameters<Live['ballots']['open']>[0],
	seconds: number | null
): Promise<RequestAnswer> {
	const { options, to } = ballot;
	if (live.exercise.room.state.position.phase === 'closed') return refused('roomEnded', {});
	if (live.ballots.shown?.state === 'open') return refused('ballotOpen', {});
	const { people, pack } = live;
	if (teamOf({ to }) !== null && people.team(to) === undefined)
		return refused('unknownTeam', { team: to, known: people.teams.map(({ id }) => id) });
	const isKnown = ({ decision }: (typeof options)[number]) =>
		decision === null || decisionOf(pack.exercise, decision) !== undefined;
	if (!options.every(isKnown)) return refused('unknownOption', {});
	// Where each team plays in a world of its own nothing can be decided for all of them.
	const decides = options.some(({ decision }) => decision !== null);
	if (decides && isParallel(live) && teamOf({ to }) === null) return refused('notNow', {});
	await live.ballots.open(ballot, seconds);
	live.quiet.opened();
	if (teamOf({ to }) === null) await live.stage.show('ballot');
	return accepted(live);
}

const FACILITATOR = { kind: 'facilitator' } as const;

/** Options that nothing tells apart but a choice of the facilitator's: those with most votes, or all where nobody voted. */
function tiedOf({ votes, options }: ShownBallot): number[] {
	const winners = winnersOf(votes ?? []);
	return winners.length > 0 ? winners : options.map((_, place) => place);
}

/**
 * Shows the tally, and takes the decision that won, if any: both or neither. What the summit asked it hears in the same
 * append.
 */
async function reveal(
	live: Live,
	{ id: ballot, to, asks }: ShownBallot,
	{ decision, won }: { readonly decision: string | null; readonly won: number | null },
	request: string
): Promise<RequestAnswer> {
	const shows = sent('revealBallot', { ballot }, `${request}.r`);
	if (asks !== null) {
		const choice = won === null ? null : asks.choices[won]!;
		const hears = hearingStep(live, { ballot, asked: asks.asked, choice }, `${request}.h`);
		return answerOfStep(await live.exercise.perform([() => [shows], ...hears]));
	}
	if (decision === null) return answerOfStep(await live.exercise.perform([() => [shows]]));
	const role = decisionOf(live.pack.exercise, decision)!.role;
	const team = teamOf({ to });
	const world = worldOfBallot(live, { to });
	const act = { world, decision, rationale: null, confidencePct: null };
	const seat = seatIdOf(live, team ?? '', seatFor(live.pack.exercise, [role], decision));
	const by = { kind: 'seat', seat } as const;
	const isTaken = ({ state }: ExerciseRoom) =>
		state.worlds[world].acts.some((one) => one.kind === 'decision' && one.decision === decision);
	let wasTaken = true;
	const commits: Step = (room) => {
		wasTaken = isTaken(room);
		return [{ by, body: { type: 'commitDecision', payload: act }, id: request }];
	};
	// The log says why the role decided so.
	const note = sent('note', { text: `Decided by the vote ${ballot}: ${decision}` }, `${request}.n`);
	const showsIfDone: Step = (room) => (!wasTaken && isTaken(room) ? [note, shows] : []);
	const answer = answerOfStep(await live.exercise.perform([commits, showsIfDone]));
	return answer.kind === 'refused' ? refused('cannotBind', { because: answer.refusal }) : answer;
}

function sent<Type extends 'note' | 'revealBallot'>(type: Type, payload: PayloadOf<Type>, id: string): Sent {
	return { by: FACILITATOR, body: { type, payload } as CommandBody, id };
}

/** Takes the ballot off all screens; the stage goes back to what belongs to the step. */
async function putAway(live: Live): Promise<RequestAnswer> {
	await live.ballots.putAway();
	await live.stage.ballotGone(live.exercise.room.state.position, isOpened(summitState(live)));
	return accepted(live);
}
