import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { officeFaults, textIn, xmlFaults } from '../testing/office-check.ts';
import { chartPicture, type LineChart } from '../picture/line-chart.ts';
import { pngFile } from '../picture/png.ts';
import { heading, list, pairs, paragraph, type Block } from './blocks.ts';
import { slidesFile, type Slide } from './slides.ts';
import { wordFile } from './word.ts';
import { workbookFile } from './workbook.ts';

const about = (text: string) => ({ title: text, marking: text, application: text });
const CHART: LineChart = {
	...{ unit: 'Hosts', endMin: 100, from: 0, to: 10, times: [], ticks: [] },
	series: [
		{
			label: 'As played',
			look: 'played',
			points: [
				{ minute: 0, value: 1 },
				{ minute: 9, value: 2 }
			]
		}
	]
};
/** One pixel: how large a picture is makes no difference here. */
const png = pngFile({ width: 1, height: 1, pixels: Uint8Array.from([0]) }, 240);

function documentOf(text: string): Uint8Array {
	const picture: Block = { ...{ kind: 'picture', png, widthMm: 10, heightMm: 5 }, alt: text, caption: text };
	return wordFile({
		...about(text),
		...{ draft: text, handling: text, page: (n, of) => `${n} / ${of}` },
		blocks: [
			{ kind: 'title', text, below: text },
			...[heading(1, text), paragraph(text, 'notice'), list([text, text]), pairs(text, [[text, text]])],
			...[{ kind: 'turn', to: 'landscape' } as const, picture, picture, { kind: 'lines', count: 2 } as const],
			{ kind: 'table', caption: text, head: [text, text], rows: [[text, { text, span: 1 }]], widths: [1, 2] }
		]
	});
}

function slidesOf(text: string): Uint8Array {
	const contents: Slide['content'][] = [
		{ kind: 'opening', lines: [text] },
		{ kind: 'points', points: [text, text] },
		{ kind: 'table', head: [text], rows: [[text]], widths: [1] },
		{ kind: 'picture', png, ratio: 2, alt: text, says: text }
	];
	const slides = contents.map((content) => ({ heading: text, content, note: text }));
	return slidesFile({ ...about(text), draft: text }, slides);
}

function sheetsOf(text: string): Uint8Array {
	const sheet = { name: text, widths: [10, 20], head: [text, text], rows: [[text, 3]], printed: 2 };
	return workbookFile(about(text), [sheet, sheet]);
}

const MAKERS = [documentOf, slidesOf, sheetsOf];

test('whatever people wrote, files are well-formed, with every part declared and every id given once', () => {
	const nasty = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 40 }),
		fc.array(fc.nat(0xffff), { maxLength: 12 }).map((codes) => String.fromCharCode(...codes))
	);
	fc.assert(
		fc.property(nasty, (text) => {
			for (const make of MAKERS) expect(officeFaults(make(text))).toEqual([]);
		}),
		{
			numRuns: 12,
			examples: [['\u202E'], ['\uD800'], ['\u0000'], [']]>&<"\''], [''], ["it's [a]:sheet/name"]]
		}
	);
});

test('the check itself finds what is wrong', () => {
	expect(xmlFaults('<a><b></a>')).toHaveLength(1);
	expect(xmlFaults('<a b="1" b="2"/>')).toHaveLength(1);
	expect(xmlFaults('<a>\u0001</a>')).toHaveLength(1);
	expect(xmlFaults('<a>x & y</a>')).toHaveLength(1);
	expect(xmlFaults('<a>')).toHaveLength(1);
	expect(xmlFaults('<a b="1">x &amp; y<c/></a>')).toEqual([]);
});

test('the same content gives the same bytes', () => {
	for (const make of MAKERS) expect(make('once')).toEqual(make('once'));
});

test('a cell is text or a number, never a formula, and keeps what looks like an escape', () => {
	const bytes = workbookFile(about('t'), [
		{ name: 'a', widths: [10], head: ['h'], rows: [['=1+1'], ['_x0041_'], ['+x'], [-5]], printed: 1 }
	]);
	const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!);
	expect(sheet).not.toContain('<f>');
	expect(sheet).toContain('s="3" t="inlineStr"><is><t xml:space="preserve">=1+1</t>');
	expect(sheet).toContain('_x005F_x0041_');
	expect(sheet).toContain('<v>-5</v>');
});

test('every page of a document carries the marking, and a draft says so', () => {
	const bytes = wordFile({
		...{ title: 'Report', marking: 'THIS IS A DRILL', application: 'x', draft: 'DRAFT', handling: 'Keep it' },
		...{ page: (n: string, of: string) => `${n} of ${of}`, blocks: [paragraph('x')] }
	});
	expect(textIn(bytes, 'word/header1.xml')).toContain('THIS IS A DRILL · DRAFT');
	expect(textIn(bytes, 'word/footer1.xml')).toContain('Keep it');
});

test('a picture is a PNG, the same to the last pixel, and says what it shows', () => {
	const chart = chartPicture(CHART);
	expect([...chart.slice(1, 4)].map((code) => String.fromCharCode(code)).join('')).toBe('PNG');
	expect(chartPicture(CHART)).toEqual(chart);
	const xml = strFromU8(unzipSync(documentOf('two lines\nof text'))['word/document.xml']!);
	expect(xml).toContain('descr="two lines&#10;of text"');
});
