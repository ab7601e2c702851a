import { seedFromText } from '../../sim/run.ts';
import type { Model } from '../../sim/model.ts';
import { Recording } from '../../sim/what-if/recording.ts';
import { byMinute } from '../../exercise/world/orders.ts';
import type { RunJob } from './run-job.ts';

/** Keeps the recording that was asked for last: runs that are compared with one another come together. */
export class Recordings {
	#last: { readonly model: Model; readonly key: string; readonly recording: Recording } | null = null;

	/** The run that a job is beside, read off at its minutes. */
	besides(model: Model, { seed, beside = [], minutes }: RunJob): Recording {
		const key = JSON.stringify([seed, beside, minutes]);
		if (this.#last?.model !== model || this.#last.key !== key) {
			const recording = new Recording(model, seedFromText(seed), byMinute(beside), minutes);
			this.#last = { model, key, recording };
		}
		return this.#last.recording;
	}
}
