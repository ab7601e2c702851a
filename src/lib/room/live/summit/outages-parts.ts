import type { Live } from '../live.ts';
import type { RoomParts } from '../parts.ts';

/** What is told of the world that a summit left behind: the same to all, and nothing while people negotiate. */
export function outagesParts({
	outages
}: Pick<Live, 'outages'>): Partial<Pick<RoomParts, 'outages' | 'outagesFailed' | 'shock' | 'playback'>> {
	const { part, hasFailed, watched } = outages;
	if (hasFailed === undefined) return {};
	if (part === undefined) return { outagesFailed: hasFailed };
	return { outages: part, outagesFailed: hasFailed, shock: watched.shock, playback: watched.playback };
}
