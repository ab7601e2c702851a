import type { Model } from '../../sim/model.ts';
import type { Scenario } from '../scenario.ts';
import { zoneOffsetMin } from '../worlds/earth.ts';
import { DETAILS, type Size } from './detail.ts';
import { population } from './population.ts';
import { everyMetro, mergedMetros } from './regions.ts';

/**
 * The tables that the physics runs on. Pure: equal scenario and world give equal tables, in every engine.
 *
 * @param size `debrief`: the same world, coarser, for many runs of it: see detail.ts
 * @throws RangeError when the scenario's hosts do not fit into the world (`parseScenario` has refused such a one)
 */
export function compileModel(scenario: Scenario, size: Size = 'full'): Model {
	const { world } = scenario;
	const detail = DETAILS[size];
	const regions = detail.mergesMetros ? mergedMetros(world, scenario.clock.startMinute) : everyMetro(world);
	const continents = new Map(world.countries.map(({ iso2, continent }) => [iso2, continent]));
	return {
		clock: scenario.clock,
		metros: regions.metros.map(({ id, name, country, lat, lng, zone }) => ({
			id,
			name,
			country,
			continent: continents.get(country)!,
			lat,
			lng,
			utcOffsetMin: zoneOffsetMin(world.zones, zone, scenario.clock.startMinute)
		})),
		sectors: scenario.sectors.map(({ id, unit, demandByHour }) => ({ id, unit: unit.en, demandByHour })),
		organisations: scenario.organisations.map(({ id, sector, role }) => ({
			id,
			sector: scenario.sectors.findIndex((one) => one.id === sector),
			role
		})),
		vendors: scenario.vendors.map(({ id, standsFor }) => ({ id, standsFor })),
		releases: scenario.releases,
		ringPlans: scenario.ringPlans,
		dependencies: scenario.dependencies,
		habits: scenario.habits,
		...population(scenario, world, regions, detail),
		settings: scenario.settings
	};
}
