import type { Channel, InjectKind } from '../../scenario/scenario.ts';
import type { Field, Layout } from './columns.ts';
import type { TimeFrame, TimeQuestion } from './times.ts';

/** What people say of a list where it does not say it itself. */
export interface ListAnswers extends Pick<TimeFrame, 'zone' | 'dateOrder' | 'whenTwice'> {
	/** What clocks of the list's place show at minute 0, in minutes since 2000-01-01; null: the scenario's own start. */
	readonly startClock: number | null;
	/** The sheet that holds the list; null: it is told by its headings. */
	readonly sheet: string | null;
	/** Number of the row that holds the headings; null: it is told by what stands in it. */
	readonly headingRow: number | null;
	/** Columns chosen by hand, from 0; null: the list has no such column. */
	readonly columns: Readonly<Partial<Record<Field, number | null>>>;
	/** What names and ways of the list stand for, by {@link Question.text}; an empty text: everybody. */
	readonly meant: Readonly<Record<string, string>>;
	/** Times of rows whose own cannot be read. */
	readonly times: Readonly<Record<number, string>>;
	/** Rows that are not taken over. */
	readonly without: readonly number[];
	/** Rows with more cells than there are headings that are right all the same. */
	readonly asRead: readonly number[];
	/** What becomes of contingency injects that say no condition; null: it is asked. */
	readonly conditionless: 'atTheirTime' | 'leftOut' | null;
}

export const NO_ANSWERS: ListAnswers = {
	...{ zone: [], dateOrder: null, whenTwice: null, startClock: null, sheet: null, headingRow: null },
	...{ columns: {}, meant: {}, times: {}, without: [], asRead: [], conditionless: null }
};

/** What a list is read for: whose roles there are, when it begins and ends, and what has been said of it. */
export interface ListFrame extends TimeFrame, Omit<ListAnswers, keyof TimeFrame | 'startClock'> {
	/** Ids of roles by every name they are known by, in lower case. */
	readonly roles: Readonly<Record<string, string>>;
	/** Words that mean everybody, in lower case. */
	readonly everybody: readonly string[];
	/** Names of channels, in lower case. */
	readonly channels: Readonly<Record<string, Channel>>;
	readonly kinds: Readonly<Record<string, InjectKind>>;
	readonly yes: string;
}

export interface ReadInject {
	/** The row that it comes from. */
	readonly row: number;
	readonly id: string | null;
	readonly atMin: number;
	readonly untilMin: number | null;
	readonly kind: InjectKind;
	readonly channel: Channel;
	readonly from: string;
	/** Empty: everybody. */
	readonly roles: readonly string[];
	readonly title: string;
	readonly message: string;
	readonly expected: string;
	readonly condition: string;
	readonly halts: boolean;
	/** Options of a vote that the list asks for. */
	readonly poll: readonly string[];
}

/** What has to be asked: nothing is guessed. Rows as the program that made the list counts them, columns by heading. */
export interface Question {
	readonly code:
		| TimeQuestion
		| 'whichSheet'
		| 'whichColumn'
		| 'noColumn'
		| 'noHeadings'
		| 'moreCells'
		| 'noCondition'
		| 'unknownRole'
		| 'unknownMode';
	/** Null: it is about the whole list. */
	readonly row: number | null;
	readonly column: string;
	readonly text: string;
	/** What the column is to hold; null: it is about no column. */
	readonly field: Field | null;
}

export interface LeftOut {
	readonly row: number;
	readonly because: 'hidden' | 'struck' | 'empty' | 'said' | 'noCondition';
}

export interface MselReading {
	readonly sheet: string | null;
	readonly layout: Layout | null;
	/** Of every column, as it is shown to people: what stands above it, and the first thing that stands in it. */
	readonly headings: readonly { readonly text: string; readonly example: string }[];
	/** Which column holds a field, from 0. */
	readonly columns: Readonly<Partial<Record<Field, number>>>;
	/** Number of the row that holds the headings; null: none was found. */
	readonly headingRow: number | null;
	/** The rows among which the headings may stand. */
	readonly firstRows: readonly { readonly number: number; readonly text: string }[];
	/** The earliest day and time that the list names, in minutes since 2000-01-01 on its clocks; null: it names none. */
	readonly firstClock: number | null;
	readonly injects: readonly ReadInject[];
	readonly questions: readonly Question[];
	readonly leftOut: readonly LeftOut[];
}
