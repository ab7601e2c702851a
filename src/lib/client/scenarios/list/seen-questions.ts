import type { Question } from '../../../documents/msel-in/reading.ts';

/** What is answered in one go: the same question about one name, one row, or the whole list. */
export interface SeenQuestion {
	readonly key: string;
	readonly code: Question['code'];
	readonly column: string;
	readonly text: string;
	readonly field: Question['field'];
	/** The rows that it is about; none: the whole list. */
	readonly rows: readonly number[];
	/** Whether it still has to be answered. */
	readonly isOpen: boolean;
}

const OF_ROW: readonly Question['code'][] = ['neverComes', 'noTimeOfDay', 'noTime', 'notATime'];

/** Questions about one row's time follow each other: they are one. */
function keyOf({ code, row, text, field }: Question): string {
	if (OF_ROW.includes(code)) return `time ${row}`;
	if (code === 'moreCells') return `${code} ${row}`;
	if (code === 'unknownRole' || code === 'unknownMode') return `${code} ${text}`;
	if (code === 'whichColumn' || code === 'noColumn') return `column ${field}`;
	return code;
}

/** What has been asked before and what is asked now, each once, in the order in which they came up. */
export function keepSeen(before: readonly SeenQuestion[], now: readonly Question[]): SeenQuestion[] {
	const seen = new Map(before.map((one) => [one.key, { ...one, isOpen: false }]));
	const asked = new Map<string, Question[]>();
	for (const question of now) {
		const key = keyOf(question);
		asked.set(key, [...(asked.get(key) ?? []), question]);
	}
	for (const [key, questions] of asked) {
		const [{ code, column, text, field }] = questions as [Question];
		const rows = [...new Set(questions.flatMap(({ row }) => (row === null ? [] : [row])))];
		seen.set(key, { key, code, column, text, field, rows, isOpen: true });
	}
	return [...seen.values()];
}
