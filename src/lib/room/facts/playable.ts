import type { Cut, Localized, Question, RoleKind, Scenario } from '../../scenario/scenario.ts';

/** What somebody chooses from who opens a room. */
export interface PlayableScenario {
	readonly id: string;
	readonly title: Localized;
	readonly summary: Localized;
	readonly cuts: readonly (Pick<Cut, 'id' | 'name' | 'minutes' | 'for'> & { readonly rounds: number })[];
	readonly roles: readonly PlayableRole[];
	/** Ids of the roles for which an audience decides by its votes. */
	readonly votedRoles: readonly string[];
}

export interface PlayableRole {
	readonly id: string;
	readonly kind: RoleKind;
	readonly name: Localized;
}

/** The scenarios that a room can be opened with: those with lengths and with roles that people can play. */
export function playableScenarios(scenarios: readonly Scenario[]): PlayableScenario[] {
	return scenarios
		.map(({ id, title, summary, cuts, roles, questions = [], decisions }) => ({
			id,
			title,
			summary,
			cuts: cuts.map(({ stops, ...cut }) => ({
				...{ id: cut.id, name: cut.name, minutes: cut.minutes },
				...(cut.for === undefined ? {} : { for: cut.for }),
				rounds: stops.length
			})),
			roles: roles
				.filter(({ budget, goal }) => budget !== null && goal !== null)
				.map(({ id, kind, name }) => ({ id, kind, name })),
			votedRoles: votedRoles(questions, decisions)
		}))
		.filter(({ cuts, roles }) => cuts.length > 0 && roles.length > 0);
}

function votedRoles(questions: readonly Question[], decisions: Scenario['decisions']): string[] {
	const asked = new Set(questions.flatMap(({ options }) => options.map(({ decision }) => decision)));
	return [...new Set(decisions.flatMap(({ id, role }) => (asked.has(id) ? [role] : [])))];
}
