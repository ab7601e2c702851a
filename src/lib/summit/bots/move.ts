import { seedFromText, streamKeys, uniform } from '../../sim/random/hash.ts';
import type { Summit } from '../../scenario/summit.ts';
import type { SummitCommand, SummitCommandType, SummitCommands } from '../commands/decide.ts';
import type { Sender } from '../commands/rule.ts';
import type { SummitState } from '../state.ts';
import { mindOf } from './mind.ts';
import { answerTo, leanOf, offersOf, openingOf, stanceOf, tabledBy, voteOf } from './policy.ts';

/** Measures that a bot tables before bargaining, and changes that it puts forward in a round. */
const TABLES = 2;
const OFFERS = 1;

/** What a bot does next: an ordinary command of its chair. */
export interface BotMove {
	readonly command: SummitCommand;
	readonly by: Extract<Sender, { kind: 'chair' }>;
}

/**
 * The next move of the bots, or null where they have nothing to do until somebody else does something. Whose turn it is
 * is drawn for each round; what they do is not left to chance.
 */
export function botMove(summit: Summit, state: SummitState, seed: string): BotMove | null {
	if (state.position.clock === 'paused') return null;
	const bots = turnsIn(summit, state, seed);
	const move = <Type extends SummitCommandType>(
		party: string,
		type: Type,
		payload: SummitCommands[Type]
	): BotMove => ({
		command: { id: `bot.${party}.${state.version}`, type, payload } as SummitCommand,
		by: { kind: 'chair', party }
	});
	switch (state.position.step) {
		case 'opening': {
			const silent = bots.find((id) => state.statements[id] === undefined);
			return silent === undefined
				? null
				: move(silent, 'makeStatement', openingOf(mindOf(summit, state, silent)));
		}
		case 'tabling':
			return tabling();
		case 'bargaining':
		case 'caucus':
			return bargaining();
		case 'poll': {
			const leans = state.polls.at(-1)?.leans ?? {};
			const silent = bots.find((id) => leans[id] === undefined);
			return silent === undefined ? null : move(silent, 'lean', leanOf(mindOf(summit, state, silent)));
		}
		case 'ballot': {
			const silent = bots.find((id) => state.votes[id] === undefined);
			return silent === undefined
				? null
				: move(silent, 'castVote', { vote: voteOf(mindOf(summit, state, silent)) });
		}
		default:
			return null;
	}

	function tabling(): BotMove | null {
		for (const id of bots) {
			if (state.changes.filter((change) => change.by === id).length >= TABLES) continue;
			const edits = tabledBy(mindOf(summit, state, id));
			if (edits !== null) return move(id, 'amend', { edits, to: null });
		}
		return answering() ?? null;
	}

	function bargaining(): BotMove | null {
		const answer = answering();
		if (answer !== null) return answer;
		for (const id of bots) {
			const said = state.stances[id];
			if (said?.atChange === state.changes.length) continue;
			const stance = stanceOf(mindOf(summit, state, id));
			if (
				said === undefined ||
				JSON.stringify([said.isContent, said.because]) !== JSON.stringify([stance.isContent, stance.because])
			) {
				return move(id, 'takeStance', stance);
			}
		}
		for (const id of bots) {
			const left = OFFERS - movesOf(state, id);
			if (left <= 0) continue;
			const [edits] = offersOf(mindOf(summit, state, id), 1);
			if (edits !== undefined) return move(id, 'amend', { edits, to: null });
		}
		return null;
	}

	function answering(): BotMove | null {
		for (const amendment of state.amendments) {
			if (amendment.state !== 'open') continue;
			const asked = bots.find(
				(id) =>
					id !== amendment.by &&
					(amendment.to === null || amendment.to.includes(id)) &&
					!amendment.answers.some(({ party }) => party === id)
			);
			if (asked === undefined) continue;
			const given = answerTo(mindOf(summit, state, asked), amendment);
			return move(asked, 'answer', { amendment: amendment.amendment, ...given });
		}
		return null;
	}
}

/** Amendments and changes that a party has put forward in this round. */
function movesOf({ amendments, changes, round }: SummitState, party: string): number {
	const moved = amendments.filter((one) => one.by === party && one.round === round).length;
	return (
		moved + changes.filter((one) => one.by === party && one.round === round && one.through === null).length
	);
}

/** The bots in the order in which they speak in this round. */
function turnsIn(
	{ parties }: Summit,
	{ chairs, round, caucus, position }: SummitState,
	seed: string
): string[] {
	const keys = new Int32Array(2);
	streamKeys(seedFromText(seed), 1, round, keys);
	return parties
		.map(({ id }, at) => ({ id, draw: uniform(keys[0]!, keys[1]!, at) }))
		.filter(({ id }) => chairs[id] === 'bot' && (position.step !== 'caucus' || caucus.includes(id)))
		.sort((a, b) => a.draw - b.draw)
		.map(({ id }) => id);
}
