import type { ModelParameters, ScenarioFile } from '../schema/scenario.ts';
import { likesOf, withOwnSectors } from './own-sectors.ts';

/** The shared parts that hold for a scenario: its own, and where it has none those of its model. */
export interface Parts {
	readonly profiles: NonNullable<ModelParameters['profiles']>;
	readonly sectors: readonly NonNullable<ModelParameters['sectors']>[number][];
	readonly habits: NonNullable<ModelParameters['habits']> | null;
	readonly dependencies: readonly NonNullable<ModelParameters['dependencies']>[number][];
	readonly facts: ModelParameters['facts'];
}

export function partsOf(file: ScenarioFile, model: ModelParameters | null): Parts {
	const base = file.sectors ?? model?.sectors ?? [];
	const sectors = withOwnSectors(base, file.ownSectors);
	const ids = new Set(sectors.map(({ id }) => id));
	const inherited = [...likesOf(file.ownSectors, base)].flatMap(([id, like]) =>
		(model?.dependencies ?? []).filter(({ sector }) => sector === like).map((one) => ({ ...one, sector: id }))
	);
	return {
		profiles: { ...model?.profiles, ...file.profiles },
		sectors,
		habits: file.habits ?? model?.habits ?? null,
		// A scenario with sectors of its own keeps the model's dependencies among those that it has.
		dependencies:
			file.dependencies ??
			[...(model?.dependencies ?? []), ...inherited].filter(
				({ sector, on }) => ids.has(sector) && ids.has(on)
			),
		facts: [...(model?.facts ?? []), ...file.facts]
	};
}
