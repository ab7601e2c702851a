import { longestHoldMin } from '../../exercise/availability/record-hold.ts';
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
	/** What can be asked of its vendor; null: nothing. */
	readonly vendor: PlayableVendor | null;
}

/** A vendor whose sight can be chosen, and that can be held to the record. */
export interface PlayableVendor {
	/** Minutes until which it can be held, ascending, with the time of day (UTC) of each. */
	readonly holds: readonly { readonly untilMin: number; readonly moment: number }[];
}

export interface PlayableRole {
	readonly id: string;
	readonly kind: RoleKind;
	readonly name: Localized;
}

/** The scenarios that a room can be opened with: those with lengths and with roles that people can play. */
export function playableScenarios(scenarios: readonly Scenario[]): PlayableScenario[] {
	return scenarios
		.map((scenario) => ({ scenario, ...scenario }))
		.map(({ scenario, id, title, summary, cuts, roles, questions = [], decisions, signal }) => ({
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
			votedRoles: votedRoles(questions, decisions),
			vendor: signal === undefined ? null : { holds: holdsOf(scenario) }
		}))
		.filter(({ cuts, roles }) => cuts.length > 0 && roles.length > 0);
}

/** The stops of its lengths up to the vendor's first decision on record, and that decision. */
function holdsOf(scenario: Scenario): PlayableVendor['holds'] {
	const { cuts, clock, decisions, record, signal } = scenario;
	const most = longestHoldMin({ signal, decisions, horizonMin: clock.horizonMin, record: record.acts });
	const stops = cuts.flatMap((cut) => cut.stops).filter((stop) => stop < most);
	return [...new Set([...stops, most])]
		.sort((a, b) => a - b)
		.map((untilMin) => ({ untilMin, moment: clock.startMinute + untilMin }));
}

function votedRoles(questions: readonly Question[], decisions: Scenario['decisions']): string[] {
	const asked = new Set(questions.flatMap(({ options }) => options.map(({ decision }) => decision)));
	return [...new Set(decisions.flatMap(({ id, role }) => (asked.has(id) ? [role] : [])))];
}
