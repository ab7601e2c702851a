import type { HostClass, Scope } from '../../sim/model.ts';

/** How a vendor ships and answers, as far as an accord changes it. Numbers of duty are shares of releases that keep it. */
export interface VendorPolicy {
	/** Share of releases that go by rings, and the rings. */
	readonly ringDuty: number;
	readonly firstRingShare: number;
	readonly rings: number;
	readonly bakeMin: number;
	/** Share of releases that a gate watches, and what stops them. */
	readonly gateDuty: number;
	readonly gatePerMille: number;
	readonly gateInstalls: number;
	/** Share of releases that skip the rings all the same. */
	readonly laneShare: number;
	/** Minutes that every release waits before it ships. */
	readonly waitsMin: number;
	/** Share of hosts whose owners hold content back, and for how many minutes. */
	readonly heldBackShare: number;
	readonly heldBackMin: number;
	/** Share of hosts whose agent runs outside the kernel: desks are all that are no servers. */
	readonly userDesks: number;
	readonly userServers: number;
	/** Share of hosts that stay in the kernel, whatever else is agreed. */
	readonly keepsKernel: number;
	/** How well an agent outside the kernel is guarded. */
	readonly guarded: number;
	/** The platform owner tells a vendor of crashes so long after the first, with this chance. */
	readonly toldMin: number;
	readonly toldDuty: number;
	/** The vendor's decision takes so much of its time. */
	readonly decisionFactor: number;
	/** Somebody outside stops a release so long after it is known, with this chance. */
	readonly outsideHaltMin: number;
	readonly outsideHaltDuty: number;
	/** A work-around is published so long after the release was stopped. */
	readonly speaksMin: number;
	/** Share of hosts that crash by new content whose agent takes the last that was good, and after how many minutes. */
	readonly lastGoodShare: number;
	readonly lastGoodMin: number;
}

/** A vendor nobody has agreed anything with. What is told only as "at least" or "at most" is nothing. */
export const AS_EVER: VendorPolicy = {
	ringDuty: 0,
	firstRingShare: 1,
	rings: 1,
	bakeMin: 0,
	gateDuty: 0,
	gatePerMille: 1000,
	gateInstalls: 0,
	laneShare: 0,
	waitsMin: 0,
	heldBackShare: 0,
	heldBackMin: 0,
	userDesks: 0,
	userServers: 0,
	keepsKernel: 0,
	guarded: 0,
	toldMin: 525_600,
	toldDuty: 0,
	decisionFactor: 1,
	outsideHaltMin: 525_600,
	outsideHaltDuty: 0,
	speaksMin: 120,
	lastGoodShare: 0,
	lastGoodMin: 525_600
};

/** Of two values the stricter one: the less for these, the more for all others. */
const LESS_IS_STRICTER: ReadonlySet<keyof VendorPolicy> = new Set([
	'firstRingShare',
	'gatePerMille',
	'toldMin',
	'decisionFactor',
	'outsideHaltMin',
	'speaksMin',
	'lastGoodMin'
]);

export function stricter(key: keyof VendorPolicy, one: number, other: number): number {
	return LESS_IS_STRICTER.has(key) ? Math.min(one, other) : Math.max(one, other);
}

/** What a measure changes in the model: never an outcome. */
export type Change =
	/** Multiplies a lever's value; of several that lower it the lowest holds, of several that raise it the highest. */
	| {
			readonly kind: 'factor';
			readonly parameter: string;
			readonly scope: Scope;
			readonly hostClass?: HostClass;
			readonly value: number;
	  }
	/** Sets a lever that is at nothing without it; the highest value holds. */
	| {
			readonly kind: 'set';
			readonly parameter: string;
			readonly scope: Scope;
			readonly hostClass?: HostClass;
			readonly value: number;
	  }
	| { readonly kind: 'policy'; readonly vendor: string; readonly policy: Partial<VendorPolicy> }
	/** A test that finds so many of a vendor's defective releases of one kind of shock. Tests are independent. */
	| { readonly kind: 'catch'; readonly vendor: string; readonly shock: string; readonly chance: number }
	/** A share of a sector's hosts of any vendor, at the same organisations, gets a second one. */
	| { readonly kind: 'secondVendor'; readonly sector: string; readonly share: number }
	/** A share of a sector's organisations goes over to a vendor. */
	| { readonly kind: 'goOver'; readonly sector: string; readonly vendor: string; readonly share: number }
	/** No vendor has more of a sector than this, kept so far. */
	| { readonly kind: 'cap'; readonly sector: string; readonly most: number; readonly kept: number }
	/** How fast hosts drift to the platform owner's agent, as a share of how fast they do by themselves. */
	| { readonly kind: 'drift'; readonly factor: number };
