import { strFromU8, unzipSync } from 'fflate';
import { utcMinute } from '../../scenario/worlds/calendar.ts';
import { elements, unescaped, type XmlElement } from './xml-elements.ts';
import { EMPTY, textCell, type Table, type TableCell, type TableReading, type TableRow } from './table.ts';

/** What a list of injects unpacks to, at most; and how many times its packed size. */
const BYTES_MOST = 80_000_000;
const RATIO_MOST = 400;
const SMALL = 2_000_000;

const ZIP = [0x50, 0x4b];
const OLD = [0xd0, 0xcf, 0x11, 0xe0];
const starts = (bytes: Uint8Array, signs: readonly number[]) => signs.every((sign, n) => bytes[n] === sign);

/** Reads the sheets of an XLSX file: values, never formulas. */
export function readWorkbook(bytes: Uint8Array): TableReading {
	if (bytes.length === 0) return { ok: false, fault: 'empty' };
	// A workbook with a password is kept in the container of old ones.
	if (starts(bytes, OLD)) return { ok: false, fault: isLocked(bytes) ? 'lockedWorkbook' : 'oldWorkbook' };
	if (!starts(bytes, ZIP)) return { ok: false, fault: 'renamedText' };
	let total = 0;
	let isBomb = false;
	let files: Record<string, Uint8Array>;
	try {
		files = unzipSync(bytes, {
			filter: ({ name, size, originalSize }) => {
				if (!/^xl\/.*\.(xml|rels)$/.test(name)) return false;
				total += originalSize;
				const swells = originalSize > SMALL && originalSize > size * RATIO_MOST;
				isBomb ||= total > BYTES_MOST || swells;
				return !isBomb;
			}
		});
	} catch {
		return { ok: false, fault: 'damaged' };
	}
	if (isBomb) return { ok: false, fault: 'zipBomb' };
	if (files['xl/workbook.xml'] === undefined) return { ok: false, fault: 'otherArchive' };
	return { ok: true, tables: sheetsOf((name) => strFromU8(files[name] ?? new Uint8Array())) };
}

function isLocked(bytes: Uint8Array): boolean {
	// Names in it are UTF-16: every second byte is zero.
	const plain = strFromU8(bytes.slice(0, 200_000), true).replaceAll('\u0000', '');
	return plain.includes('EncryptedPackage');
}

function sheetsOf(read: (name: string) => string): Table[] {
	const book = read('xl/workbook.xml');
	const targets = new Map(
		elements(read('xl/_rels/workbook.xml.rels'), 'Relationship').map(({ attributes }) => [
			attributes.Id ?? '',
			(attributes.Target ?? '').replace(/^\/?(xl\/)?/, '')
		])
	);
	const is1904 = /date1904="(1|true)"/.test(book);
	const strings = elements(read('xl/sharedStrings.xml'), 'si').map(({ inside }) => plainText(inside));
	const looks = looksOf(read('xl/styles.xml'));
	return elements(book, 'sheet')
		.filter(({ attributes }) => attributes.state === undefined || attributes.state === 'visible')
		.map(({ attributes }) => {
			const xml = read(`xl/${targets.get(attributes['r:id'] ?? '') ?? ''}`);
			return {
				sheet: unescaped(attributes.name ?? ''),
				rows: rowsOf(xml, { strings, looks, is1904 })
			};
		});
}

interface Look {
	readonly isDate: boolean;
	readonly hasDay: boolean;
	readonly isStruck: boolean;
}

interface Book {
	readonly strings: readonly string[];
	readonly looks: readonly Look[];
	readonly is1904: boolean;
}

/** Formats of dates and times that have a number and no text. */
const DATES = new Set([14, 15, 16, 17, 22, 27, 30, 36, 50, 57]);
const TIMES = new Set([18, 19, 20, 21, 45, 46, 47]);

