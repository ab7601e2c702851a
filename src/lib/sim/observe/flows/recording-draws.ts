import { Draws } from '../../random/draws.ts';
import { STREAM_COUNT } from '../../random/streams.ts';

/** Draws that also remember how many hosts each stream moved: what a diagram shows as flows. The draws are the same. */
export class RecordingDraws extends Draws {
	/** By stream: hosts moved in cells that count, since the last reset. */
	readonly moved = new Float64Array(STREAM_COUNT);
	/** By cell: 1 where it counts; null: nothing is recorded. */
	counts: Uint8Array | null = null;

	override take(stream: number, cell: number, n: number, row: number): number {
		return this.#record(stream, cell, super.take(stream, cell, n, row));
	}

	override binomial(stream: number, address: number, n: number, p: number, logLikelier: number): number {
		return this.#record(stream, address, super.binomial(stream, address, n, p, logLikelier));
	}

	#record(stream: number, cell: number, taken: number): number {
		if (this.counts !== null && this.counts[cell] === 1) this.moved[stream]! += taken;
		return taken;
	}
}
