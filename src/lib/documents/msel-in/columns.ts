/** What a column of a list of injects can hold. */
export const FIELDS = [
	'number',
	'id',
	'time',
	'elapsed',
	'day',
	'kind',
	'mode',
	'from',
	'to',
	'title',
	'message',
	'expected',
	'notes',
	'poll',
	'condition',
	'latest',
	'halts'
] as const;
export type Field = (typeof FIELDS)[number];

/**
 * Headings by which each is known, in lower case without signs: of our own list, of Blueprint, MITRE, Cadence, Conducttr,
 * T3SF and PreparedEx, and what people write, in English and in German.
 */
const ALIASES: Readonly<Record<Field, readonly string[]>> = {
	number: [
		'event number',
		'control number',
		'inject',
		'inject number',
		'number',
		'no',
		'id',
		'seq no',
		'seq',
		'msel',
		'inj',
		'event no',
		'nr',
		'lfd nr',
		''
	],
	id: ['inject id'],
	time: [
		'designated scenario time',
		'delivery time',
		'local time',
		'time',
		'real time',
		'date time delivered',
		'scenario time',
		'simulated time',
		'scheduled time',
		'dtg',
		'wall clock',
		'sim time',
		'story time',
		'trigger time',
		't min',
		'uhrzeit',
		'zeit'
	],
	elapsed: ['elapsed', 'elapsed time', 'offset', 't'],
	day: ['date', 'scenario day', 'day', 'datum', 'tag'],
	kind: ['inject kind', 'event type', 'inject type', 'type', 'art'],
	mode: [
		'inject mode',
		'delivery method',
		'method',
		'means',
		'modality',
		'mode',
		'channel',
		'how',
		'kanal',
		'weg'
	],
	from: [
		'from',
		'from source',
		'from org',
		'originator',
		'originator from',
		'initiated by',
		'source',
		'sender',
		'from whom',
		'von',
		'absender'
	],
	to: [
		'to',
		'to target',
		'to org',
		'assigned to',
		'recipient',
		'recipient to',
		'sent to',
		'target',
		'player',
		'team',
		'group',
		'to whom',
		'an',
		'empfänger'
	],
	title: ['title', 'subject', 'event', 'headline', 'titel', 'betreff'],
	message: [
		'message',
		'details',
		'script',
		'narrative',
		'detailed statement',
		'inject description',
		'description',
		'body',
		'text',
		'what happens',
		'einspielung',
		'einlage',
		'text der einspielung',
		'beschreibung'
	],
	expected: [
		'expected participant response',
		'expected actions',
		'expected action',
		'expected response',
		'expected player action',
		'expected player actions',
		'expected outcome',
		'anticipated response',
		'expectation name',
		'erwartete reaktion',
		'erwartete handlung'
	],
	notes: ['notes', 'remarks', 'comments', 'hint', 'bemerkungen'],
	poll: ['poll'],
	condition: ['condition', 'bedingung'],
	latest: ['latest time'],
	halts: ['opens a round']
};

/** Headings as they compare: lower case, without signs, and what stands in brackets. */
export function plainHeading(text: string): string {
	return text
		.toLowerCase()
		.replace(/\([^)]*\)/g, ' ')
		.replace(/[^\p{L}]+/gu, ' ')
		.trim();
}

/** Headings that a field is known by, best first, for each column that has one. */
export interface Candidate {
	readonly field: Field;
	readonly column: number;
	readonly rank: number;
}

/** Which fields the headings of a row may stand for. */
export function candidatesIn(headings: readonly string[]): Candidate[] {
	return headings.flatMap((heading, column) => {
		const isSharp = heading.trim() === '#';
		const plain = plainHeading(heading);
		if (plain === '' && !isSharp) return [];
		return FIELDS.flatMap((field): Candidate[] => {
			const rank = ALIASES[field].indexOf(isSharp ? '' : plain);
			return rank < 0 ? [] : [{ field, column, rank }];
		});
	});
}

/** Layouts that are known by headings that no other has. */
export const LAYOUTS = {
	patchfall: ['event number', 'designated scenario time', 'inject id'],
	hseep: ['event number', 'designated scenario time', 'inject mode'],
	blueprint: ['control number', 'move', 'assigned to'],
	mitre: ['local time', 'delivery method', 'measure of performance'],
	cadence: ['scenario day', 'from source', 'to target'],
	conducttr: ['faction', 'method', 'tab'],
	t3sf: ['script', 'picture name', 'poll'],
	preparedex: ['seq no', 'inject description', 'originator']
} as const;
export type Layout = keyof typeof LAYOUTS;

export function layoutOf(headings: readonly string[]): Layout | null {
	const plain = new Set(headings.map(plainHeading));
	const known = Object.entries(LAYOUTS) as [Layout, readonly string[]][];
	return known.find(([, wanted]) => wanted.every((heading) => plain.has(heading)))?.[0] ?? null;
}
