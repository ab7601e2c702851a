type Nothing = Readonly<Record<string, never>>;

/** Decisions, injects and experts that cannot be played as they stand. */
export interface PlayFaults {
	/** `of`: money or points of attention; `isBefore`: in preparation. */
	overBudget: {
		readonly role: string;
		readonly of: 'usd' | 'attention';
		readonly isBefore: boolean;
		readonly has: number;
		readonly needs: number;
	};
	standardInjectWaits: { readonly key: 'when' | 'until' };
	/** A brace in a text that opens or closes no figure. */
	figureWithoutWords: Nothing;
	/** A message that waits for nothing is written before the world is known. */
	figureNotKnown: Nothing;
	waitsForNothing: { readonly kind: 'contingency' | 'adaptive' };
	soundOfNothing: Nothing;
	answersTooEarly: Nothing;
	notAddressed: { readonly inject: string; readonly role: string };
	tooFewAnswers: { readonly inject: string; readonly answers: number };
	silenceUntold: { readonly inject: string };
	soundTwice: { readonly inject: string };
	actWithBoth: Nothing;
	othersDecision: { readonly decision: string; readonly owner: string; readonly role: string };
	notPlayedBefore: { readonly decision: string; readonly needed: string };
	notOpenThen: { readonly decision: string; readonly from: string; readonly until: string | null };
	needsTime: { readonly decision: string };
	decidedInPreparation: Nothing;
	/** Of a question: its options are decisions of two roles. */
	asksTwoRoles: { readonly decision: string; readonly owner: string; readonly role: string };
	/** Of a question or an option, in characters. */
	tooLongForScreen: { readonly length: number; readonly most: number };
}
