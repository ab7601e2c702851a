/** Types of values as authors write them. */
export type ValueType = 'text' | 'number' | 'boolean' | 'list' | 'mapping' | 'textByLocale';

/** Texts and values that follow a pattern. */
export type Form =
	| 'id'
	| 'factId'
	| 'time'
	| 'timeOrEnd'
	| 'timeBeforeOrAfter'
	| 'utcTime'
	| 'scope'
	| 'value'
	| 'valueOrByClass'
	| 'world'
	| 'textCondition'
	| 'country'
	| 'airport';

/** Values that are not what the schema describes. `given`: as it was written. */
export interface ShapeFaults {
	missing: { readonly key: string | null };
	wrongType: { readonly needed: ValueType; readonly given: string };
	/** A mapping is needed: with these keys. */
	noMapping: { readonly given: string; readonly keys: readonly string[] };
	notAmong: { readonly given: string; readonly choices: readonly string[] };
	outOfBounds: {
		readonly given: string;
		readonly bound: 'atLeast' | 'moreThan' | 'atMost';
		readonly limit: string;
	};
	notWholeNumber: { readonly given: string };
	wrongLength: { readonly bound: 'atLeast' | 'atMost' | 'exactly'; readonly limit: string };
	notInForm: { readonly form: Form };
	/** `expected`: as the schema's own language says it; null: it does not say. */
	otherwise: { readonly given: string; readonly expected: string | null };
}
