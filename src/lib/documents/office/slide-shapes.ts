import { xmlAttribute, xmlText } from './xml.ts';

/** Places and sizes, in English Metric Units: 360,000 a centimetre. */
export interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

export const PAGE = { width: 12_192_000, height: 6_858_000 };
const MARGIN = 640_000;
export const HEADING: Box = { x: MARGIN, y: 480_000, width: PAGE.width - 2 * MARGIN, height: 900_000 };
export const BODY: Box = { x: MARGIN, y: 1_480_000, width: PAGE.width - 2 * MARGIN, height: 4_500_000 };

const offset = ({ x, y, width, height }: Box) =>
	`<a:off x="${x}" y="${y}"/><a:ext cx="${width}" cy="${height}"/>`;
const named = (id: number, name: string, alt = '') =>
	`<p:cNvPr id="${id}" name="${name}"${alt === '' ? '' : ` descr="${xmlAttribute(alt)}"`}/>`;

interface Look {
	/** In hundredths of a point. */
	readonly size: number;
	readonly align: 'l' | 'ctr';
	readonly isBold?: boolean;
}

const run = (text: string, look: Look | null) => {
	const properties = look === null ? '' : ` sz="${look.size}"${look.isBold === true ? ' b="1"' : ''}`;
	return `<a:r><a:rPr lang="en-GB"${properties}/><a:t>${xmlText(text)}</a:t></a:r>`;
};

function paragraphs(text: string, look: Look | null): string {
	const align = look === null ? '' : `<a:pPr algn="${look.align}"/>`;
	return text
		.split('\n')
		.map((line) => `<a:p>${align}${line === '' ? '' : run(line, look)}</a:p>`)
		.join('');
}

/** Text in one of the layout's places: its heading, or its points. */
export function textShape(id: number, name: string, text: string, box: Box): string {
	const place = name === 'Title' ? '<p:ph type="title"/>' : '<p:ph idx="1"/>';
	return (
		`<p:sp><p:nvSpPr>${named(id, name)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${place}</p:nvPr></p:nvSpPr>` +
		`<p:spPr><a:xfrm>${offset(box)}</a:xfrm></p:spPr><p:txBody><a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle/>${paragraphs(text, null)}</p:txBody></p:sp>`
	);
}

export function plainShape(id: number, name: string, text: string, box: Box, look: Look): string {
	return (
		`<p:sp><p:nvSpPr>${named(id, name)}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>` +
		`<p:spPr><a:xfrm>${offset(box)}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>` +
		`<p:txBody><a:bodyPr wrap="square"><a:normAutofit/></a:bodyPr><a:lstStyle/>${paragraphs(text, look)}</p:txBody></p:sp>`
	);
}

export function pictureShape(id: number, alt: string, box: Box): string {
	return (
		`<p:pic><p:nvPicPr>${named(id, 'Figure', alt)}<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>` +
		'<p:blipFill><a:blip r:embed="rId2"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>' +
		`<p:spPr><a:xfrm>${offset(box)}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`
	);
}

interface SlideTable {
	readonly head: readonly string[];
	readonly rows: readonly (readonly string[])[];
	/** Shares of the width. */
	readonly widths: readonly number[];
}

const ROW_HEIGHT = 370_000;
const TABLE_TEXT = { size: 1400, align: 'l' } as const;
const EDGES = ['lnL', 'lnR', 'lnT', 'lnB']
	.map((edge) => `<a:${edge} w="9525"><a:solidFill><a:srgbClr val="808080"/></a:solidFill></a:${edge}>`)
	.join('');

export function tableShape(id: number, { head, rows, widths }: SlideTable, box: Box): string {
	const whole = widths.reduce((sum, share) => sum + share, 0);
	const columns = widths.map((share) => `<a:gridCol w="${Math.floor((box.width * share) / whole)}"/>`);
	const row = (cells: readonly string[], isHead: boolean) => {
		const fill = isHead ? '<a:solidFill><a:srgbClr val="E4E7EC"/></a:solidFill>' : '<a:noFill/>';
		const written = cells.map(
			(text) =>
				`<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>${paragraphs(text, { ...TABLE_TEXT, isBold: isHead })}</a:txBody><a:tcPr>${EDGES}${fill}</a:tcPr></a:tc>`
		);
		return `<a:tr h="${ROW_HEIGHT}">${written.join('')}</a:tr>`;
	};
	const height = ROW_HEIGHT * (rows.length + 1);
	return (
		`<p:graphicFrame><p:nvGraphicFramePr>${named(id, 'Table')}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>` +
		`<p:xfrm>${offset({ ...box, height })}</p:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">` +
		`<a:tbl><a:tblPr firstRow="1"/><a:tblGrid>${columns.join('')}</a:tblGrid>${row(head, true)}${rows.map((cells) => row(cells, false)).join('')}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`
	);
}
