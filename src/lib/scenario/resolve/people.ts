import type { GoalTerm, Role, ScenarioOrganisation, ScenarioVendor } from '../scenario.ts';
import type { ScenarioFile } from '../schema/scenario.ts';
import { expressionOf } from './expression.ts';
import type { Parts } from './parts.ts';

export function vendorsOf({ vendors, fleet }: ScenarioFile): ScenarioVendor[] {
	return vendors.map(({ id, name, text, standsFor }) => {
		const own = fleet.vendors.find(({ vendor }) => vendor === id)!;
		return {
			id,
			name,
			text: text ?? null,
			standsFor: standsFor ?? 1,
			hosts: own.hosts ?? null,
			shareOfRest: own.share ?? 0,
			sectorIndex: own.sectorIndex ?? {}
		};
	});
}

export function organisationsOf({ organisations }: ScenarioFile, { sectors }: Parts): ScenarioOrganisation[] {
	return organisations.map((own) => ({
		id: own.id,
		name: own.name,
		text: own.text ?? null,
		sector: own.sector,
		role: own.role ?? null,
		vendors: own.vendors,
		sites: own.sites,
		classMix: own.classMix ?? sectors.find(({ id }) => id === own.sector)!.classMix,
		staffingScore: own.staffing ?? 0
	}));
}

export function rolesOf({ roles, organisations }: ScenarioFile): Role[] {
	return roles.map(({ id, kind, name, text, brief, vendor, owns, budget, goal }) => ({
		id,
		kind,
		name,
		text,
		brief: brief ?? null,
		owns,
		budget: budget ?? null,
		goal: goal === undefined ? null : { name: goal.name, terms: goal.terms.map(termOf) },
		vendor: vendor ?? null,
		organisations: organisations.filter(({ role }) => role === id).map((own) => own.id)
	}));
}

type AuthoredTerm = NonNullable<ScenarioFile['roles'][number]['goal']>['terms'][number];

function termOf({ measure, ...term }: AuthoredTerm): GoalTerm {
	return { ...term, measure: expressionOf(measure) };
}
