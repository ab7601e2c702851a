import type { Projection, WorldView } from '../../exercise/project/project.ts';

const MOST = 5;

/** The latest messages to a team, the oldest first: as many as are read in half a minute. */
export function latestMessages({ ownWorld, worlds }: Projection): WorldView['injects'] {
	return ownWorld === null ? [] : (worlds[ownWorld]?.injects ?? []).slice(-MOST);
}
