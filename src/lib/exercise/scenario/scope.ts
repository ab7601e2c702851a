import type { Scope } from '../../scenario/expression/evaluate.ts';
import type { Value } from '../../scenario/expression/expression.ts';
import {
	trustIn,
	unprotectedOf,
	type Frame,
	type HostTally,
	type ServiceTally
} from '../../sim/observe/frame.ts';
import type { CostedAct } from '../availability/budget.ts';

type Costs = readonly { readonly id: string; readonly role: string; readonly costUsd: number }[];

/** What expressions need to know of a scenario: what each decision costs whom, and which vendor `trust` is about. */
export interface ScopedScenario {
	readonly decisions: Costs;
	readonly trustIn: string | null;
}

/**
 * What an expression is read against: a minute of a run, and what was done in it by then. Money is in US$, hosts are
 * counted whole, `output` is a share of demand, trust goes from 0 to 1.
 */
export function scopeOf(frame: Frame, acts: readonly CostedAct[], scenario: ScopedScenario): Scope {
	const done = acts.filter(({ atMin }) => atMin <= frame.minute);
	return {
		value(path) {
			const value = valueAt(path, frame, done, scenario);
			if (value === undefined) throw new RangeError(`this world has no '${path.join('.')}'`);
			return value;
		},
		takenAtMin: (decision) => done.find((act) => act.decision === decision)?.atMin ?? null
	};
}

function valueAt(
	[first, second = '', third = '']: readonly string[],
	frame: Frame,
	acts: readonly CostedAct[],
	scenario: ScopedScenario
): Value | undefined {
	switch (first) {
		case 'minute':
			return frame.minute;
		case 'world':
			return { ...hostValues(frame.world), lossUsd: frame.lossCents / 100 }[second];
		case 'sector':
			return groupValues(frame.bySector[second], frame.services[second])[third];
		case 'organisation':
			return groupValues(frame.byOrganisation[second], frame.organisations[second])[third];
		case 'vendor':
			return vendorValues(frame, second)[third];
		case 'trust':
			return (trustIn(frame, scenario.trustIn) as Values | null)?.[second];
		case 'role':
			return third === 'spentUsd' ? spentUsd(acts, scenario.decisions, second) : undefined;
		default:
			return undefined;
	}
}

type Values = Readonly<Record<string, Value | undefined>>;

function hostValues(tally: HostTally): Values {
	const { hosts, down, everCrashed, everCompromised, counts } = tally;
	return {
		hosts,
		down,
		unprotected: unprotectedOf(tally),
		compromised: counts.compromised,
		everCrashed,
		// Its name in scenarios of earlier versions.
		crashed: everCrashed,
		everCompromised
	};
}

function groupValues(tally: HostTally | undefined, service: ServiceTally | undefined): Values {
	if (tally === undefined || service === undefined) return {};
	const { output, backlogUnits, lostUnits, lossCents } = service;
	return { ...hostValues(tally), output, backlogUnits, lostUnits, lossUsd: lossCents / 100 };
}

function vendorValues({ byVendor, releases }: Frame, id: string): Values {
	const release = releases.find(({ vendor }) => vendor === id);
	const hosts = byVendor[id] === undefined ? {} : hostValues(byVendor[id]);
	if (release === undefined) return hosts;
	const { statement, rollout, vendorState: state, seenCrashes } = release;
	return { ...hosts, statement, rollout, state, seenCrashes };
}

function spentUsd(acts: readonly CostedAct[], costs: Costs, role: string): number {
	return acts.reduce((sum, { decision, part }) => {
		const cost = part === 'summit' ? undefined : costs.find(({ id }) => id === decision);
		return cost?.role === role ? sum + cost.costUsd : sum;
	}, 0);
}
