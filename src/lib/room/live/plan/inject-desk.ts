import * as v from 'valibot';
import type { RoomRows } from '../kept/room-rows.ts';

const waitingSchema = v.strictObject({ by: v.string() });
const plannerSchema = v.strictObject({ by: v.string() });

/** What facilitators are at with the injects of a room, beside the log: who changed what, who writes, what waits. */
export class InjectDesk {
	readonly #rows: RoomRows;
	/** To be released when the exercise goes on, by inject, with who released it. */
	readonly #waiting: Map<string, { by: string }>;
	/** Who changed or released an inject last. */
	readonly #planners: Map<string, { by: string }>;
	/** Who is writing at which inject. As long as their page is there. */
	readonly #writing = new Map<string, string>();

	private constructor(
		rows: RoomRows,
		waiting: Map<string, { by: string }>,
		planners: Map<string, { by: string }>
	) {
		this.#rows = rows;
		this.#waiting = waiting;
		this.#planners = planners;
	}

	static async read(rows: RoomRows): Promise<InjectDesk> {
		return new InjectDesk(
			rows,
			await rows.read('releases', waitingSchema),
			await rows.read('planners', plannerSchema)
		);
	}

	get waiting(): readonly string[] {
		return [...this.#waiting.keys()];
	}

	get planners(): readonly { readonly inject: string; readonly by: string }[] {
		return [...this.#planners].map(([inject, { by }]) => ({ inject, by }));
	}

	get writing(): readonly { readonly inject: string; readonly person: string }[] {
		return [...this.#writing].map(([person, inject]) => ({ person, inject }));
	}

	async wait(inject: string, by: string): Promise<void> {
		await this.#rows.put('releases', inject, { by });
		this.#waiting.set(inject, { by });
	}

	/** It is released no more when the exercise goes on: it is out, or somebody has thought better of it. */
	async callOff(inject: string): Promise<void> {
		if (!this.#waiting.has(inject)) return;
		await this.#rows.remove('releases', inject);
		this.#waiting.delete(inject);
	}

	async did(inject: string, by: string): Promise<void> {
		await this.#rows.put('planners', inject, { by });
		this.#planners.set(inject, { by });
	}

	/** @param inject null: somebody writes at none any more */
	writes(person: string, inject: string | null): void {
		if (inject === null) this.#writing.delete(person);
		else this.#writing.set(person, inject);
	}
}
