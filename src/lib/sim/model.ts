/**
 * What the physics runs on: a scenario compiled to plain tables. Built once by `scenario`, never changed by a run.
 *
 * Vocabulary: a *site* is one organisation, or a stratum of alike organisations, of one sector in one metro; it has
 * one repair queue and one service. A *cell* is the hosts of one class and one security vendor at a site; hosts of a
 * cell are exchangeable and are counted, never listed. A *group* shares parameter values: one per sector, and one
 * per named organisation.
 */

import type { Defect } from './machines/host.ts';
import type { OtherDefect } from './machines/other-defects.ts';

export const HOST_CLASSES = ['server', 'workstation', 'laptop', 'kiosk', 'cloud'] as const;
export type HostClass = (typeof HOST_CLASSES)[number];
export const CLASS_COUNT = HOST_CLASSES.length;

/** What a release can do to hosts by a fault of its component. */
export const DEFECTS = [
	'bootCrash',
	'agentFailure',
	'systemFileQuarantined',
	'harmless'
] as const satisfies readonly Defect[];

/** What it can do to them in other ways. */
export const OTHER_DEFECTS = [
	'agentStopped',
	'hostIsolated',
	'recoveryKeyAsked',
	'payload',
	'controlPlaneDown'
] as const satisfies readonly OtherDefect[];

/** Steps of `stepMin` minutes up to (not including) `untilMin`; spans follow one another and end at the horizon. */
export interface GridSpan {
	readonly untilMin: number;
	readonly stepMin: number;
}

export interface Clock {
	/** Minute 0 of the exercise, in minutes since 2000-01-01T00:00Z. */
	readonly startMinute: number;
	/** Minute of the week at minute 0; 0 is Monday 00:00 UTC. */
	readonly startWeekMinute: number;
	readonly horizonMin: number;
	readonly spans: readonly GridSpan[];
}

export interface Metro {
	readonly id: string;
	readonly name: string;
	/** ISO 3166-1 alpha-2. */
	readonly country: string;
	readonly continent: string;
	readonly lat: number;
	readonly lng: number;
	/** Offset of local time from UTC at minute 0 of the exercise. */
	readonly utcOffsetMin: number;
}

export interface Sector {
	readonly id: string;
	/** What a service of this sector delivers, in the plural ("flights", "payments"). */
	readonly unit: string;
	/** Share of a day's demand in each local hour; 24 numbers that sum to 1. */
	readonly demandByHour: readonly number[];
}

export interface Organisation {
	readonly id: string;
	readonly sector: number;
	readonly role: string | null;
}

export interface Vendor {
	readonly id: string;
	/** Vendors of like size that the entry stands for, 1 unless said; 0: its hosts have no agent. */
	readonly standsFor?: number;
}

export interface Ring {
	/** Share of the vendor's hosts that this ring adds; the shares of a plan sum to 1. */
	readonly share: number;
	readonly bakeMin: number;
	/** Crashes per thousand installs, as the vendor sees them, at which the rollout pauses itself; null: no gate. */
	readonly gatePerMille: number | null;
}

export interface RingPlan {
	readonly id: string;
	readonly rings: readonly Ring[];
}

export interface Release {
	readonly vendor: number;
	readonly atMin: number;
	readonly defect: Defect | OtherDefect;
	/** It is an update of the platform by its owner, who is this vendor, too: hosts take it whatever agent they run. */
	readonly toEveryHost?: boolean | undefined;
	/** Nothing is fetched: what hosts have had for long expires, at once where they are on, else when they wake. */
	readonly expires?: boolean | undefined;
	/** Minute before which its defect waits on hosts that have installed it; left out, it does not wait. */
	readonly dormantUntilMin?: number | undefined;
	/** Where the defect is: classes of hosts, and countries (a language, say). Left out: all. */
	readonly classes?: readonly HostClass[] | undefined;
	readonly countries?: readonly string[] | undefined;
	/** Index of a ring plan of its own; left out, it takes the one in force for its vendor. */
	readonly ringPlan?: number | undefined;
}

/** Sites in index order; sites of one metro are adjacent. */
export interface SiteTable {
	readonly count: number;
	readonly metro: Uint16Array;
	readonly sector: Uint8Array;
	readonly group: Uint8Array;
	/** Index of the named organisation, or -1. */
	readonly organisation: Int16Array;
	/** Standard normal score of the site's staffing among its peers: unequal staffing decides the recovery's tail. */
	readonly staffingScore: Float64Array;
	/** Size of the organisations that the site stands for, from −1 (small) to 1 (large); 0 where it is one, or any. */
	readonly size: Float64Array;
	/** Units of service demanded a day. */
	readonly unitsPerDay: Float64Array;
	/** Cells of site i are cellStart[i] … cellStart[i+1]-1. */
	readonly cellStart: Int32Array;
}

/** Cells in index order; the cells of a site are adjacent. */
export interface CellTable {
	readonly count: number;
	readonly site: Int32Array;
	readonly hostClass: Uint8Array;
	readonly vendor: Uint8Array;
	readonly hosts: Int32Array;
	/** Standard normal score of the cell's coverage among its peers: how many of its hosts meet a defect is unequal. */
	readonly coverageScore: Float64Array;
}

/** A service of `sector` loses up to `weight` of its output when `on` is down in the same metro. */
export interface Dependency {
	readonly sector: number;
	readonly on: number;
	readonly weight: number;
}

/** Share of a class's hosts that are on, by local hour, Monday to Friday and at the weekend. */
export interface OnlineHabit {
	readonly weekday: readonly number[];
	readonly weekend: readonly number[];
}

/** Who a parameter value applies to. `sector` includes the organisations of that sector. */
export type Scope =
	| { readonly kind: 'world' }
	| { readonly kind: 'vendor'; readonly id: string }
	| { readonly kind: 'sector'; readonly id: string }
	| { readonly kind: 'organisation'; readonly id: string };

/** One value for one parameter; without `hostClass` it holds for every class of a parameter that is set by class. */
export interface Setting {
	readonly parameter: string;
	readonly scope: Scope;
	readonly hostClass?: HostClass | undefined;
	readonly value: number;
	/** The value multiplies what is in force, and what comes of it is kept within the parameter's range. */
	readonly multiplies?: true | undefined;
}

/** A setting that takes effect at a minute of the exercise. Every decision reaches the physics as orders. */
export interface Order extends Setting {
	readonly atMin: number;
}

export interface Model {
	readonly clock: Clock;
	readonly metros: readonly Metro[];
	readonly sectors: readonly Sector[];
	readonly organisations: readonly Organisation[];
	readonly vendors: readonly Vendor[];
	readonly releases: readonly Release[];
	readonly ringPlans: readonly RingPlan[];
	readonly dependencies: readonly Dependency[];
	/** By class, in the order of HOST_CLASSES. */
	readonly habits: readonly OnlineHabit[];
	readonly sites: SiteTable;
	readonly cells: CellTable;
	/** Applied in order before minute 0, broad scopes first; every parameter gets a value. */
	readonly settings: readonly Setting[];
}

/** Groups are numbered sectors first, then organisations. */
export function groupCount(model: Pick<Model, 'sectors' | 'organisations'>): number {
	return model.sectors.length + model.organisations.length;
}
