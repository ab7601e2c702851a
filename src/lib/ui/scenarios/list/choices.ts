import type { SeenQuestion } from '../../../client/scenarios/list/seen-questions.ts';
import type { ListAnswers, MselReading } from '../../../documents/msel-in/reading.ts';
import { listImportWords } from '../../../text/list-import-words.ts';

const words = listImportWords.questions;

type Said = Partial<Omit<ListAnswers, 'zone'>>;
type Options = readonly (readonly [value: string, text: string])[];

/** A question that is answered by choosing. */
export interface Choice {
	readonly label: string;
	readonly options: Options;
	/** Null: nothing has been chosen. */
	readonly value: string | null;
	readonly said: (value: string) => Said;
}

interface Facts {
	readonly roles: Options;
	readonly channels: Options;
	readonly list: MselReading;
}

/** Stands for everybody: a choice without a value would be taken for none. */
const EVERYBODY = '*';

/** What a question lets people choose from; null: it is answered otherwise. */
export function choiceOf(
	{ code, text, field }: SeenQuestion,
	answers: Omit<ListAnswers, 'zone'>,
	{ roles, channels, list }: Facts
): Choice | null {
	if (code === 'dateOrder' || code === 'noCondition' || code === 'comesTwice') return wordOf(code, answers);
	if (code === 'unknownRole' || code === 'unknownMode') {
		const isRole = code === 'unknownRole';
		const before = Object.hasOwn(answers.meant, text) ? answers.meant[text]! : null;
		return {
			label: words.meant(text),
			options: isRole ? [[EVERYBODY, words.everybody], ...roles] : channels,
			value: before === '' ? EVERYBODY : before,
			said: (value) => ({ meant: { ...answers.meant, [text]: value === EVERYBODY ? '' : value } })
		};
	}
	if (code === 'whichSheet') {
		const sheets = text.split(', ').map((sheet) => [sheet, sheet] as const);
		return {
			...{ label: words.whichSheet, options: sheets, value: answers.sheet },
			said: (sheet) => ({ sheet, columns: {}, headingRow: null })
		};
	}
	if ((code === 'whichColumn' || code === 'noColumn') && field !== null) {
		const chosen = answers.columns[field] ?? null;
		return {
			label: words.column(listImportWords.fields[field]),
			options: list.headings.map((heading, at) => [String(at), words.columnAt(at + 1, heading.text)]),
			value: chosen === null ? null : String(chosen),
			said: (value) => ({ columns: { ...answers.columns, [field]: Number(value) } })
		};
	}
	return null;
}

function wordOf(
	code: 'dateOrder' | 'noCondition' | 'comesTwice',
	answers: Omit<ListAnswers, 'zone'>
): Choice {
	const key = ({ dateOrder: 'dateOrder', noCondition: 'conditionless', comesTwice: 'whenTwice' } as const)[
		code
	];
	return {
		...{ label: listImportWords.questions.choose, options: Object.entries(words[key]), value: answers[key] },
		said: (value) => ({ [key]: value })
	};
}
