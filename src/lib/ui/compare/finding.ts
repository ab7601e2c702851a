import type { Comparison } from '../../client/compare/comparison.svelte.ts';
import { dayAndTime } from '../../text/moments.ts';
import type { Words } from '../../text/words.ts';

/** Less than this share of the larger number is chance or the first minutes, not a difference to speak of. */
const WORTH_SAYING = 0.02;

/** What the two runs show at this minute, as one sentence: the heading of the page's first chart. */
export function finding({ frames, facts, motion, minute }: Comparison, words: Words): string {
	const record = frames.record?.world;
	const none = frames.none?.world;
	if (facts === null || record === undefined || none === undefined) return words.opening;
	const release = Math.min(...facts.releaseMinutes);
	if (minute <= release) return words.finding.before;
	if (motion === 'ended') return words.finding.end(record.everCrashed, none.everCrashed);
	const apart = none.down - record.down > none.down * WORTH_SAYING;
	return apart ? words.finding.apart(record.down, none.down) : words.finding.together(record.down);
}

/** Both runs at this minute in one sentence: what the first chart says to those who do not see it. */
export function hostsSentence(
	{ frames, facts, minute }: Comparison,
	recordName: string,
	words: Words
): string {
	const record = frames.record?.world;
	const none = frames.none?.world;
	if (facts === null || record === undefined || none === undefined) return '';
	const now = dayAndTime(facts.startMinute + minute);
	const { sentence } = words.hostsChart;
	return sentence(recordName, now, record.down, none.down, record.everCrashed, none.everCrashed);
}
