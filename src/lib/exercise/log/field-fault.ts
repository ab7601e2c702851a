import type * as v from 'valibot';

/** What can be wrong with a value that arrived from outside; schemas give these instead of sentences. */
export const FIELD_FAULTS = [
	'notAnId',
	'notAToken',
	'notAHash',
	'empty',
	'tooLong',
	'tooMany',
	'tooManyLocales',
	'notByLocale',
	'nobody',
	'notFinite',
	'notWhole',
	'tooSmall',
	'tooLarge',
	'noInject',
	'aList',
	/** Another value than one of those that there are. */
	'unexpected'
] as const;

/** One thing wrong with a value, to be put in words where the reader's language is known. */
export interface FieldFault {
	readonly code: (typeof FIELD_FAULTS)[number];
	/** The bound that it is beyond, where there is one. */
	readonly limit: number | null;
	/** As code: `number`, `"shared" | "parallel"`; for `unexpected`. */
	readonly expected: string | null;
	readonly received: string;
}

const SHOWN_CHARACTERS = 300;

/** What a schema found wrong. */
export function fieldFault({ message, requirement, expected, received }: v.BaseIssue<unknown>): FieldFault {
	const code = FIELD_FAULTS.find((one) => one === message) ?? 'unexpected';
	return {
		code,
		limit: typeof requirement === 'number' ? requirement : null,
		expected: code === 'unexpected' ? (expected?.slice(0, SHOWN_CHARACTERS) ?? null) : null,
		received: received.slice(0, SHOWN_CHARACTERS)
	};
}
