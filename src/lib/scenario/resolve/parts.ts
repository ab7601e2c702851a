import type { ModelCard, ScenarioFile } from '../schema/scenario.ts';

/** The shared parts that hold for a scenario: its own, and where it has none its model card's. */
export interface Parts {
	readonly profiles: NonNullable<ModelCard['profiles']>;
	readonly sectors: NonNullable<ModelCard['sectors']>;
	readonly habits: NonNullable<ModelCard['habits']> | null;
	readonly dependencies: NonNullable<ModelCard['dependencies']>;
	readonly facts: ModelCard['facts'];
}

export function partsOf(file: ScenarioFile, card: ModelCard | null): Parts {
	const sectors = file.sectors ?? card?.sectors ?? [];
	const ids = new Set(sectors.map(({ id }) => id));
	return {
		profiles: { ...card?.profiles, ...file.profiles },
		sectors,
		habits: file.habits ?? card?.habits ?? null,
		// A scenario with sectors of its own keeps the card's dependencies among those that it has.
		dependencies:
			file.dependencies ??
			(card?.dependencies ?? []).filter(({ sector, on }) => ids.has(sector) && ids.has(on)),
		facts: [...(card?.facts ?? []), ...file.facts]
	};
}
