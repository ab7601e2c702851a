import * as v from 'valibot';
import type { RoomRows } from '../kept/room-rows.ts';

const rowSchema = v.strictObject({ text: v.string(), number: v.number() });
/** `number` counts the writings. */
export type Pad = v.InferOutput<typeof rowSchema>;

const EMPTY: Pad = { text: '', number: 0 };

/** What teams write down for themselves: nobody else is shown it, the staff neither. */
export class Pads {
	readonly #rows: RoomRows;
	readonly #pads: Map<string, Pad>;

	private constructor(rows: RoomRows, pads: Map<string, Pad>) {
		this.#rows = rows;
		this.#pads = pads;
	}

	static async read(rows: RoomRows): Promise<Pads> {
		return new Pads(rows, await rows.read('pads', rowSchema));
	}

	of(team: string): Pad {
		return this.#pads.get(team) ?? EMPTY;
	}

	/** Nothing is written any more. */
	async erase(): Promise<void> {
		for (const team of [...this.#pads.keys()]) {
			await this.#rows.remove('pads', team);
			this.#pads.delete(team);
		}
	}

	/** @returns null, or the pad as it is where somebody has written to it since `base` */
	async write(team: string, text: string, base: number): Promise<Pad | null> {
		const pad = this.of(team);
		if (pad.number !== base) return pad;
		const next = { text, number: base + 1 };
		await this.#rows.put('pads', team, next);
		this.#pads.set(team, next);
		return null;
	}
}
