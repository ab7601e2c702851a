import {
	trustIn,
	unprotectedOf,
	type Frame,
	type HostTally,
	type ServiceTally,
	type Trust
} from '../../sim/observe/frame.ts';
import { short } from './short-number.ts';
import type { SampledFacts } from './samples.ts';

/** Hosts, and of them: down, recovered, unprotected, asleep, compromised, ever crashed. Noughts at the end are left off. */
export type SentHosts = readonly number[];
/** Output in thousandths, units that wait, units lost, loss in cents. */
export type SentService = readonly number[];

/** A frame as it travels: of everything that screens read off it, the numbers alone. */
export interface SentFrame {
	readonly minute: number;
	readonly lossCents: number;
	readonly world: SentHosts;
	readonly bySector: Readonly<Record<string, SentHosts>>;
	readonly byOrganisation: Readonly<Record<string, SentHosts>>;
	readonly services: Readonly<Record<string, SentService>>;
	readonly organisations: Readonly<Record<string, SentService>>;
	/** In the vendor that the scenario's trust is about. */
	readonly trust: { readonly vendor: string; readonly by: Trust } | null;
}

type Told = Pick<SampledFacts, 'scenario'>;

/** @param frame as the audience may see it */
export function sentFrame(frame: Frame, { scenario }: Told): SentFrame {
	const trust = trustIn(frame, scenario.trustIn);
	return {
		minute: frame.minute,
		lossCents: frame.lossCents,
		world: toldHosts(frame.world),
		bySector: each(frame.bySector, toldHosts),
		byOrganisation: each(frame.byOrganisation, toldHosts),
		services: each(frame.services, toldService),
		organisations: each(frame.organisations, toldService),
		trust: trust === null ? null : { vendor: scenario.trustIn!, by: shortTrust(trust) }
	};
}

/**
 * The frame that was told. What is not told of it is nought.
 *
 * @param byCountry read off the map, where somebody looks: countries are not told once more
 */
export function frameOf(told: SentFrame, byCountry: () => Frame['byCountry'] = () => ({})): Frame {
	const releases =
		told.trust === null
			? []
			: [
					{
						...{ vendor: told.trust.vendor, rollout: '', vendorState: '', statement: '' },
						...{ openRings: 0, seenInstalls: 0, seenCrashes: 0, trust: told.trust.by }
					}
				];
	return {
		minute: told.minute,
		lossCents: told.lossCents,
		world: hostsOf(told.world),
		bySector: each(told.bySector, hostsOf),
		get byCountry() {
			return byCountry();
		},
		byOrganisation: each(told.byOrganisation, hostsOf),
		services: each(told.services, serviceOf),
		organisations: each(told.organisations, serviceOf),
		...{ byClass: {}, byVendor: {}, lossCentsByCountry: {}, releases }
	};
}

function each<From, To>(
	record: Readonly<Record<string, From>>,
	make: (from: From) => To
): Record<string, To> {
	return Object.fromEntries(Object.entries(record).map(([id, one]) => [id, make(one)]));
}

function toldHosts(tally: HostTally): SentHosts {
	const { hosts, down, counts, everCrashed } = tally;
	const all = [
		...[hosts, down, counts.recovered, unprotectedOf(tally)],
		...[counts.asleep, counts.compromised, everCrashed]
	];
	return all.slice(0, all.findLastIndex((one) => one !== 0) + 1);
}

const NONE: HostTally['counts'] = {
	...{ asleep: 0, protected: 0, fetching: 0, crashed: 0, waitingForKey: 0, waitingForHands: 0 },
	...{ underRepair: 0, recovered: 0, unprotected: 0, agentDown: 0, compromised: 0 }
};

function hostsOf(told: SentHosts): HostTally {
	const [hosts = 0, down = 0, recovered = 0, unprotected = 0, asleep = 0, compromised = 0, everCrashed = 0] =
		told;
	return {
		...{ hosts, down, everCrashed, everCompromised: compromised },
		counts: { ...NONE, recovered, unprotected, asleep, compromised }
	};
}

function shortTrust({ public: inPublic, customers, government }: Trust): Trust {
	return { public: short(inPublic), customers: short(customers), government: short(government) };
}

function toldService({ output, backlogUnits, lostUnits, lossCents }: ServiceTally): SentService {
	return [Math.round(output * 1000), ...[backlogUnits, lostUnits, lossCents].map(short)];
}

function serviceOf(told: SentService): ServiceTally {
	const [output = 1000, backlogUnits = 0, lostUnits = 0, lossCents = 0] = told;
	return { ...{ output: output / 1000, backlogUnits, lostUnits, lossCents, unitsPerDay: 0 }, states: {} };
}
