import { cleanLine, cleanText, clipped } from './clean.ts';
import { officeFile, OFFICE, type AboutFile, type OfficePart } from './office-file.ts';
import { xmlAttribute, xmlText } from './xml.ts';

/** A cell's text, its number, or nothing. Never a formula. */
export type SheetCell = string | number | null;

export interface Sheet {
	readonly name: string;
	/** Widths in characters. */
	readonly widths: readonly number[];
	readonly head: readonly string[];
	readonly rows: readonly (readonly SheetCell[])[];
	/** How many of the columns are printed, from the first. */
	readonly printed: number;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** As much as a cell holds. */
const CELL_MOST = 32_767;
const NAME_MOST = 31;
const STYLES = { text: 1, head: 2, quoted: 3, number: 4 } as const;
const LIKE_A_FORMULA = /^[=+\-@＝＋－＠]/u;

/** A spreadsheet: of each sheet the first row stays in sight, is repeated on every page, and filters. */
export function workbookFile(about: AboutFile, sheets: readonly Sheet[]): Uint8Array {
	const names = sheetNames(sheets);
	const parts: OfficePart[] = [
		{
			path: 'xl/workbook.xml',
			contentType: `${TYPES}.sheet.main+xml`,
			content: workbook(names, sheets),
			relations: [
				...sheets.map((_, n) => ({
					id: `rId${n + 1}`,
					type: 'worksheet',
					target: `worksheets/sheet${n + 1}.xml`
				})),
				{ id: `rId${sheets.length + 1}`, type: 'styles', target: 'styles.xml' }
			]
		},
		{ path: 'xl/styles.xml', contentType: `${TYPES}.styles+xml`, content: styles() },
		...sheets.map((sheet, n) => ({
			path: `xl/worksheets/sheet${n + 1}.xml`,
			contentType: `${TYPES}.worksheet+xml`,
			content: worksheet(sheet, about)
		}))
	];
	return officeFile(about, 'xl/workbook.xml', parts);
}

/** Names that programs accept, each once. */
function sheetNames(sheets: readonly Sheet[]): string[] {
	const taken = new Set<string>();
	return sheets.map(({ name }, n) => {
		const plain = clipped(
			cleanLine(name)
				.replace(/[[\]:*?/\\']/g, ' ')
				.trim(),
			NAME_MOST
		);
		const own = plain === '' || taken.has(plain.toLowerCase()) ? `Sheet ${n + 1}` : plain;
		taken.add(own.toLowerCase());
		return own;
	});
}

function workbook(names: readonly string[], sheets: readonly Sheet[]): string {
	const list = names.map(
		(name, n) => `<sheet name="${xmlAttribute(name)}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`
	);
	const defined = sheets.flatMap(({ head, printed }, n) => {
		const sheet = `'${names[n]}'`;
		const last = columnName(head.length - 1);
		const area = `$A$1:$${last}$${sheets[n].rows.length + 1}`;
		return [
			`<definedName name="_xlnm._FilterDatabase" localSheetId="${n}" hidden="1">${xmlText(`${sheet}!${area}`)}</definedName>`,
			`<definedName name="_xlnm.Print_Area" localSheetId="${n}">${xmlText(`${sheet}!$A$1:$${columnName(printed - 1)}$${sheets[n].rows.length + 1}`)}</definedName>`,
			`<definedName name="_xlnm.Print_Titles" localSheetId="${n}">${xmlText(`${sheet}!$1:$1`)}</definedName>`
		];
	});
	return (
		`<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><sheets>${list.join('')}</sheets>` +
		`<definedNames>${defined.join('')}</definedNames></workbook>`
	);
}

function worksheet({ widths, head, rows, printed }: Sheet, { title, marking }: AboutFile): string {
	const cols = widths.map(
		(width, n) => `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`
	);
	// As high as what is printed needs.
	const seen = widths.slice(0, printed);
	const area = `A1:${columnName(head.length - 1)}${rows.length + 1}`;
	const all = [row(1, head, seen, STYLES.head), ...rows.map((cells, n) => row(n + 2, cells, seen, null))];
	// Signs that stand for something in a header are written twice.
	const plain = (text: string) => xmlText(cleanLine(text).replaceAll('&', '&&'));
	return (
		`<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="${area}"/>` +
		'<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
		'</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>' +
		`<cols>${cols.join('')}</cols><sheetData>${all.join('')}</sheetData><autoFilter ref="${area}"/>` +
		'<pageMargins left="0.4" right="0.4" top="0.8" bottom="0.7" header="0.3" footer="0.3"/>' +
		'<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>' +
		`<headerFooter><oddHeader>&amp;C&amp;B${plain(marking)}&amp;B</oddHeader>` +
		`<oddFooter>&amp;L${plain(title)}&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>`
	);
}

function row(
	number: number,
	cells: readonly SheetCell[],
	widths: readonly number[],
	style: number | null
): string {
	const written = cells.map((value, n) => cell(`${columnName(n)}${number}`, value, style));
	const lines = Math.max(...widths.map((width, n) => linesOf(cells[n] ?? null, width)));
	const height = Math.min(HEIGHT_MOST, lines * LINE_HEIGHT + 3);
	return `<row r="${number}" ht="${height}" customHeight="1">${written.join('')}</row>`;
}

/** In points. */
const LINE_HEIGHT = 13;
const HEIGHT_MOST = 409;

/** About how many lines a text takes: not every program works that out when it opens a file. */
function linesOf(value: SheetCell, width: number): number {
	if (typeof value !== 'string') return 1;
	const lines = value.split('\n').map(({ length }) => Math.max(1, Math.ceil(length / (width * 0.95))));
	return lines.reduce((sum, count) => sum + count, 0);
}

function cell(at: string, value: SheetCell, style: number | null): string {
	if (value === null || value === '') return `<c r="${at}" s="${style ?? STYLES.text}"/>`;
	if (typeof value === 'number') return `<c r="${at}" s="${style ?? STYLES.number}"><v>${value}</v></c>`;
	const text = clipped(cleanText(value), CELL_MOST);
	const own = style ?? (LIKE_A_FORMULA.test(text) ? STYLES.quoted : STYLES.text);
	return `<c r="${at}" s="${own}" t="inlineStr"><is><t xml:space="preserve">${xmlText(literal(text))}</t></is></c>`;
}

/** What looks like the escape of a character is that text, and no escape. */
function literal(text: string): string {
	return text.replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x');
}

/** 0: `A`, 26: `AA`. */
export function columnName(index: number): string {
	const letter = String.fromCharCode(65 + (index % 26));
	return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

function styles(): string {
	const align = '<alignment vertical="top" wrapText="1"/>';
	const line =
		'<left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/>';
	return (
		`<styleSheet xmlns="${MAIN}">` +
		'<fonts count="2"><font><sz val="10"/><name val="Arial"/></font><font><b/><sz val="10"/><name val="Arial"/></font></fonts>' +
		'<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
		'<fill><patternFill patternType="solid"><fgColor rgb="FFE4E7EC"/></patternFill></fill></fills>' +
		`<borders count="2"><border/><border>${line}</border></borders>` +
		'<cellStyleXfs count="1"><xf/></cellStyleXfs>' +
		'<cellXfs count="5"><xf xfId="0"/>' +
		`<xf borderId="1" applyBorder="1" applyAlignment="1" numFmtId="49" applyNumberFormat="1" xfId="0">${align}</xf>` +
		`<xf fontId="1" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" xfId="0">${align}</xf>` +
		`<xf borderId="1" applyBorder="1" applyAlignment="1" quotePrefix="1" numFmtId="49" applyNumberFormat="1" xfId="0">${align}</xf>` +
		`<xf borderId="1" applyBorder="1" applyAlignment="1" xfId="0">${align}</xf></cellXfs>` +
		'<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
	);
}
