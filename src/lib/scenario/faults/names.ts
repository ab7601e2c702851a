/** Kinds of things that have names which other parts of a scenario refer to. */
export type NameKind =
	| 'model'
	| 'world'
	| 'part'
	| 'key'
	| 'parameter'
	| 'sector'
	| 'organisation'
	| 'vendor'
	| 'vendorWithRelease'
	| 'role'
	| 'roleOfObjective'
	| 'decision'
	| 'decisionOfRole'
	| 'inject'
	| 'fact'
	| 'profile'
	| 'metro'
	| 'ringPlan'
	| 'country'
	| 'zone'
	| 'name'
	| 'call'
	| 'party'
	| 'measure'
	| 'lever'
	| 'parameterOfMeasure'
	| 'scenario';

/** What stands once only. */
export type OnceKind =
	| 'key'
	| 'part'
	| 'choice'
	| 'vendorInFleet'
	| 'release'
	| 'expert'
	| 'play'
	| 'site'
	| 'country'
	| 'airport';

/** Shares that make up a whole. */
export type WholeKind =
	| 'shares'
	| 'sectorHosts'
	| 'vendorShares'
	| 'rings'
	| 'weights'
	| 'countryHosts'
	| 'metroFlights'
	| 'metroHosts';

/** What could have been meant: the nearest name, or some of those that there are. */
export interface Choices {
	readonly near: string | null;
	readonly some: readonly string[];
	readonly count: number;
}

/** Names that refer to nothing, stand twice or lead in a circle; shares that do not add up. */
export interface NameFaults {
	unknown: { readonly kind: NameKind; readonly id: string; readonly choices: Choices };
	idTwice: { readonly id: string };
	twice: { readonly kind: OnceKind; readonly id: string };
	circle: { readonly of: 'decisions' | 'dependencies' | 'measures'; readonly ids: readonly string[] };
	/** `id`: whose shares, where there are several. */
	notWhole: { readonly of: WholeKind; readonly id: string | null; readonly sum: number };
}
