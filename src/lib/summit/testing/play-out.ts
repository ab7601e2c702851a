import type { Summit } from '../../scenario/summit.ts';
import { decide, type SummitCommand } from '../commands/decide.ts';
import type { Sender } from '../commands/rule.ts';
import { evolved } from '../log/evolve.ts';
import type { LoggedEvent } from '../log/events.ts';
import { isEnd } from '../negotiation/chart.ts';
import { EMPTY_SUMMIT, type SummitState } from '../state.ts';
import type { DoneAct } from '../value/trust.ts';
import { botMove } from '../bots/move.ts';

export interface PlayedSummit {
	readonly state: SummitState;
	readonly log: readonly LoggedEvent[];
}

/** More moves than bots ever make: a bound, so that a fault shows and does not hang. */
const MOST_MOVES = 5_000;

/** A summit that bots hold alone, from an incident to the ballot. The same seed gives the same log. */
export function playOut(
	summit: Summit,
	incident: { readonly acts: readonly DoneAct[]; readonly releaseMin: number },
	seed: string,
	rounds = summit.rules.rounds
): PlayedSummit {
	let state = EMPTY_SUMMIT;
	const log: LoggedEvent[] = [];
	const perform = (command: SummitCommand, by: Sender) => {
		const answer = decide(summit, state, command, by);
		if (answer.kind === 'refused') {
			throw new Error(`${command.type} was refused: ${JSON.stringify(answer.refusal)}`);
		}
		log.push(...answer.events);
		state = evolved(answer.events, state);
	};
	const lead = (type: SummitCommand['type'], payload: object = {}) =>
		perform({ id: `clock.${state.version}`, type, payload } as SummitCommand, { kind: 'clock' });

	lead('openSummit', {
		chairs: {},
		rounds,
		...incident,
		acts: incident.acts.map(({ decision, atMin }) => ({ decision, atMin }))
	});
	for (let moves = 0; moves < MOST_MOVES && !isEnd(state.position.step); moves++) {
		const move = botMove(summit, state, seed);
		if (move !== null) perform(move.command, move.by);
		else if (state.position.step === 'tabling') lead('openBargaining');
		else if (state.position.step === 'ballot') lead('closeBallot');
		else if (state.round >= rounds || allContent(summit, state)) lead('callBallot');
		else lead('endRound');
	}
	return { state, log };
}

function allContent({ parties }: Summit, { stances }: SummitState): boolean {
	return parties.every(({ id }) => stances[id]?.isContent === true);
}
