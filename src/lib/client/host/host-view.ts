import type { Cut, Localized, RoleKind, Scenario } from '../../scenario/scenario.ts';

/** What somebody chooses from who opens a room. */
export interface HostedScenario {
	readonly id: string;
	readonly title: Localized;
	readonly summary: Localized;
	readonly cuts: readonly (Pick<Cut, 'id' | 'name' | 'minutes' | 'for'> & { readonly rounds: number })[];
	readonly roles: readonly HostedRole[];
}

export interface HostedRole {
	readonly id: string;
	readonly kind: RoleKind;
	readonly name: Localized;
}

/** The scenarios that a room can be opened with: those with lengths and with roles that people can play. */
export function hostView(scenarios: readonly Scenario[]): HostedScenario[] {
	return scenarios
		.map(({ id, title, summary, cuts, roles }) => ({
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
				.map(({ id, kind, name }) => ({ id, kind, name }))
		}))
		.filter(({ cuts, roles }) => cuts.length > 0 && roles.length > 0);
}
