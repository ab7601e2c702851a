import type { Attribution } from '../../debrief/attribution/attribution.ts';
import { Attributing, type AttributingParts } from '../../room/replay/attributing.ts';
import { playKeyOf, type FinishedPlay } from '../../room/replay/play-runs.ts';
import type { OpenKeptWorlds } from './kept-worlds.ts';

export interface AttributionParts extends Pick<
	AttributingParts,
	'runWorlds' | 'ensembleOf' | 'clock' | 'effort'
> {
	readonly openKeptWorlds: OpenKeptWorlds;
}

/** What the decisions of one finished play were worth, for whoever looks at it: what is kept is told at once, the rest when it is asked for. */
export class PlayAttribution {
	readonly #opened: Promise<Attributing>;
	#isOn = false;
	#isClosed = false;

	constructor(play: FinishedPlay, parts: AttributionParts, tell: (attribution: Attribution) => void) {
		this.#opened = parts.openKeptWorlds(playKeyOf(play)).then(
			(kept) =>
				new Attributing(play, {
					...parts,
					kept,
					tell: (attribution) => {
						if (!this.#isClosed) tell(attribution);
					}
				})
		);
		void this.#opened.then((attributing) => (this.#isClosed ? undefined : attributing.recall()));
	}

	/** Goes on, or stops. */
	set(on: boolean): void {
		this.#isOn = on;
		void this.#opened.then((attributing) => {
			if (this.#isClosed || on !== this.#isOn) return;
			if (on) void attributing.run();
			else attributing.stop();
		});
	}

	/** Stops, and tells nothing more. */
	close(): void {
		this.#isClosed = true;
		void this.#opened.then((attributing) => attributing.stop());
	}
}
