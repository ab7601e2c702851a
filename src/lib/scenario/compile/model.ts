import type { Model } from '../../sim/model.ts';
import type { Scenario, WorldData } from '../scenario.ts';
import { zoneOffsetMin } from '../worlds/earth.ts';
import { population } from './population.ts';

/**
 * The tables that the physics runs on. Pure: equal scenario and world give equal tables, in every engine.
 *
 * @param world the world the scenario was parsed against; by default the one it carries
 * @throws RangeError when the scenario's hosts do not fit into the world (`parseScenario` has refused such a one)
 */
export function compileModel(scenario: Scenario, world: WorldData = scenario.world): Model {
	const continents = new Map(world.countries.map(({ iso2, continent }) => [iso2, continent]));
	return {
		clock: scenario.clock,
		metros: world.metros.map(({ id, name, country, lat, lng, zone }) => ({
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
		vendors: scenario.vendors.map(({ id }) => ({ id })),
		releases: scenario.releases,
		ringPlans: scenario.ringPlans,
		dependencies: scenario.dependencies,
		habits: scenario.habits,
		...population(scenario, world),
		settings: scenario.settings
	};
}
