type Nothing = Readonly<Record<string, never>>;

/** A summit that cannot be held as it stands. */
export interface SummitFaults {
	noRules: Nothing;
	/** In another file of the scenario. */
	rulesTwice: Nothing;
	notAHundred: { readonly sum: number };
	referenceOutside: Nothing;
	fullBeforeLead: Nothing;
	unsourced: { readonly measure: string };
	theirsWithoutExceeds: Nothing;
	boundWithoutParameter: Nothing;
	withinAndLater: Nothing;
	neverEnough: { readonly atLeast: number; readonly of: number };
}
