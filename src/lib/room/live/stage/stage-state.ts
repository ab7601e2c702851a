import * as v from 'valibot';
import type { PhasePosition } from '../../../exercise/phases/phases.ts';
import { STAGE_SECTIONS, type StageSection } from './sections.ts';
import type { RoomRows } from '../kept/room-rows.ts';

const rowSchema = v.strictObject({
	section: v.picklist(STAGE_SECTIONS),
	isBlank: v.boolean(),
	isCodeShown: v.boolean(),
	/** Whether findings have been shown: what people have read cannot be taken back. */
	areFindingsOpen: v.boolean(),
	/** The team whose turn it is in the hot wash; null: none. */
	talks: v.optional(v.nullable(v.string()), null),
	/** Whether a clicker moves the exercise; null: nobody has said so. */
	clickerMoves: v.optional(v.nullable(v.boolean()), null)
});
type StageRow = v.InferOutput<typeof rowSchema>;

const FIRST: StageRow = {
	section: 'welcome',
	isBlank: false,
	isCodeShown: false,
	areFindingsOpen: false,
	talks: null,
	clickerMoves: null
};

/** What the big screen shows. It follows the exercise step by step; a facilitator may show something else meanwhile. */
export class StageState {
	readonly #rows: RoomRows;
	#row: StageRow;

	private constructor(rows: RoomRows, row: StageRow) {
		this.#rows = rows;
		this.#row = row;
	}

	static async read(rows: RoomRows): Promise<StageState> {
		return new StageState(rows, (await rows.read('stage', rowSchema)).get('stage') ?? FIRST);
	}

	get shown(): StageRow {
		return this.#row;
	}

	show(section: StageSection): Promise<void> {
		const areFindingsOpen = this.#row.areFindingsOpen || section === 'findings';
		return this.#write({ ...this.#row, section, isBlank: false, areFindingsOpen });
	}

	blank(isBlank: boolean): Promise<void> {
		return this.#write({ ...this.#row, isBlank });
	}

	showCode(isCodeShown: boolean): Promise<void> {
		return this.#write({ ...this.#row, isCodeShown });
	}

	handClicker(clickerMoves: boolean): Promise<void> {
		return this.#write({ ...this.#row, clickerMoves });
	}

	/** Whose turn it is in the talk about the findings. */
	talk(team: string | null): Promise<void> {
		return this.#write({
			...this.#row,
			talks: team,
			section: 'findings',
			isBlank: false,
			areFindingsOpen: true
		});
	}

	/** The exercise has come to another step. A ballot stays until it is over. */
	follow(position: PhasePosition, hasBallot: boolean): Promise<void> {
		if (hasBallot && this.#row.section === 'ballot') return Promise.resolve();
		return this.#write({ ...this.#row, section: sectionAt(position) });
	}

	/** There is no ballot to show any more. @param hasSummit whether it was shown in the midst of a summit */
	async ballotGone(position: PhasePosition, hasSummit: boolean): Promise<void> {
		if (this.#row.section !== 'ballot') return;
		await (hasSummit ? this.show('summit') : this.follow(position, false));
	}

	async #write(row: StageRow): Promise<void> {
		await this.#rows.put('stage', 'stage', row);
		this.#row = row;
	}
}

function sectionAt({ phase, step }: PhasePosition): StageSection {
	switch (phase) {
		case 'lobby':
			return 'welcome';
		case 'briefing':
			return 'title';
		case 'preparation':
			return 'situation';
		case 'incident':
		case 'recovery':
			return step === 'advance' ? 'map' : 'situation';
		case 'closed':
			return 'thanks';
		default:
			return 'hotWash';
	}
}
