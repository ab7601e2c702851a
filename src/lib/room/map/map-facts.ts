import type { Localized, Scenario } from '../../scenario/scenario.ts';
import { mapCellsOf, type MapCells } from '../../sim/observe/map/map-cells.ts';
import type { Metro, Model } from '../../sim/model.ts';

/** A property of hosts by which a map can be narrowed down. */
export type MapSplit = 'sector' | 'hostClass' | 'vendor' | 'organisation';

interface Named {
	readonly id: string;
	readonly name: Localized;
}

/** What is known of a run before it moves: everything that a map and its twin need. */
export interface MapFacts {
	readonly title: Localized;
	readonly clock: { readonly startMinute: number };
	readonly horizonMin: number;
	readonly metros: readonly Metro[];
	readonly countries: Readonly<Record<string, string>>;
	readonly sectors: readonly Named[];
	readonly vendors: readonly (Named & { readonly standsFor: number })[];
	readonly organisations: readonly Named[];
	readonly releaseMinutes: readonly number[];
	readonly cells: Omit<MapCells, 'ofModelCell'>;
	/** What its cells tell apart besides places. */
	readonly splits: readonly MapSplit[];
}

const known = new WeakMap<Model, MapFacts>();

/** What a map knows of a run before it moves; the same object again for the same model. */
export function mapFactsOf(scenario: Scenario, model: Model): MapFacts {
	let facts = known.get(model);
	if (facts === undefined) known.set(model, (facts = gathered(scenario, model)));
	return facts;
}

function gathered(scenario: Scenario, model: Model): MapFacts {
	const { ofModelCell: _, ...cells } = mapCellsOf(model);
	return {
		title: scenario.title,
		clock: { startMinute: model.clock.startMinute },
		horizonMin: model.clock.horizonMin,
		metros: model.metros,
		countries: Object.fromEntries(scenario.world.countries.map(({ iso2, name }) => [iso2, name])),
		sectors: scenario.sectors.map(({ id, name }) => ({ id, name })),
		vendors: scenario.vendors.map(({ id, name, standsFor }) => ({ id, name: { en: name }, standsFor })),
		organisations: scenario.organisations.map(({ id, name }) => ({ id, name: { en: name } })),
		releaseMinutes: model.releases.map(({ atMin }) => atMin),
		cells,
		splits: ['sector', 'hostClass', 'vendor', 'organisation']
	};
}
