import { tick } from 'svelte';
import { atMostWords } from './brief.ts';

const BETWEEN_MS = 1000;
const MOST_WORDS = 25;

/**
 * What is said to a screen reader, for the whole page: one message at a time, at most one a second, each of 25 words
 * at most. A newer message on the same subject takes the place of one that has not been said yet.
 */
export class Announcer {
	text = $state('');
	#waiting: { readonly subject: string; readonly text: string }[] = [];
	/** Something is being said, or was a moment ago. */
	#isBusy = false;
	#pause: ReturnType<typeof setTimeout> | undefined;

	say(text: string, subject: string): void {
		this.#waiting = this.#waiting.filter((one) => one.subject !== subject);
		if (text.trim() === '') return;
		this.#waiting.push({ subject, text: atMostWords(text, MOST_WORDS) });
		if (!this.#isBusy) void this.#next();
	}

	/** Something else is said now, the name of a page that was opened: what is to be said here comes a second later. */
	giveWay(): void {
		this.#isBusy = true;
		clearTimeout(this.#pause);
		this.#pause = setTimeout(() => void this.#next(), BETWEEN_MS);
	}

	async #next(): Promise<void> {
		const next = this.#waiting.shift();
		this.#isBusy = next !== undefined;
		if (next === undefined) return;
		const { text } = next;
		// The same words again are no change to a screen reader.
		this.text = text === this.text ? `${text}\u00a0` : text;
		// A busy page writes it late: the pause begins when it stands there.
		await tick();
		this.giveWay();
	}
}

export const announcer = new Announcer();
