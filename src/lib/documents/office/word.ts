import type { Block, PictureBlock } from './blocks.ts';
import { officeFile, OFFICE, type AboutFile, type OfficePart, type Relation } from './office-file.ts';
import { numbering, wordStyles } from './word-styles.ts';
import { tableXml } from './word-table.ts';
import { paragraphXml, runs } from './word-text.ts';
import { xmlAttribute } from './xml.ts';

export interface WordDocument extends AboutFile {
	/** Stands beside the marking on every page; null: it is no draft. */
	readonly draft: string | null;
	/** Who may read it, at the foot of every page. */
	readonly handling: string;
	readonly page: (n: string, of: string) => string;
	readonly blocks: readonly Block[];
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
const SPACES =
	`xmlns:w="${W}" xmlns:r="${OFFICE}/relationships" xmlns:wp="${DRAWING}/wordprocessingDrawing" ` +
	`xmlns:a="${DRAWING}/main" xmlns:pic="${DRAWING}/picture"`;
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** In twentieths of a point: A4 with margins of 20 mm. */
const PAGE = { short: 11_906, long: 16_838, margin: 1_134 };
const EMU_PER_MM = 36_000;

/** A document for word processors. */
export function wordFile(document: WordDocument): Uint8Array {
	const pictures = document.blocks.filter((block) => block.kind === 'picture');
	const own: Relation[] = [
		{ id: 'rId1', type: 'styles', target: 'styles.xml' },
		{ id: 'rId2', type: 'numbering', target: 'numbering.xml' },
		{ id: 'rId3', type: 'settings', target: 'settings.xml' },
		{ id: 'rId4', type: 'header', target: 'header1.xml' },
		{ id: 'rId5', type: 'footer', target: 'footer1.xml' },
		...pictures.map((_, n) => ({
			id: `rIdPicture${n + 1}`,
			type: 'image',
			target: `media/picture${n + 1}.png`
		}))
	];
	const part = (name: string, content: string): OfficePart => ({
		path: `word/${name}.xml`,
		contentType: `${TYPES}.${name.replace(/\d/, '')}+xml`,
		content
	});
	return officeFile(document, 'word/document.xml', [
		{
			path: 'word/document.xml',
			contentType: `${TYPES}.document.main+xml`,
			content: `<w:document ${SPACES}><w:body>${body(document.blocks)}</w:body></w:document>`,
			relations: own
		},
		part('styles', wordStyles(W)),
		part('numbering', numbering(W)),
		part(
			'settings',
			`<w:settings xmlns:w="${W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/></w:settings>`
		),
		part('header1', `<w:hdr ${SPACES}>${header(document)}</w:hdr>`),
		part('footer1', `<w:ftr ${SPACES}>${footer(document)}</w:ftr>`),
		...pictures.map(({ png }, n) => ({
			path: `word/media/picture${n + 1}.png`,
			contentType: null,
			content: png
		}))
	]);
}

function body(blocks: readonly Block[]): string {
	let pictures = 0;
	let turned: 'portrait' | 'landscape' = 'portrait';
	const written = blocks.map((block) => {
		switch (block.kind) {
			case 'title':
				return paragraphXml('Title', block.text) + paragraphXml('Subtitle', block.below);
			case 'heading':
				return paragraphXml(`Heading${block.level}`, block.text);
			case 'paragraph':
				return block.text
					.split(/\n{2,}/)
					.map((one) => paragraphXml(PARAGRAPH_STYLES[block.look ?? 'plain'], one))
					.join('');
			case 'list':
				return block.items.map((item) => paragraphXml('ListBullet', item)).join('');
			case 'table':
				return tableXml(block, textWidth(turned));
			case 'picture':
				return pictureXml(block, ++pictures);
			case 'newPage':
				return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
			case 'lines':
				return paragraphXml('WriteOn', '').repeat(block.count);
			case 'turn': {
				const before = turned;
				turned = block.to;
				return `<w:p><w:pPr>${section(before)}</w:pPr></w:p>`;
			}
		}
	});
	return written.join('') + section(turned);
}

const PARAGRAPH_STYLES = { plain: 'Normal', note: 'Note', notice: 'Notice', strong: 'Strong' } as const;

function textWidth(turned: 'portrait' | 'landscape'): number {
	return (turned === 'portrait' ? PAGE.short : PAGE.long) - 2 * PAGE.margin;
}

function section(turned: 'portrait' | 'landscape'): string {
	const size =
		turned === 'portrait'
			? `w:w="${PAGE.short}" w:h="${PAGE.long}"`
			: `w:w="${PAGE.long}" w:h="${PAGE.short}" w:orient="landscape"`;
	const { margin } = PAGE;
	return (
		'<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>' +
		`<w:pgSz ${size}/><w:pgMar w:top="${margin + 300}" w:right="${margin}" w:bottom="${margin + 200}" w:left="${margin}" ` +
		'w:header="500" w:footer="500" w:gutter="0"/></w:sectPr>'
	);
}

function header({ marking, draft, title }: WordDocument): string {
	const marked = draft === null ? marking : `${marking} · ${draft}`;
	return paragraphXml('Marking', marked) + paragraphXml('Header', title);
}

function footer({ handling, marking, page }: WordDocument): string {
	const [before, between, after] = page('\u0000', '\u0000').split('\u0000');
	const field = (name: string) => `<w:fldSimple w:instr=" ${name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`;
	const count = `${runs(before)}${field('PAGE')}${runs(between)}${field('NUMPAGES')}${after === '' ? '' : runs(after)}`;
	return (
		paragraphXml('Footer', handling) +
		`<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${count}</w:p>` +
		paragraphXml('Marking', marking)
	);
}

function pictureXml({ widthMm, heightMm, alt, caption }: PictureBlock, number: number): string {
	const size = `cx="${Math.round(widthMm * EMU_PER_MM)}" cy="${Math.round(heightMm * EMU_PER_MM)}"`;
	const described = `id="${number}" name="${xmlAttribute(`Figure ${number}`)}" descr="${xmlAttribute(alt)}"`;
	const picture =
		`<pic:pic><pic:nvPicPr><pic:cNvPr ${described}/><pic:cNvPicPr/></pic:nvPicPr>` +
		`<pic:blipFill><a:blip r:embed="rIdPicture${number}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
		`<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>`;
	const drawing =
		`<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/><wp:docPr ${described}/>` +
		`<a:graphic><a:graphicData uri="${DRAWING}/picture">${picture}</a:graphicData></a:graphic></wp:inline></w:drawing>`;
	return (
		`<w:p><w:pPr><w:pStyle w:val="Picture"/></w:pPr><w:r>${drawing}</w:r></w:p>` +
		paragraphXml('Caption', caption)
	);
}
