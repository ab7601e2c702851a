import type { ModelParameters, ScenarioFile } from '../schema/scenario.ts';

/** The shared parts that hold for a scenario: its own, and where it has none those of its model. */
export interface Parts {
	readonly profiles: NonNullable<ModelParameters['profiles']>;
	readonly sectors: NonNullable<ModelParameters['sectors']>;
	readonly habits: NonNullable<ModelParameters['habits']> | null;
	readonly dependencies: NonNullable<ModelParameters['dependencies']>;
	readonly facts: ModelParameters['facts'];
}

export function partsOf(file: ScenarioFile, model: ModelParameters | null): Parts {
	const sectors = file.sectors ?? model?.sectors ?? [];
	const ids = new Set(sectors.map(({ id }) => id));
	return {
		profiles: { ...model?.profiles, ...file.profiles },
		sectors,
		habits: file.habits ?? model?.habits ?? null,
		// A scenario with sectors of its own keeps the model's dependencies among those that it has.
		dependencies:
			file.dependencies ??
			(model?.dependencies ?? []).filter(({ sector, on }) => ids.has(sector) && ids.has(on)),
		facts: [...(model?.facts ?? []), ...file.facts]
	};
}
