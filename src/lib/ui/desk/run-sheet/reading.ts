/** People in a room read about so many words a minute. */
const WORDS_A_MINUTE = 200;

/** How long a text takes to read, in whole seconds, rounded to 5. */
export function readingSeconds(text: string): number {
	const words = text.split(/\s+/u).filter((word) => word !== '').length;
	return Math.max(5, Math.round((words * 60) / WORDS_A_MINUTE / 5) * 5);
}
