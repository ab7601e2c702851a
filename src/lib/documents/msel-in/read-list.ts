import { readCsv } from './read-csv.ts';
import { readWorkbook } from './read-workbook.ts';
import { LIST_BYTES_MOST, type TableReading } from './table.ts';

/** Reads a file as the tables that it holds: separated values by the end of its name, anything else as a workbook. */
export function readList(name: string, bytes: Uint8Array): TableReading {
	if (bytes.length > LIST_BYTES_MOST) return { ok: false, fault: 'tooLarge' };
	return /\.(csv|tsv|txt)$/i.test(name) ? readCsv(bytes) : readWorkbook(bytes);
}
