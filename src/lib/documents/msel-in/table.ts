/** A cell as a file has it. Dates of spreadsheets are numbers with a format: they come as the minute that they name. */
export type TableCell =
	| { readonly kind: 'empty' }
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'number'; readonly value: number; readonly text: string }
	/** Minutes since 2000-01-01 00:00, on whatever clock its author meant. */
	| { readonly kind: 'date'; readonly minute: number; readonly hasDay: boolean; readonly text: string };

export interface TableRow {
	/** As the program that made it counts, from 1. */
	readonly number: number;
	readonly cells: readonly TableCell[];
	/** Hidden, or struck through: somebody has put it aside. */
	readonly isHidden: boolean;
	readonly isStruck: boolean;
}

export interface Table {
	readonly sheet: string | null;
	readonly rows: readonly TableRow[];
}

/** Why a file is no list that can be read. */
export type TableFault =
	| 'empty'
	| 'tooLarge'
	| 'zipBomb'
	| 'oldWorkbook'
	| 'lockedWorkbook'
	| 'renamedText'
	| 'otherArchive'
	| 'damaged';

export type TableReading =
	| { readonly ok: true; readonly tables: readonly Table[] }
	| { readonly ok: false; readonly fault: TableFault };

/** More than any list of injects has. */
export const LIST_BYTES_MOST = 50_000_000;

export const EMPTY: TableCell = { kind: 'empty' };

export function textOf(cell: TableCell | undefined): string {
	return cell === undefined || cell.kind === 'empty' ? '' : cell.text;
}

export function textCell(text: string): TableCell {
	return text.trim() === '' ? EMPTY : { kind: 'text', text: text.trim() };
}
