import * as v from 'valibot';
import { groupField, reflectionField, REFLECTION_KINDS } from '../../protocol/reflections.ts';
import type { RoomRows } from '../kept/room-rows.ts';

/** What somebody would keep or change, as they said it after the exercise. */
const rowSchema = v.strictObject({
	number: v.number(),
	person: v.string(),
	kind: v.picklist(REFLECTION_KINDS),
	text: reflectionField,
	group: v.nullable(groupField)
});
type Row = v.InferOutput<typeof rowSchema>;

/** Cards of a seat at most. */
export const REFLECTIONS_A_SEAT = 10;

/** A card as everybody sees it: nobody's name stands on it. */
export type Reflection = Omit<Row, 'person' | 'number'> & { readonly id: string };

/** What people would keep and change. Kept in rows beside the log, and grouped by the facilitators. */
export class Reflections {
	readonly #rows: RoomRows;
	readonly #cards: Map<string, Row>;

	private constructor(rows: RoomRows, cards: Map<string, Row>) {
		this.#rows = rows;
		this.#cards = cards;
	}

	static async read(rows: RoomRows): Promise<Reflections> {
		const cards = await rows.read('reflections', rowSchema);
		return new Reflections(rows, new Map([...cards].sort(([, a], [, b]) => a.number - b.number)));
	}

	/** In the order in which they came. */
	get all(): Reflection[] {
		return [...this.#cards].map(([id, { kind, text, group }]) => ({ id, kind, text, group }));
	}

	countOf(person: string): number {
		return [...this.#cards.values()].filter((card) => card.person === person).length;
	}

	/** False: they have as many as one may have. */
	async add(person: string, kind: Row['kind'], text: string): Promise<boolean> {
		if (this.countOf(person) >= REFLECTIONS_A_SEAT) return false;
		const number = 1 + Math.max(0, ...[...this.#cards.values()].map((card) => card.number));
		await this.#write(`card-${number}`, { number, person, kind, text, group: null });
		return true;
	}

	/** Puts cards under a heading, or (null) under none. */
	async group(cards: readonly string[], group: string | null): Promise<void> {
		for (const id of cards) {
			const card = this.#cards.get(id);
			if (card !== undefined) await this.#write(id, { ...card, group });
		}
	}

	/** No cards any more. */
	async erase(): Promise<void> {
		for (const id of [...this.#cards.keys()]) {
			await this.#rows.remove('reflections', id);
			this.#cards.delete(id);
		}
	}

	async #write(id: string, row: Row): Promise<void> {
		await this.#rows.put('reflections', id, row);
		this.#cards.set(id, row);
	}
}
