import type { TableBlock, TableCell } from './blocks.ts';
import { paragraphXml } from './word-text.ts';
import { xmlAttribute } from './xml.ts';

/** @param width of the text, in twentieths of a point */
export function tableXml(table: TableBlock, width: number): string {
	const { caption, head, rows, widths } = table;
	const whole = widths.reduce((sum, share) => sum + share, 0);
	const columns = widths.map((share) => Math.floor((width * share) / whole));
	const grid = columns.map((one) => `<w:gridCol w:w="${one}"/>`).join('');
	const called = caption === null ? '' : `<w:tblCaption w:val="${xmlAttribute(caption)}"/>`;
	const look =
		`<w:tblPr><w:tblW w:w="${columns.reduce((sum, one) => sum + one, 0)}" w:type="dxa"/><w:tblBorders>${BORDERS}</w:tblBorders>` +
		'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="90" w:type="dxa"/>' +
		`<w:bottom w:w="40" w:type="dxa"/><w:right w:w="90" w:type="dxa"/></w:tblCellMar>` +
		`<w:tblLook w:val="0${head === null ? '08' : '02'}0"/>${called}</w:tblPr>`;
	const first = head === null ? '' : rowXml(head.map(asHead), columns, { repeats: true, keeps: true });
	const others = rows.map((cells, index) => {
		const own = head === null ? cells.map((cell, n) => (n === 0 ? asHead(cell) : cell)) : cells;
		const keeps = rows.length <= KEPT_TOGETHER && index < rows.length - 1;
		return rowXml(own, columns, { repeats: false, keeps });
	});
	const above = caption === null ? '' : paragraphXml('TableCaption', caption);
	// Two tables that touch are one to a word processor.
	return `${above}<w:tbl>${look}<w:tblGrid>${grid}</w:tblGrid>${first}${others.join('')}</w:tbl>${paragraphXml('AfterTable', '')}`;
}

/** Tables of so few rows are not broken between pages. */
const KEPT_TOGETHER = 12;

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
	.map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`)
	.join('');

function asHead(cell: TableCell): TableCell {
	return typeof cell === 'string' ? { text: cell, isHead: true } : { ...cell, isHead: true };
}

/** @param repeats on every page; `keeps`: on the page of the next row */
function rowXml(
	cells: readonly TableCell[],
	columns: readonly number[],
	{ repeats, keeps }: { readonly repeats: boolean; readonly keeps: boolean }
): string {
	const keep = keeps ? '<w:keepNext/>' : '';
	let column = 0;
	const written = cells.map((cell) => {
		const { text, isHead = false, align, span = 1 } = typeof cell === 'string' ? { text: cell } : cell;
		const width = columns.slice(column, column + span).reduce((sum, one) => sum + one, 0);
		column += span;
		const over = span === 1 ? '' : `<w:gridSpan w:val="${span}"/>`;
		const shade = isHead ? '<w:shd w:val="clear" w:color="auto" w:fill="E4E7EC"/>' : '';
		const centred = align === 'centre' ? '<w:jc w:val="center"/>' : '';
		const style = isHead ? 'TableHead' : 'TableText';
		const lines = text.split('\n').map((line) => paragraphXml(style, line, keep + centred));
		return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${over}${shade}</w:tcPr>${lines.join('')}</w:tc>`;
	});
	const look = `<w:trPr>${'<w:cantSplit/>'}${repeats ? '<w:tblHeader/>' : ''}</w:trPr>`;
	return `<w:tr>${look}${written.join('')}</w:tr>`;
}
