import type { Choices } from './names.ts';

type Nothing = Readonly<Record<string, never>>;

/** A number, a condition or a text. */
export type ExpressionType = 'number' | 'boolean' | 'text';

/** Conditions and measures that cannot be read, or that mean nothing. */
export interface ExpressionFaults {
	expressionTooLong: { readonly most: number };
	nameEndsWithPoint: Nothing;
	minusOrHyphen: Nothing;
	minusWithoutNumber: Nothing;
	digitsAndLetters: Nothing;
	textWithoutEnd: Nothing;
	doubleQuotes: Nothing;
	/** A sign of other languages, and what is written here instead. */
	otherLanguage: { readonly sign: string; readonly instead: string };
	strangeSign: { readonly sign: string };
	bracketsTooDeep: Nothing;
	chainedComparison: Nothing;
	/** `text` null: the expression ends here; `closes`: what a bracket opened. */
	unexpected: { readonly text: string | null; readonly closes: 'bracket' | 'call' | null };
	/** `isWhole`: it is the whole expression. */
	otherTypeNeeded: {
		readonly needed: ExpressionType;
		readonly given: ExpressionType;
		readonly isWhole: boolean;
	};
	unlikeCompared: { readonly left: ExpressionType; readonly right: ExpressionType };
	neverThisText: { readonly text: string; readonly choices: Choices };
	wrongValues: { readonly call: string; readonly values: number; readonly form: string };
	decisionWithoutQuotes: { readonly form: string };
	nameWithoutId: { readonly name: string; readonly example: string };
	nameWithoutField: { readonly name: string; readonly fields: readonly string[] };
	unknownField: { readonly of: string; readonly field: string; readonly choices: Choices };
	nameHasNoParts: { readonly name: string; readonly rest: string };
	noRelease: Nothing;
	severalReleases: { readonly vendor: string };
}
