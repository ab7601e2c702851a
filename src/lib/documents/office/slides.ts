import { officeFile, OFFICE, type AboutFile, type OfficePart } from './office-file.ts';
import { layoutXml, masterXml, themeXml } from './slide-master.ts';
import {
	BODY,
	HEADING,
	PAGE,
	pictureShape,
	plainShape,
	tableShape,
	textShape,
	type Box
} from './slide-shapes.ts';

/** What stands on a slide: its heading, and one thing below it. */
export interface Slide {
	readonly heading: string;
	readonly content: SlideContent;
	/** A smaller line at the foot: what figures rest on. */
	readonly note?: string;
}

export type SlideContent =
	| { readonly kind: 'opening'; readonly lines: readonly string[] }
	| { readonly kind: 'points'; readonly points: readonly string[] }
	| {
			readonly kind: 'table';
			readonly head: readonly string[];
			readonly rows: readonly (readonly string[])[];
			readonly widths: readonly number[];
	  }
	| SlidePicture;

export interface SlidePicture {
	readonly kind: 'picture';
	readonly png: Uint8Array;
	/** Width over height. */
	readonly ratio: number;
	readonly alt: string;
	/** A sentence under it. */
	readonly says: string;
}

const SPACES =
	'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
	`xmlns:r="${OFFICE}/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`;
const TYPES = 'application/vnd.openxmlformats-officedocument.presentationml';

/** A presentation, 16 to 9. */
export function slidesFile(
	about: AboutFile & { readonly draft: string | null },
	slides: readonly Slide[]
): Uint8Array {
	const pictures = slides.flatMap(({ content }) => (content.kind === 'picture' ? [content] : []));
	let picture = 0;
	const parts: OfficePart[] = [
		{
			path: 'ppt/presentation.xml',
			contentType: `${TYPES}.presentation.main+xml`,
			content: presentation(slides.length),
			relations: [
				{ id: 'rId1', type: 'slideMaster', target: 'slideMasters/slideMaster1.xml' },
				{ id: 'rId2', type: 'theme', target: 'theme/theme1.xml' },
				...slides.map((_, n) => ({
					id: `rIdSlide${n + 1}`,
					type: 'slide',
					target: `slides/slide${n + 1}.xml`
				}))
			]
		},
		{
			path: 'ppt/slideMasters/slideMaster1.xml',
			contentType: `${TYPES}.slideMaster+xml`,
			content: masterXml(SPACES),
			relations: [
				{ id: 'rId1', type: 'slideLayout', target: '../slideLayouts/slideLayout1.xml' },
				{ id: 'rId2', type: 'theme', target: '../theme/theme1.xml' }
			]
		},
		{
			path: 'ppt/slideLayouts/slideLayout1.xml',
			contentType: `${TYPES}.slideLayout+xml`,
			content: layoutXml(SPACES),
			relations: [{ id: 'rId1', type: 'slideMaster', target: '../slideMasters/slideMaster1.xml' }]
		},
		{
			path: 'ppt/theme/theme1.xml',
			contentType: 'application/vnd.openxmlformats-officedocument.theme+xml',
			content: themeXml()
		},
		...slides.map((slide, n) => ({
			path: `ppt/slides/slide${n + 1}.xml`,
			contentType: `${TYPES}.slide+xml`,
			content: slideXml(slide, n + 1, about),
			relations: [
				{ id: 'rId1', type: 'slideLayout', target: '../slideLayouts/slideLayout1.xml' },
				...(slide.content.kind === 'picture'
					? [{ id: 'rId2', type: 'image', target: `../media/picture${++picture}.png` }]
					: [])
			]
		})),
		...pictures.map(({ png }, n) => ({
			path: `ppt/media/picture${n + 1}.png`,
			contentType: null,
			content: png
		}))
	];
	return officeFile(about, 'ppt/presentation.xml', parts);
}

function presentation(count: number): string {
	// Ids of slides begin at 256, by the format.
	const ids = Array.from({ length: count }, (_, n) => `<p:sldId id="${256 + n}" r:id="rIdSlide${n + 1}"/>`);
	return (
		`<p:presentation ${SPACES} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>` +
		`<p:sldIdLst>${ids.join('')}</p:sldIdLst><p:sldSz cx="${PAGE.width}" cy="${PAGE.height}"/><p:notesSz cx="${PAGE.height}" cy="${PAGE.width}"/></p:presentation>`
	);
}

function slideXml(
	{ heading, content, note }: Slide,
	number: number,
	{ marking, draft, title }: AboutFile & { readonly draft: string | null }
): string {
	const marked = draft === null ? marking : `${marking} · ${draft}`;
	const shapes = [
		textShape(2, 'Title', heading, HEADING),
		...contentShapes(content),
		...(note === undefined ? [] : [plainShape(7, 'Note', note, NOTE, { size: 1200, align: 'l' })]),
		plainShape(8, 'Marking', marked, MARKING, { size: 1200, align: 'ctr', isBold: true }),
		plainShape(9, 'Foot', `${title} · ${number}`, FOOT, { size: 1100, align: 'ctr' })
	];
	return (
		`<p:sld ${SPACES}><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>` +
		`${shapes.join('')}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`
	);
}

const { width, height } = PAGE;
const MARKING: Box = { x: 0, y: 90_000, width, height: 320_000 };
const FOOT: Box = { x: 0, y: height - 380_000, width, height: 300_000 };
const NOTE: Box = { x: BODY.x, y: height - 800_000, width: BODY.width, height: 420_000 };

function contentShapes(content: SlideContent): string[] {
	switch (content.kind) {
		case 'opening':
			return [plainShape(3, 'Text', content.lines.join('\n'), BODY, { size: 2200, align: 'l' })];
		case 'points':
			return [textShape(3, 'Text', content.points.join('\n'), BODY)];
		case 'table':
			return [tableShape(4, content, BODY)];
		case 'picture': {
			const high = BODY.height - 520_000;
			const wide = Math.min(BODY.width, Math.round(high * content.ratio));
			const box = { x: BODY.x, y: BODY.y, width: wide, height: Math.round(wide / content.ratio) };
			const below = { ...BODY, y: box.y + box.height + 60_000, height: 420_000 };
			return [
				pictureShape(5, content.alt, box),
				plainShape(6, 'Text', content.says, below, { size: 1600, align: 'l' })
			];
		}
	}
}
