import { trustedVendor } from '../../scenario/trusted-vendor.ts';
import type { Cut, Localized, Objective, Role, Scenario } from '../../scenario/scenario.ts';
import type { Pack } from '../scenario-library.ts';
import { TABLE, type RoomFacts } from './room-facts.ts';
import type {
	AgreementDetails,
	DecisionDetails,
	ObjectiveSummary,
	RoleSummary,
	ScenarioSummary
} from './scenario-summary.ts';
import { localTimesOf } from './local-times.ts';
import { replacing } from './replaces.ts';

/** A role that can be played alone: it has a budget to keep to and a goal to be judged by. */
type SoloRole = Role & {
	readonly budget: NonNullable<Role['budget']>;
	readonly goal: NonNullable<Role['goal']>;
};

/** The scenarios that can be played alone, as a setup screen shows them: those with lengths and with roles to play. */
export function scenarioSummaries(
	scenarios: readonly Scenario[],
	botTexts: ScenarioSummary['botTexts']
): ScenarioSummary[] {
	return scenarios
		.map((scenario) => scenarioSummary(scenario, botTexts))
		.map((summary) => ({ ...summary, cuts: summary.cuts.filter((cut) => cut.for === undefined) }))
		.filter(({ roles, cuts }) => roles.length > 0 && cuts.length > 0);
}

export function scenarioSummary(scenario: Scenario, botTexts: ScenarioSummary['botTexts']): ScenarioSummary {
	const { id, title, summary, clock, roles, cuts } = scenario;
	return {
		id,
		title,
		summary,
		startMinute: clock.startMinute,
		trustIn: trustedVendor(scenario),
		roles: roles.filter(isSolo).map((role) => roleSummary(scenario, role)),
		cuts,
		hasSignal: scenario.signal !== undefined,
		botTexts
	};
}

function isSolo(role: Role): role is SoloRole {
	return role.budget !== null && role.goal !== null;
}

function roleSummary(scenario: Scenario, role: SoloRole): RoleSummary {
	const { id, kind, name, text, brief, owns, organisations, budget, goal } = role;
	return {
		id,
		kind,
		name,
		text,
		brief,
		owns,
		organisations: scenario.organisations
			.filter((one) => organisations.includes(one.id))
			.map(({ id, name, sector, sites }) => ({
				id,
				name,
				sector,
				sectorName: scenario.sectors.find((one) => one.id === sector)?.name ?? { en: sector },
				hosts: sites.reduce((sum, { hosts }) => sum + hosts, 0),
				metros: sites.map(({ metro }) => scenario.world.metros.find((one) => one.id === metro)?.name ?? metro)
			})),
		budget,
		goal: {
			name: goal.name,
			terms: goal.terms.map(({ id, name, unit, weight, measure }) => ({ id, name, unit, weight, measure }))
		},
		objectives: scenario.objectives
			.filter(({ roles }) => roles.includes(id))
			.map((objective) => objectiveSummary(objective, id))
			.filter(({ tasks }) => tasks.length > 0)
	};
}

function objectiveSummary({ id, name, capability, tasks }: Objective, role: string): ObjectiveSummary {
	return {
		id,
		name,
		capability,
		tasks: tasks.filter(({ roles }) => roles.includes(role)).map(({ id, text }) => ({ id, text }))
	};
}

/** Ids of the roles that somebody in `role` plays. */
export function rolesPlayed(scenario: Pick<Scenario, 'roles'>, role: string): string[] {
	return scenario.roles.filter(({ id }) => role === TABLE || id === role).map(({ id }) => id);
}

/** For whom facts are made: their roles, in an exercise that is set up like this. */
export interface Facing extends Pick<RoomFacts, 'runId' | 'role' | 'mine' | 'bots'> {
	/** Id of the length that is played. */
	readonly cut: string;
}

/** What somebody is told of a room once it is open. */
export function roomFacts(pack: Pack, facing: Facing, botTexts: ScenarioSummary['botTexts']): RoomFacts {
	const { scenario, model } = pack;
	const { mine } = facing;
	return {
		...facing,
		scenario: scenarioSummary(scenario, botTexts),
		briefing: scenario.briefing,
		cut: cutOf(scenario, facing.cut),
		startMinute: model.clock.startMinute,
		horizonMin: model.clock.horizonMin,
		spans: model.clock.spans.map(({ untilMin, stepMin }) => ({ untilMin, stepMin })),
		releaseMinutes: model.releases.map(({ atMin }) => atMin),
		hosts: model.cells.hosts.reduce((sum, hosts) => sum + hosts, 0),
		localTimes: localTimesOf(scenario, model, mine),
		sectors: sectorFacts(scenario),
		decisions: decisionDetails(pack, mine),
		agreements: agreementsOf(scenario, mine),
		facts: scenario.facts
	};
}

/** What screens say of sectors. */
export function sectorFacts({ sectors }: Pick<Scenario, 'sectors'>): RoomFacts['sectors'] {
	return sectors.map(({ id, name, unit, undone = null }) => ({ id, name, unit, undone }));
}

/** @throws Error where the scenario has no such cut: the caller has looked before */
export function cutOf({ cuts }: Pick<Scenario, 'cuts'>, id: string): Cut {
	const cut = cuts.find((one) => one.id === id);
	if (cut === undefined) throw new Error(`the scenario has no cut '${id}'`);
	return cut;
}

function roleNameOf({ roles }: Scenario, id: string): Localized {
	return roles.find((role) => role.id === id)?.name ?? { en: id };
}

function agreementsOf(scenario: Scenario, mine: readonly string[]): AgreementDetails[] {
	return scenario.decisions.flatMap(({ id, role, title, text, confirmedBy }) => {
		if (confirmedBy === undefined || !mine.includes(confirmedBy) || mine.includes(role)) return [];
		return [{ id, title, text, roleName: roleNameOf(scenario, role) }];
	});
}

function decisionDetails({ scenario, exercise }: Pack, mine: readonly string[]): DecisionDetails[] {
	return scenario.decisions
		.filter(({ role }) => mine.includes(role))
		.flatMap((decision) => {
			const { id, role, phase, title, text, costUsd, attention, leadMin, requires, unless, facts, assumed } =
				decision;
			if (phase !== 'preparation' && phase !== 'incident' && phase !== 'recovery') return [];
			const inRoom = exercise.decisions.find((one) => one.id === id);
			return {
				id,
				role,
				phase,
				moves: decision.effects[0]?.parameter.split('.')[0] ?? '',
				title,
				text,
				default: decision.default,
				costUsd,
				attention,
				leadMin,
				fromMin: inRoom?.fromMin ?? null,
				untilMin: inRoom?.untilMin ?? null,
				requires,
				...(unless !== undefined && { unless }),
				...(decision.confirmedBy !== undefined && {
					confirmedBy: roleNameOf(scenario, decision.confirmedBy)
				}),
				...replacing(decision, scenario.decisions),
				...(decision.answers !== undefined && { answers: decision.answers }),
				facts,
				assumed
			};
		});
}
