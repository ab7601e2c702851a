/** A log that was opened on one page and is to be played on another; it lives as long as the page does. */
let waiting: { readonly name: string; readonly text: string } | null = null;

export function handOver(log: { readonly name: string; readonly text: string }): void {
	waiting = log;
}

/** What was handed over, once. */
export function takeOver(): { readonly name: string; readonly text: string } | null {
	const log = waiting;
	waiting = null;
	return log;
}
