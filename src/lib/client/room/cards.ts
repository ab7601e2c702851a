import type { Cut, Objective, Role, Scenario } from '../../scenario/scenario.ts';
import type { Pack } from '../../room/scenario-library.ts';
import { TABLE, type RoomFacts } from './room-client.ts';
import type { DecisionCard, ObjectiveCard, RoleCard, ScenarioCard } from './scenario-card.ts';
import type { RunMeta } from '../store/run-store.ts';

/** A role that can be played alone: it has a budget to keep to and a goal to be judged by. */
type SoloRole = Role & {
	readonly budget: NonNullable<Role['budget']>;
	readonly goal: NonNullable<Role['goal']>;
};

/** The scenarios that can be played alone, as a setup screen shows them: those with lengths and with roles to play. */
export function scenarioCards(
	scenarios: readonly Scenario[],
	tempers: ScenarioCard['tempers']
): ScenarioCard[] {
	return scenarios
		.map((scenario) => scenarioCard(scenario, tempers))
		.filter(({ roles, cuts }) => roles.length > 0 && cuts.length > 0);
}

export function scenarioCard(scenario: Scenario, tempers: ScenarioCard['tempers']): ScenarioCard {
	const { id, title, summary, clock, roles, cuts } = scenario;
	return {
		id,
		title,
		summary,
		startMinute: clock.startMinute,
		roles: roles.filter(isSolo).map((role) => roleCard(scenario, role)),
		cuts,
		tempers
	};
}

function isSolo(role: Role): role is SoloRole {
	return role.budget !== null && role.goal !== null;
}

function roleCard(scenario: Scenario, role: SoloRole): RoleCard {
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
			terms: goal.terms.map(({ id, name, unit, weight }) => ({ id, name, unit, weight }))
		},
		objectives: scenario.objectives
			.filter(({ roles }) => roles.includes(id))
			.map((objective) => objectiveCard(objective, id))
			.filter(({ tasks }) => tasks.length > 0)
	};
}

function objectiveCard({ id, name, capability, tasks }: Objective, role: string): ObjectiveCard {
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

/** What is known of a room once it is open. */
export function roomFacts(pack: Pack, meta: RunMeta, tempers: ScenarioCard['tempers']): RoomFacts {
	const { scenario, model } = pack;
	const mine = rolesPlayed(scenario, meta.role);
	return {
		runId: meta.runId,
		scenario: scenarioCard(scenario, tempers),
		briefing: scenario.briefing,
		role: meta.role,
		mine,
		cut: cutOf(scenario, meta.cut),
		seed: meta.seed,
		tempers: meta.tempers,
		startMinute: model.clock.startMinute,
		horizonMin: model.clock.horizonMin,
		spans: model.clock.spans.map(({ untilMin, stepMin }) => ({ untilMin, stepMin })),
		releaseMinutes: model.releases.map(({ atMin }) => atMin),
		hosts: model.cells.hosts.reduce((sum, hosts) => sum + hosts, 0),
		sectors: scenario.sectors.map(({ id, name, unit, undone = null }) => ({ id, name, unit, undone })),
		decisions: decisionCards(pack, mine),
		facts: scenario.facts
	};
}

/** @throws Error where the scenario has no such cut: whoever opens a run has looked before */
export function cutOf({ cuts }: Pick<Scenario, 'cuts'>, id: string): Cut {
	const cut = cuts.find((one) => one.id === id);
	if (cut === undefined) throw new Error(`the scenario has no cut '${id}'`);
	return cut;
}

function decisionCards({ scenario, exercise }: Pack, mine: readonly string[]): DecisionCard[] {
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
				facts,
				assumed
			};
		});
}
