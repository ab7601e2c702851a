import { announcer } from '../announcer/announcer.svelte.ts';
import { wordsFor } from '../../text/words.ts';
import type { TimerWatch } from './timer.svelte.ts';

const KEY = 'patchfall.countdown';
const OFF = 'off';

/** Whether seconds run on this device. Who does without them is told until when there is time. */
export class Countdown {
	#runs = $state(read());

	get runs(): boolean {
		return this.#runs;
	}

	set runs(runs: boolean) {
		this.#runs = runs;
		try {
			if (runs) localStorage.removeItem(KEY);
			else localStorage.setItem(KEY, OFF);
		} catch {
			// Without storage it holds as long as the page.
		}
	}
}

function read(): boolean {
	try {
		return localStorage.getItem(KEY) !== OFF;
	} catch {
		return true;
	}
}

/** Says aloud when a minute is left, twenty seconds, and none. Made in a component. */
export function speakTime(timer: TimerWatch, speaks: () => boolean = () => true): void {
	const words = wordsFor().live.timer;
	const spoken: Readonly<Record<number, string>> = { 60: words.minute, 20: words.seconds, 0: words.over };
	$effect(() => {
		const text = timer.runs && timer.leftS !== null && speaks() ? spoken[timer.leftS] : undefined;
		if (text !== undefined) announcer.say(text, 'timer');
	});
}
