import type { DecisionStanding } from '../../../exercise/availability/standing.ts';
import type { Projection } from '../../../exercise/project/project.ts';
import type { Localized, Scenario } from '../../../scenario/scenario.ts';

/** Words of English that people read in a minute when they have to decide on them. */
const WORDS_A_MINUTE = 200;

/** What a team reads before it can decide in a round: new messages, and cards that it has not seen. */
export interface ReadingOf {
	readonly projection: Pick<Projection, 'ownWorld' | 'worlds' | 'rounds' | 'position'>;
	readonly decisions: Scenario['decisions'];
}

/** How long a team has to read in the round that it is in, in minutes; 0: nothing is new. */
export function readingMin({ projection, decisions }: ReadingOf): number {
	const { ownWorld, worlds, rounds, position } = projection;
	const world = ownWorld === null ? undefined : worlds[ownWorld];
	if (world === undefined) return 0;
	const sinceMin = readSinceMin({ position, rounds });
	const messages = world.injects.filter(({ atMin }) => atMin > sinceMin);
	const isNew = (id: string, fromMin: number) =>
		isToRead(world.standings[id]) && (fromMin > sinceMin || sinceMin < 0);
	const cards = decisions.filter(({ id, availableFromMin }) => isNew(id, availableFromMin));
	const words =
		sum(messages.map(({ title, body }) => wordsOf(title) + wordsOf(body))) +
		sum(cards.map(({ title, text }) => wordsOf(title) + wordsOf(text)));
	return words / WORDS_A_MINUTE;
}

/** The minute up to which people have read. While a round is open, it is the one before; -1: nothing yet. */
export function readSinceMin({ position, rounds }: Pick<Projection, 'position' | 'rounds'>): number {
	return (position.step === 'decide' ? rounds.at(-2) : rounds.at(-1))?.atMin ?? -1;
}

/** Before a round is opened its cards are read too. */
function isToRead(standing: DecisionStanding | undefined): boolean {
	return standing?.kind === 'open' || standing?.kind === 'decisionsClosed';
}

/** How many words of English it has. */
export function wordsOf({ en }: Localized): number {
	return en.split(/\s+/).filter((word) => word !== '').length;
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((all, n) => all + n, 0);
}
