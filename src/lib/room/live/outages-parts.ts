import type { Live } from './live.ts';
import type { RoomParts } from './parts.ts';

/** What is told of the world that a summit left behind: the same to all, and nothing while people negotiate. */
export function outagesParts({
	outages
}: Pick<Live, 'outages'>): Partial<Pick<RoomParts, 'outages' | 'shock' | 'playback'>> {
	const { part, watched } = outages;
	if (part === undefined) return {};
	return { outages: part, shock: watched.shock, playback: watched.playback };
}
