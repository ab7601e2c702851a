import { ReadableError } from '../readable-error.ts';
/** One row of a table: the cell texts by column name. */
export type CsvRow = Record<string, string>;

/**
 * Reads a comma-separated table whose first line names the columns. Quoted cells may hold commas and doubled
 * quotes, never line breaks. Throws with table and line when a row has another number of cells than the head.
 */
export function parseCsv(text: string, table: string): CsvRow[] {
	const lines = text.split('\n').filter((line) => line !== '');
	const head = splitLine(lines[0] ?? '');
	return lines.slice(1).map((line, index) => {
		const cells = splitLine(line);
		if (cells.length !== head.length)
			throw new ReadableError(
				`${table} line ${index + 2}: ${cells.length} cells, the head has ${head.length}; add or remove commas.`
			);
		return Object.fromEntries(head.map((name, column) => [name, cells[column]]));
	});
}

function splitLine(line: string): string[] {
	const cells: string[] = [];
	for (const match of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))/g))
		cells.push(match[1] === undefined ? match[2] : match[1].replaceAll('""', '"'));
	return cells;
}

/** The number in a cell. Throws with table, row key and column when it is none. */
export function numberIn(row: CsvRow, column: string, table: string): number {
	const text = row[column];
	const value = Number(text);
	if (text === undefined || text.trim() === '' || !Number.isFinite(value))
		throw new ReadableError(
			`${table}: "${text ?? ''}" in column ${column} is no number (${JSON.stringify(row)}).`
		);
	return value;
}
