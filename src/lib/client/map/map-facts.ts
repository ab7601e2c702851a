import type { Scenario } from '../../scenario/scenario.ts';
import { mapCellsOf } from '../../sim/observe/map/map-cells.ts';
import type { Model } from '../../sim/model.ts';
import type { MapFacts } from './messages.ts';

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
		cells
	};
}
