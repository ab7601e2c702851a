import type { Scenario } from '../../scenario/scenario.ts';
import type { MapCells } from '../../sim/observe/map-cells.ts';
import type { Model } from '../../sim/model.ts';
import type { MapFacts } from './messages.ts';

/** What a map knows of a run before it moves. */
export function mapFactsOf(
	scenario: Scenario,
	model: Model,
	{ ofModelCell: _, ...cells }: MapCells
): MapFacts {
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
