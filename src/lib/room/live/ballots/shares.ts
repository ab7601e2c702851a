import type { Projection } from '../../../exercise/project/project.ts';
import type { Live } from '../live.ts';
import { readSinceMin, wordsOf } from '../rounds/reading.ts';

type Message = Projection['worlds'][string]['injects'][number];

/**
 * Who of a team reads which of its new messages: in turn, and whoever has least to read so far. A message that comes later
 * changes nothing of what has been given out.
 */
export function sharesOf(
	messages: readonly Pick<Message, 'inject' | 'title' | 'body'>[],
	readers: readonly string[]
): Readonly<Record<string, string>> {
	const load = new Map(readers.map((one) => [one, 0]));
	const shares: Record<string, string> = {};
	for (const { inject, title, body } of messages) {
		const [least] = [...load].sort(([, a], [, b]) => a - b);
		if (least === undefined) return {};
		shares[inject] = least[0];
		load.set(least[0], least[1] + wordsOf(title) + wordsOf(body));
	}
	return shares;
}

/** Who reads what in a team, by message; null: everybody reads everything. */
export function sharedReading(
	{ reading, people }: Pick<Live, 'reading' | 'people'>,
	team: string,
	projection: Projection
): Readonly<Record<string, string>> | null {
	const world = projection.ownWorld === null ? undefined : projection.worlds[projection.ownWorld];
	const sinceMin = readSinceMin(projection);
	const readers = reading.readersOf(team, sinceMin);
	if (world === undefined || readers === null) return null;
	// Who has left the team reads nothing for it any more.
	const members = new Set(people.members(team).map(({ id }) => id));
	const fresh = world.injects.filter(({ atMin }) => atMin > sinceMin).sort((a, b) => a.atMin - b.atMin);
	return sharesOf(
		fresh,
		readers.filter((one) => members.has(one))
	);
}
