import {
	trustIn,
	unprotectedOf,
	type Frame,
	type ServiceTally,
	type Trust
} from '../../sim/observe/frame.ts';
import { scopeOf } from '../../exercise/scenario/scope.ts';
import { amount } from '../../scenario/expression/evaluate.ts';
import type { Expression } from '../../scenario/expression/expression.ts';
import type { RoomFacts } from '../facts/room-facts.ts';

/** One point of every curve: few enough numbers that a whole run of them is light. */
export interface Sample {
	readonly minute: number;
	/** Hosts that are down now, and that have crashed at any time. */
	readonly down: number;
	readonly everCrashed: number;
	/** Hosts that run without a working agent. */
	readonly unprotected: number;
	readonly compromised: number;
	/** Hosts that were hit and are back, protected. */
	readonly recovered: number;
	readonly lossCents: number;
	/** In the order of the scenario's sectors. */
	readonly sectors: readonly ServiceSample[];
	/** In the order of the organisations of the person's roles, role by role. */
	readonly own: readonly OwnSample[];
	/** In the vendor that the scenario's trust is about; null where nothing is released. */
	readonly trust: Trust | null;
	/**
	 * What the person's roles are judged by, role by role and term by term, spending left out; null: the frame does not hold
	 * it, because its audience is not told.
	 */
	readonly goals: readonly (number | null)[];
}

export interface ServiceSample {
	/** As a share of demand; 1 is normal. */
	readonly output: number;
	readonly backlogUnits: number;
	readonly lostUnits: number;
	readonly lossCents: number;
}

export interface OwnSample extends ServiceSample {
	readonly organisation: string;
	readonly hosts: number;
	readonly down: number;
	readonly unprotected: number;
}

/** What a sample is read by: known of every open room. */
export type SampledFacts = Pick<RoomFacts, 'mine'> & {
	readonly sectors: readonly { readonly id: string }[];
	readonly scenario: {
		readonly trustIn: string | null;
		readonly roles: readonly {
			readonly id: string;
			readonly organisations: readonly { readonly id: string }[];
			readonly goal?: { readonly terms: readonly { readonly measure?: Expression }[] };
		}[];
	};
};

/** Ids of the organisations that the person plays for, role by role. */
export function ownOrganisations({
	mine,
	scenario
}: Pick<SampledFacts, 'mine'> & { readonly scenario: Pick<SampledFacts['scenario'], 'roles'> }): string[] {
	return scenario.roles
		.filter(({ id }) => mine.includes(id))
		.flatMap(({ organisations }) => organisations.map(({ id }) => id));
}

/** The point of every curve that a frame gives. */
export function sampleOf(frame: Frame, facts: SampledFacts): Sample {
	const { minute, world, services, lossCents, organisations, byOrganisation } = frame;
	return {
		minute,
		down: world.down,
		everCrashed: world.everCrashed,
		unprotected: unprotectedOf(world),
		compromised: world.counts.compromised,
		recovered: world.counts.recovered,
		lossCents,
		sectors: facts.sectors.map(({ id }) => service(services[id])),
		own: ownOrganisations(facts).map((organisation) => {
			const hosts = byOrganisation[organisation];
			return {
				organisation,
				...service(organisations[organisation]),
				hosts: hosts?.hosts ?? 0,
				down: hosts?.down ?? 0,
				unprotected: hosts === undefined ? 0 : unprotectedOf(hosts)
			};
		}),
		trust: trustIn(frame, facts.scenario.trustIn),
		goals: goalsOf(frame, facts)
	};
}

/** Money that was spent is no reading of the world: a budget shows it. */
function goalsOf(frame: Frame, { mine, scenario }: SampledFacts): (number | null)[] {
	const scope = scopeOf(frame, [], { decisions: [], trustIn: scenario.trustIn });
	return scenario.roles
		.filter(({ id }) => mine.includes(id))
		.flatMap(({ goal }) => goal?.terms ?? [])
		.map(({ measure }) => {
			try {
				return measure === undefined ? null : amount(measure, scope);
			} catch {
				return null;
			}
		});
}

function service(tally: ServiceTally | undefined): ServiceSample {
	if (tally === undefined) return { output: 1, backlogUnits: 0, lostUnits: 0, lossCents: 0 };
	const { output, backlogUnits, lostUnits, lossCents } = tally;
	return { output, backlogUnits, lostUnits, lossCents };
}
