/** Whom something is shown to. Nobody is shown anything without being one of these. */
export type Audience =
	| { readonly kind: 'facilitator' }
	| { readonly kind: 'evaluator' }
	/** A team; with `seat`, one of its members, who sees their own besides. */
	| { readonly kind: 'team'; readonly team: string; readonly seat?: string | undefined }
	| { readonly kind: 'stage' }
	| { readonly kind: 'phone' }
	| { readonly kind: 'observer' };
