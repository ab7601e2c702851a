import type { Trust } from '../../sim/observe/frame.ts';
import type { Sample, ServiceSample } from './samples.ts';
import { short } from './short-number.ts';

type SentService = readonly number[];

/** A point of every curve as it travels: numbers in the order of {@link Sample}. */
export type SentSample = readonly [
	world: readonly number[],
	sectors: readonly SentService[],
	own: readonly (readonly [organisation: string, hosts: readonly number[], service: SentService])[],
	trust: readonly number[] | null,
	goals: readonly (number | null)[]
];

export function sentSample(sample: Sample): SentSample {
	const { minute, down, everCrashed, unprotected, compromised, recovered, lossCents, trust } = sample;
	return [
		[minute, down, everCrashed, unprotected, compromised, recovered, lossCents],
		sample.sectors.map(sentService),
		sample.own.map(({ organisation, hosts, down, unprotected, ...service }) => {
			return [organisation, [hosts, down, unprotected], sentService(service)];
		}),
		trust === null ? null : [trust.public, trust.customers, trust.government].map(short),
		sample.goals.map((goal) => (goal === null ? null : short(goal)))
	];
}

export function readSample([world, sectors, own, trust, goals]: SentSample): Sample {
	const [minute, down, everCrashed, unprotected, compromised, recovered, lossCents] = world as Seven;
	return {
		...{ minute, down, everCrashed, unprotected, compromised, recovered, lossCents, goals },
		sectors: sectors.map(readService),
		own: own.map(([organisation, [hosts = 0, down = 0, unprotected = 0], service]) => {
			return { organisation, ...readService(service), hosts, down, unprotected };
		}),
		trust: trust === null ? null : readTrust(trust)
	};
}

type Seven = readonly [number, number, number, number, number, number, number];

function sentService({ output, backlogUnits, lostUnits, lossCents }: ServiceSample): SentService {
	return [output, backlogUnits, lostUnits, lossCents].map(short);
}

function readService([output = 1, backlogUnits = 0, lostUnits = 0, lossCents = 0]: SentService) {
	return { output, backlogUnits, lostUnits, lossCents };
}

function readTrust([inPublic = 0, customers = 0, government = 0]: readonly number[]): Trust {
	return { public: inPublic, customers, government };
}
