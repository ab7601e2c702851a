import type { MapFacts } from '../../../room/map/map-facts.ts';
import type { FlowFilter } from '../../../sim/observe/flows/host-flows.ts';
import type { MapSnapshot } from '../../../sim/observe/map/map-snapshot.ts';
import { HOST_STATES, SERVICE_STATES } from '../../../sim/table/states.ts';
import type { ChartName } from './chart-layout.ts';

/** How many things of a chart are in each state now. */
export interface ChartCounts {
	readonly byState: Readonly<Record<string, number>>;
	/** Where things are few and have a name. */
	readonly notes: Readonly<Record<string, string>>;
	/** Rings that are open, of the release with the most. */
	readonly openRings: number;
}

/** Counts by state of one chart: hosts or services of everybody, a sector or a metro; releases as they are. */
export function countsOf(
	facts: MapFacts,
	snapshot: MapSnapshot,
	chart: ChartName,
	scope: FlowFilter
): ChartCounts {
	const openRings = Math.max(0, ...snapshot.releases.map((release) => release.openRings));
	const none = { notes: {}, openRings };
	if (chart === 'host') return { ...none, byState: hostCounts(facts, snapshot, scope) };
	if (chart === 'service') return { ...none, byState: serviceCounts(facts, snapshot, scope) };
	const byState: Record<string, number> = {};
	for (const { rollout, vendorState } of snapshot.releases) {
		const state = chart === 'rollout' ? rollout : vendorState;
		byState[state] = (byState[state] ?? 0) + 1;
	}
	return { ...none, byState };
}

function hostCounts({ cells }: MapFacts, { counts }: MapSnapshot, { metro, sector }: FlowFilter) {
	const sums = new Float64Array(HOST_STATES.length);
	for (let cell = 0, at = 0; cell < cells.count; cell++, at += HOST_STATES.length) {
		if (metro !== null && cells.metro[cell] !== metro) continue;
		if (sector !== null && cells.sector[cell] !== sector) continue;
		for (let state = 0; state < HOST_STATES.length; state++) sums[state]! += counts[at + state]!;
	}
	return Object.fromEntries(HOST_STATES.map((state, i) => [state, sums[i]!]));
}

function serviceCounts({ metros, sectors }: MapFacts, { services }: MapSnapshot, scope: FlowFilter) {
	const sums = new Float64Array(SERVICE_STATES.length);
	for (let metro = 0; metro < metros.length; metro++) {
		if (scope.metro !== null && scope.metro !== metro) continue;
		for (let sector = 0; sector < sectors.length; sector++) {
			if (scope.sector !== null && scope.sector !== sector) continue;
			const at = (metro * sectors.length + sector) * SERVICE_STATES.length;
			for (let state = 0; state < SERVICE_STATES.length; state++) sums[state]! += services[at + state]!;
		}
	}
	return Object.fromEntries(SERVICE_STATES.map((state, i) => [state, sums[i]!]));
}

/** Hosts a minute along each transition, where they were counted for this scope; else null. */
export function flowsPerMinute({ flows }: MapSnapshot, { metro, sector }: FlowFilter) {
	if (flows === null || flows.filter.metro !== metro || flows.filter.sector !== sector) return null;
	const { fromMin, toMin, hosts } = flows;
	const minutes = Math.max(1, toMin - fromMin);
	const perMinute = Object.fromEntries(Object.entries(hosts).map(([name, count]) => [name, count / minutes]));
	return { fromMin, toMin, perMinute };
}
