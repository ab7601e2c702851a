/** After so long people have read what there is. */
export const READ_MS = 4 * 60_000;

/** Whether a situation has been shown for so long without anybody being able to decide that time may have been forgotten. */
export class SituationWatch {
	#place: string | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;
	isLong = $state(false);

	/** @param place where the exercise stands in a situation; null: it does not, or time is held */
	see(place: string | null): void {
		if (place === this.#place) return;
		this.#place = place;
		this.isLong = false;
		clearTimeout(this.#timer);
		if (place !== null) this.#timer = setTimeout(() => (this.isLong = true), READ_MS);
	}
}
