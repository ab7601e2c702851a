/** Whom a summit is shown to. Nobody is shown anything without being one of these. */
export type SummitAudience =
	| { readonly kind: 'facilitator' }
	| { readonly kind: 'evaluator' }
	/** Those who speak for one party, or for two. */
	| { readonly kind: 'chairs'; readonly parties: readonly string[] }
	| { readonly kind: 'stage' }
	| { readonly kind: 'observer' }
	| { readonly kind: 'phone' };

/** What an audience may see. */
export interface SummitSight {
	/** Every position: offers in confidence, leans, trust, votes as they are cast. */
	readonly all: boolean;
	/** Parties for which it speaks. */
	readonly parties: readonly string[];
}

export function sightOf(audience: SummitAudience): SummitSight {
	switch (audience.kind) {
		case 'facilitator':
		case 'evaluator':
			return { all: true, parties: [] };
		case 'chairs':
			return { all: false, parties: audience.parties };
		case 'stage':
		case 'observer':
		case 'phone':
			return { all: false, parties: [] };
	}
}

export function isOwn({ parties }: SummitSight, party: string): boolean {
	return parties.includes(party);
}

/** Whether an audience knows of an amendment: everybody does, but of offers in confidence. */
export function seesAmendment(
	sight: SummitSight,
	{ by, to }: { readonly by: string; readonly to: readonly string[] | null }
): boolean {
	return to === null || sight.all || isOwn(sight, by) || to.some((party) => isOwn(sight, party));
}
