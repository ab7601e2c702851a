/** How a written document looks: plain, black on white, and the same in every word processor. */

interface Style {
	readonly id: string;
	readonly name: string;
	readonly basedOn?: string;
	/** Paragraph properties, in the order that the format asks for. */
	readonly paragraph?: string;
	readonly run?: string;
}

const size = (halfPoints: number) => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
const space = (before: number, after: number) => `<w:spacing w:before="${before}" w:after="${after}"/>`;
const KEEP = '<w:keepNext/><w:keepLines/>';
const CENTRE = '<w:jc w:val="center"/>';
const line = (side: 'top' | 'bottom' | 'left') =>
	`<w:${side} w:val="single" w:sz="6" w:space="4" w:color="808080"/>`;

const STYLES: readonly Style[] = [
	{
		id: 'Title',
		name: 'Title',
		paragraph: `${KEEP}${space(1600, 200)}`,
		run: `<w:b/>${size(56)}`
	},
	{ id: 'Subtitle', name: 'Subtitle', paragraph: space(0, 600), run: size(28) },
	{
		id: 'Heading1',
		name: 'heading 1',
		paragraph: `${KEEP}${space(480, 160)}<w:outlineLvl w:val="0"/>`,
		run: `<w:b/>${size(34)}`
	},
	{
		id: 'Heading2',
		name: 'heading 2',
		paragraph: `${KEEP}${space(320, 120)}<w:outlineLvl w:val="1"/>`,
		run: `<w:b/>${size(26)}`
	},
	{
		id: 'Heading3',
		name: 'heading 3',
		paragraph: `${KEEP}${space(220, 80)}<w:outlineLvl w:val="2"/>`,
		run: `<w:b/>${size(22)}`
	},
	{
		id: 'ListBullet',
		name: 'List Bullet',
		paragraph: `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>${space(0, 60)}`
	},
	{ id: 'Note', name: 'Note', paragraph: space(60, 120), run: `<w:color w:val="404040"/>${size(18)}` },
	{
		id: 'Notice',
		name: 'Notice',
		paragraph: `<w:pBdr>${line('left')}</w:pBdr>${space(120, 160)}<w:ind w:left="200"/>`
	},
	{ id: 'Strong', name: 'Strong line', paragraph: `${KEEP}${space(200, 80)}`, run: '<w:b/>' },
	{ id: 'Caption', name: 'caption', paragraph: `${space(40, 240)}`, run: `<w:i/>${size(18)}` },
	{
		id: 'TableCaption',
		name: 'Table caption',
		paragraph: `${KEEP}${space(200, 80)}`,
		run: `<w:b/>${size(19)}`
	},
	{ id: 'TableText', name: 'Table text', paragraph: space(0, 0), run: size(18) },
	{ id: 'TableHead', name: 'Table head', basedOn: 'TableText', run: '<w:b/>' },
	{ id: 'AfterTable', name: 'After table', paragraph: space(0, 60), run: size(12) },
	{ id: 'Picture', name: 'Picture', paragraph: `<w:keepNext/>${space(160, 0)}` },
	{
		id: 'WriteOn',
		name: 'Line to write on',
		paragraph: `<w:keepNext/><w:pBdr>${line('bottom')}<w:between w:val="single" w:sz="6" w:space="4" w:color="808080"/></w:pBdr>${space(260, 0)}`
	},
	{
		id: 'Marking',
		name: 'Exercise marking',
		paragraph: `${space(0, 40)}${CENTRE}`,
		run: `<w:b/>${size(18)}`
	},
	{ id: 'Header', name: 'header', paragraph: `${space(0, 120)}${CENTRE}`, run: size(16) },
	{ id: 'Footer', name: 'footer', paragraph: `${space(0, 40)}${CENTRE}`, run: size(16) }
];

export function wordStyles(namespace: string): string {
	const fonts = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>';
	const defaults =
		`<w:docDefaults><w:rPrDefault><w:rPr>${fonts}${size(21)}<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
		'<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>';
	const normal =
		'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>';
	return `<w:styles xmlns:w="${namespace}">${defaults}${normal}${STYLES.map(styleXml).join('')}</w:styles>`;
}

function styleXml({ id, name, basedOn = 'Normal', paragraph = '', run = '' }: Style): string {
	return (
		`<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="${basedOn}"/><w:qFormat/>` +
		`<w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`
	);
}

/** One kind of list: bullets. */
export function numbering(namespace: string): string {
	return (
		`<w:numbering xmlns:w="${namespace}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>` +
		'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>' +
		'<w:pPr><w:ind w:left="360" w:hanging="240"/></w:pPr></w:lvl></w:abstractNum>' +
		'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
	);
}
