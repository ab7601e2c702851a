import type { ListWords } from '../../../documents/msel-in/list-frame.ts';
import type { OwnInjects } from '../../../documents/msel-in/into-scenario.ts';
import type { ListAnswers, MselReading } from '../../../documents/msel-in/reading.ts';
import type { TableFault } from '../../../documents/msel-in/table.ts';
import type { Localized } from '../../../scenario/scenario.ts';
import type { Fault } from '../../../scenario/parse.ts';
import type { KeepTrouble } from '../keep-trouble.ts';

/** What a page asks of the worker that reads lists of injects. The file stays there. */

/** Which list is meant, for which scenario, and what has been said of it. */
export interface ListAsked {
	/** What names the scenario that it is read for. */
	readonly base: string;
	/** The clocks that it goes by: a zone of the scenario's world, or UTC. */
	readonly zone: string;
	readonly answers: Omit<ListAnswers, 'zone'>;
	readonly words: ListWords;
}

export interface NewScenario {
	readonly title: string;
	readonly own: OwnInjects;
}

export type ListRequest =
	| { readonly type: 'open'; readonly name: string; readonly bytes: Uint8Array }
	| { readonly type: 'read'; readonly asked: ListAsked }
	| { readonly type: 'part'; readonly asked: ListAsked }
	| { readonly type: 'make'; readonly asked: ListAsked; readonly scenario: NewScenario };

/** What of a scenario a page needs to ask about a list. */
export interface BaseFacts {
	readonly ref: string;
	readonly title: Localized;
	readonly roles: readonly { readonly id: string; readonly name: Localized }[];
	readonly zones: readonly string[];
	/** What the list's clocks show at the scenario's own start, in minutes since 2000-01-01. */
	readonly startClock: number;
	readonly days: number;
}

/** A fault of the new scenario, and the row of the list that it comes from; null: from none. */
export interface ListFault {
	readonly row: number | null;
	readonly fault: Fault;
}

export interface ListReading {
	readonly base: BaseFacts;
	readonly list: MselReading;
}

export type MakeAnswer =
	| { readonly ok: true; readonly ref: string }
	| { readonly ok: false; readonly faults: readonly ListFault[] }
	| { readonly ok: null; readonly why: KeepTrouble; readonly detail: string };

/** Answers by the type of their request; `broken`: what the worker could not do, in the browser's words. */
export interface ListAnswerOf {
	readonly open: TableFault | null;
	/** Null: the scenario is not at hand any more. */
	readonly read: ListReading | null;
	readonly part: string;
	readonly make: MakeAnswer;
}
export type ListReply =
	{ readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly detail: string };
