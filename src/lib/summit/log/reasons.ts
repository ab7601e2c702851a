import type { PrivateOutcome } from '../../scenario/summit.ts';

/** Why a concession is none. */
export const EMPTINESS = [
	'nothingNew',
	'afterTheHorizon',
	'giverIsExempt',
	'notBelieved',
	'tooLittle'
] as const;
export type Emptiness = (typeof EMPTINESS)[number];

/** Why a party says what it says; the words are made where the reader's language is known. */
export type Reason =
	/** By its place in the party's brief. */
	| { readonly kind: 'redLine'; readonly redLine: number }
	/** By its id. */
	| { readonly kind: 'law'; readonly limit: string }
	| {
			readonly kind: 'money';
			readonly measure: string;
			readonly usdMillion: number;
			readonly ofUsdMillion: number;
	  }
	| { readonly kind: PrivateOutcome | 'protection'; readonly measure: string }
	/** What it would lose with the measure, or with what makes it strong. */
	| { readonly kind: 'loses'; readonly measure: string }
	/** Too little trust in who would have to keep it. */
	| { readonly kind: 'credibility'; readonly measure: string; readonly owner: string }
	| { readonly kind: 'empty'; readonly because: Emptiness }
	/** Nothing in it is bad for the party, and too little is good. */
	| { readonly kind: 'tooLittle' }
	| { readonly kind: 'better' }
	/** Good enough, and it brings somebody else in. */
	| { readonly kind: 'bringsIn'; readonly party: string };
export type ReasonKind = Reason['kind'];
