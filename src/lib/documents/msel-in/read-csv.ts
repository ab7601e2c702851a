import { asWritten } from '../office/csv.ts';
import { textCell, type TableReading, type TableRow } from './table.ts';

/** What stands between cells, as programs of different countries write it. */
const DELIMITERS = [',', ';', '\t', '|'] as const;

/** Characters that Windows-1252 has where Latin-1 has none. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** Reads a table of separated values, whatever stands between cells, in UTF-8, UTF-16 or Windows-1252. */
export function readCsv(bytes: Uint8Array): TableReading {
	const text = decoded(bytes);
	if (text.trim() === '') return { ok: false, fault: 'empty' };
	const rows = cellsOf(text, delimiterOf(text));
	return { ok: true, tables: [{ sheet: null, rows }] };
}

/** The text of bytes that say nothing of their encoding, or only by their first two or three. */
export function decoded(bytes: Uint8Array): string {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
	if (bytes[0] === 0xfe && bytes[1] === 0xff) {
		const turned = bytes.slice();
		for (let n = 0; n + 1 < turned.length; n += 2) [turned[n], turned[n + 1]] = [turned[n + 1]!, turned[n]!];
		return new TextDecoder('utf-16le').decode(turned);
	}
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return Array.from(bytes, (byte) =>
			byte >= 0x80 && byte < 0xa0 ? [...WINDOWS_1252][byte - 0x80]! : String.fromCharCode(byte)
		).join('');
	}
}

/** The one that the first lines hold most evenly, outside of quotes. */
function delimiterOf(text: string): string {
	const counts = DELIMITERS.map((delimiter) => {
		const widths = cellsOf(text.slice(0, 20_000), delimiter)
			.slice(0, 20)
			.map(({ cells }) => cells.length);
		const most = Math.max(...widths);
		return { delimiter, score: most === 1 ? 0 : widths.filter((width) => width === most).length * most };
	});
	return counts.reduce((best, one) => (one.score > best.score ? one : best)).delimiter;
}

function cellsOf(text: string, delimiter: string): TableRow[] {
	const rows: TableRow[] = [];
	let cells: string[] = [];
	let cell = '';
	let isQuoted = false;
	let number = 1;
	let line = 1;
	const endRow = () => {
		const all = [...cells, cell].map((one) => textCell(asWritten(one)));
		if (all.some(({ kind }) => kind !== 'empty'))
			rows.push({ number, cells: all, isHidden: false, isStruck: false });
		[cells, cell] = [[], ''];
	};
	for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length; at++) {
		const sign = text[at]!;
		if (sign === '\n') line++;
		if (isQuoted) {
			if (sign !== '"') cell += sign;
			else if (text[at + 1] === '"') cell += text[++at]!;
			else isQuoted = false;
		} else if (sign === '"' && cell.trim() === '') [isQuoted, cell] = [true, ''];
		else if (sign === delimiter) {
			cells.push(cell);
			cell = '';
		} else if (sign === '\n') {
			endRow();
			number = line;
		} else if (sign !== '\r') cell += sign;
	}
	endRow();
	return rows;
}
