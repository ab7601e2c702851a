import type { RunView } from '../../client/run.svelte.ts';
import type { Words } from '../text/words.ts';

/** Less than this share of the larger number is chance or the first minutes, not a difference to speak of. */
const WORTH_SAYING = 0.02;

/** What the two runs show at this minute, as one sentence: the heading of the page's first chart. */
export function finding({ frames, facts, motion, minute }: RunView, words: Words): string {
	const record = frames.record?.world;
	const none = frames.none?.world;
	if (facts === null || record === undefined || none === undefined) return words.opening;
	const release = Math.min(...facts.releaseMinutes);
	if (minute <= release) return words.finding.before;
	if (motion === 'ended') return words.finding.end(record.everCrashed, none.everCrashed);
	const apart = none.down - record.down > none.down * WORTH_SAYING;
	return apart ? words.finding.apart(record.down, none.down) : words.finding.together(record.down);
}