function looksOf(styles: string): Look[] {
	const formats = new Map(
		elements(styles, 'numFmt').map(({ attributes }) => [
			Number(attributes.numFmtId),
			unescaped(attributes.formatCode ?? '')
				.replace(/"[^"]*"|\\.|\[(?!h+\]|m+\])[^\]]*\]/g, '')
				.toLowerCase()
		])
	);
	const fonts = elements(elements(styles, 'fonts')[0]?.inside ?? '', 'font');
	return elements(elements(styles, 'cellXfs')[0]?.inside ?? '', 'xf').map(({ attributes }) => {
		const id = Number(attributes.numFmtId ?? 0);
		const own = formats.get(id);
		const hasDay = own === undefined ? DATES.has(id) : /[dy]/.test(own);
		const isDate = hasDay || (own === undefined ? TIMES.has(id) : /[hs]/.test(own));
		const struck = fonts[Number(attributes.fontId ?? 0)]?.inside ?? '';
		return { isDate, hasDay, isStruck: /<strike\s*(?:\/>|val="(?:1|true)")/.test(struck) };
	});
}

function rowsOf(xml: string, book: Book): TableRow[] {
	const grid = new Map<number, { row: XmlElement; cells: TableCell[]; struck: boolean[] }>();
	let next = 1;
	for (const row of elements(elements(xml, 'sheetData')[0]?.inside ?? '', 'row')) {
		const number = Number(row.attributes.r ?? next);
		next = number + 1;
		const cells: TableCell[] = [];
		const struck: boolean[] = [];
		for (const cell of elements(row.inside, 'c')) {
			const at = columnOf(cell.attributes.r ?? '') ?? cells.length;
			while (cells.length < at) cells.push(EMPTY);
			const look = book.looks[Number(cell.attributes.s ?? 0)];
			cells[at] = cellOf(cell, look, book);
			if (cells[at].kind !== 'empty') struck.push(look?.isStruck ?? false);
		}
		grid.set(number, { row, cells, struck });
	}
	spreadMerged(xml, grid);
	return [...grid]
		.map(([number, { row, cells, struck }]) => ({
			...{ number, cells },
			isHidden: row.attributes.hidden === '1' || row.attributes.hidden === 'true',
			isStruck: struck.length > 0 && struck.every((one) => one)
		}))
		.filter(({ cells }) => cells.some(({ kind }) => kind !== 'empty'));
}

/** What stands in a merged cell stands in all that it covers. */
function spreadMerged(xml: string, grid: ReadonlyMap<number, { cells: TableCell[] }>): void {
	for (const { attributes } of elements(xml, 'mergeCell')) {
		const [, left, top, right, bottom] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(attributes.ref ?? '') ?? [];
		if (left === undefined) continue;
		const [from, to] = [columnOf(left)!, columnOf(right!)!];
		const value = grid.get(Number(top))?.cells[from] ?? EMPTY;
		for (const [number, { cells }] of grid) {
			if (number < Number(top) || number > Number(bottom)) continue;
			while (cells.length <= to) cells.push(EMPTY);
			for (let column = from; column <= to; column++) cells[column] = value;
		}
	}
}

function cellOf(
	{ attributes, inside }: XmlElement,
	look: Look | undefined,
	{ strings, is1904 }: Book
): TableCell {
	if (attributes.t === 'inlineStr') return textCell(plainText(elements(inside, 'is')[0]?.inside ?? ''));
	const value = unescaped(elements(inside, 'v')[0]?.inside ?? '');
	if (value === '') return EMPTY;
	if (attributes.t === 's') return textCell(strings[Number(value)] ?? '');
	if (attributes.t === 'b') return textCell(value === '1' ? 'TRUE' : 'FALSE');
	if (attributes.t === 'd') return textCell(value);
	const number = Number(value);
	if (attributes.t === 'str' || attributes.t === 'e' || !Number.isFinite(number)) return textCell(value);
	if (look?.isDate !== true) return { kind: 'number', value: number, text: value };
	// Serial days; the calendar that counts from 1900 has a 29 February that year which never was.
	const days = is1904 ? utcMinute('1904-01-01T00:00Z') / 1440 : utcMinute('1899-12-30T00:00Z') / 1440;
	const minute = look.hasDay ? Math.round((number + days) * 1440) : Math.round(number * 1440);
	return { kind: 'date', minute, hasDay: look.hasDay, text: value };
}

function plainText(inside: string): string {
	const runs = elements(inside.replace(/<rPh\b.*?<\/rPh>/gs, ''), 't').map((one) => unescaped(one.inside));
	return runs
		.join('')
		.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function columnOf(reference: string): number | null {
	const [letters] = /^[A-Z]+/.exec(reference) ?? [];
	if (letters === undefined) return null;
	return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
