import type { Scenario } from '../../scenario/scenario.ts';
import type { Measure, Summit } from '../../scenario/summit.ts';
import type { Setting } from '../../sim/model.ts';
import { parameterSpec } from '../../sim/parameters.ts';
import type { Item } from '../../summit/accord/accord.ts';
import { parameterIn } from '../../summit/accord/conditions.ts';
import { strictnessOf } from '../../summit/value/strength.ts';
import { adoptionOf, AS_PLANNED, type Uncertain } from './adoption.ts';
import type { Agreement } from './agreement.ts';
import { AS_EVER, stricter, type Change, type VendorPolicy } from './change.ts';
import { isOfMarket, marketAfter, type Market } from './market.ts';
import type { Adopted } from './mechanism.ts';
import { MECHANISMS } from './mechanisms/mechanisms.ts';

/** What of a scenario the years after its summit depend on. */
export type Reformed = Pick<Scenario, 'sectors' | 'vendors' | 'roles'> & { readonly summit: Summit };

/** A world some months after a summit: how it differs from the one that the incident met. */
export interface Reform {
	/** In force from the start, after a set of the model's parameters. */
	readonly settings: readonly Setting[];
	/** By vendor; who is not there goes on as ever. */
	readonly policies: Readonly<Record<string, VendorPolicy>>;
	/** By vendor and kind of shock: chance that a defective release is found before it ships. */
	readonly caught: Readonly<Record<string, Readonly<Record<string, number>>>>;
	readonly market: Market;
	/** By measure: how far it is done, over all who would have to. */
	readonly adoption: Readonly<Record<string, number>>;
}

/** A sector whose organisations nobody speaks for follows so far what others agreed (assumed). */
const FOLLOWS = 0.5;

/**
 * The world some months after an accord; of none, the one that drifts on by itself. Measures move levers of the model
 * through mechanisms, never an outcome. The order of the accord's items does not matter; of several that move one lever
 * the stricter holds.
 *
 * @param before who ran whose agent when the incident came
 */
export function reform(
	scenario: Reformed,
	before: Market,
	agreement: Agreement | null,
	months: number,
	uncertain: Uncertain = AS_PLANNED
): Reform {
	const platformVendor = platformVendorOf(scenario);
	const { summit } = scenario;
	// One order for all, so that not even a rounding depends on theirs.
	const items = [...(agreement?.items ?? [])].sort((a, b) => (a.measure < b.measure ? -1 : 1));
	const adoption: Record<string, number> = {};
	const changes: Change[] = [];
	for (const item of items) {
		const measure = summit.measures.find(({ id }) => id === item.measure);
		if (measure === undefined) continue;
		const by = (owner: string) => adoptionOf(summit, agreement!, item, owner, months, uncertain);
		const adopted = adoptedOf(scenario, measure, item, by, platformVendor);
		adoption[measure.id] = adopted.overall;
		if (adopted.overall > 0) changes.push(...(MECHANISMS[measure.id]?.(adopted) ?? []));
	}
	return {
		settings: settingsOf(changes.flatMap((change) => bySector(change, scenario.sectors))),
		policies: policiesOf(changes),
		caught: caughtOf(changes),
		market: marketAfter(before, changes.filter(isOfMarket), platformVendor, months),
		adoption
	};
}

/** The agent that the platform owner sells itself; null: the scenario has none. */
export function platformVendorOf({ summit, roles }: Pick<Reformed, 'summit' | 'roles'>): string | null {
	const owner = summit.parties.find(({ role }) =>
		roles.some(({ id, kind }) => id === role && kind === 'platform')
	);
	return owner?.vendors[0] ?? null;
}

