import type { RefusalParams } from '../exercise/commands/refusals.ts';

/** What each refusal is called in a language: a sentence or two that say what is wrong and what to do. */
export type RefusalWords = {
	readonly [Code in keyof RefusalParams]: (params: RefusalParams[Code]) => string;
};
