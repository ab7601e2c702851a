/** Texts that somebody has written and that travel as they are: of authors and their sources, of people, logs. */
const WRITTEN: ReadonlySet<string> = new Set([
	...['en', 'quantity', 'value', 'source', 'note', 'readAt'],
	...['text', 'rationale', 'name', 'seed', 'detail']
]);

/** Three words in a row: what a code, an id or a name of a field never has. */
const SENTENCE = /[A-Za-z’']+[ ,]+[A-Za-z’']+[ ,]+[A-Za-z’']+/;

/** Every text in a message that reads like a sentence of ours. */
export function sentencesIn(value: unknown, key = ''): string[] {
	if (typeof value === 'string') return !WRITTEN.has(key) && SENTENCE.test(value) ? [`${key}: ${value}`] : [];
	if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return [];
	if (Array.isArray(value)) return value.flatMap((one) => sentencesIn(one, key));
	return Object.entries(value).flatMap(([name, one]) => sentencesIn(one, name));
}