function adoptedOf(
	{ summit, sectors }: Reformed,
	measure: Measure,
	item: Item,
	by: (owner: string) => number,
	platformVendor: string | null
): Adopted {
	const { owners } = measure;
	const vendors = new Map<string, number>();
	const ofSector = new Map<string, number>();
	const spoken = new Set(summit.parties.flatMap((party) => party.sectors));
	for (const party of summit.parties) {
		if (!owners.includes(party.id)) continue;
		const adoption = by(party.id);
		for (const vendor of party.vendors) vendors.set(vendor, adoption);
		for (const sector of party.sectors) ofSector.set(sector, adoption);
	}
	const customers = owners.filter((id) =>
		summit.parties.some((one) => one.id === id && one.sectors.length > 0)
	);
	const leads = customers.length > 0 ? customers : owners;
	const mean = (ids: readonly string[]) => ids.reduce((sum, id) => sum + by(id), 0) / ids.length;
	// Who only sells agents binds no organisation.
	const binds = customers.length > 0 || vendors.size === 0;
	if (binds) for (const { id } of sectors) if (!spoken.has(id)) ofSector.set(id, FOLLOWS * mean(leads));
	return {
		value: (parameter) => parameterIn(item, measure, parameter),
		strictness: strictnessOf(measure, item),
		vendors,
		sectors: ofSector,
		everyVendor: summit.parties.flatMap((party) => party.vendors),
		overall: mean(owners),
		platformVendor
	};
}

/** A factor for everybody is one for each sector, so that it meets those that are for one. */
function bySector(change: Change, sectors: Reformed['sectors']): Change[] {
	if (change.kind !== 'factor' || change.scope.kind !== 'world') return [change];
	if (parameterSpec(change.parameter)?.owner !== 'group') return [change];
	return sectors.map(({ id }) => ({ ...change, scope: { kind: 'sector', id } }));
}

/** One setting for each lever and whom it is for: what lowers it most, and what raises it most. */
function settingsOf(changes: readonly Change[]): Setting[] {
	const found = new Map<string, { lower: number; higher: number; change: Change & { kind: 'factor' } }>();
	const set = new Map<string, Change & { kind: 'set' }>();
	for (const change of changes) {
		if (change.kind === 'factor') {
			const key = JSON.stringify([change.parameter, change.scope, change.hostClass]);
			const one = found.get(key) ?? { lower: 1, higher: 1, change };
			one.lower = Math.min(one.lower, change.value);
			one.higher = Math.max(one.higher, change.value);
			found.set(key, one);
		} else if (change.kind === 'set') {
			const key = JSON.stringify([change.parameter, change.scope, change.hostClass]);
			const before = set.get(key);
			if (before === undefined || before.value < change.value) set.set(key, change);
		}
	}
	const byKey = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1);
	const sets = [...set].sort(byKey).map(([, { parameter, scope, hostClass, value }]): Setting => ({
		parameter,
		scope,
		...(hostClass !== undefined && { hostClass }),
		value
	}));
	const factors = [...found].sort(byKey).map(([, { lower, higher, change }]): Setting => {
		const { parameter, scope, hostClass } = change;
		return {
			parameter,
			scope,
			...(hostClass !== undefined && { hostClass }),
			value: bounded(lower * higher),
			multiplies: true
		};
	});
	// A factor multiplies what a measure has set.
	return [...sets, ...factors];
}

/** What a setting may multiply by. */
function bounded(factor: number): number {
	return Math.min(1000, Math.max(0.001, factor));
}

function policiesOf(changes: readonly Change[]): Record<string, VendorPolicy> {
	const found: Record<string, Record<keyof VendorPolicy, number>> = {};
	for (const change of changes) {
		if (change.kind !== 'policy') continue;
		const policy = (found[change.vendor] ??= { ...AS_EVER });
		for (const [key, value] of Object.entries(change.policy) as [keyof VendorPolicy, number][])
			policy[key] = stricter(key, policy[key], value);
	}
	return found;
}

function caughtOf(changes: readonly Change[]): Record<string, Record<string, number>> {
	const slips: Record<string, Record<string, number>> = {};
	for (const change of changes) {
		if (change.kind !== 'catch') continue;
		const of = (slips[change.vendor] ??= {});
		of[change.shock] = (of[change.shock] ?? 1) * (1 - Math.min(1, change.chance));
	}
	return Object.fromEntries(
		Object.entries(slips).map(([vendor, by]) => [
			vendor,
			Object.fromEntries(Object.entries(by).map(([shock, slip]) => [shock, 1 - slip]))
		])
	);
}
