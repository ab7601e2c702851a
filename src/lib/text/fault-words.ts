/** What is wrong, in the middle of a sentence and without a full stop; and what to do about it, as a sentence. */
export interface FaultText {
	readonly what: string;
	readonly remedy: string;
}

/** What each of some faults is called in a language: a code without words does not compile. */
export type FaultWords<Params> = {
	readonly [Code in keyof Params]: (params: Params[Code]) => FaultText;
};
