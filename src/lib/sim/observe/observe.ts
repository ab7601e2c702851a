import { byId, type Frame, type HostCounts, type HostTally } from './frame.ts';
import { EVER_COMPROMISED_AT, EVER_CRASHED_AT, HostSums, kindsOf, WIDTH } from './host-sums.ts';
import { CLASS_COUNT, HOST_CLASSES } from '../model.ts';
import { observeReleases, observeServices } from './observe-services.ts';
import { HOST_STATES } from '../table/states.ts';
import { HOST_TABLE } from '../table/tables.ts';
import { MINUTE, type World } from '../world/world.ts';

const IS_DOWN = HOST_TABLE.tags.down;

/** What the world looks like at its present minute. */
export function observe(world: World): Frame {
	return new Observer(world).frame();
}

/** Looks at one world again and again. */
export class Observer {
	readonly #world: World;
	readonly #sums: HostSums;

	constructor(world: World) {
		this.#world = world;
		this.#sums = new HostSums(world.model);
	}

	/** What it looks like now. */
	frame(): Frame {
		this.#sums.set(null);
		this.#sums.add(this.#world);
		return frameOf(this.#world, this.#sums);
	}
}

/** What a world looks like whose hosts have been added up. */
export function frameOf(world: World, { byKind, byCountry, byOrganisation }: HostSums): Frame {
	const { model } = world;
	const { vendors, sectors } = model;
	const { countries, count } = kindsOf(model);
	const tallies = (length: number) => new Float64Array(length * WIDTH);
	const [all, bySector, byClass, byVendor] = [1, sectors.length, CLASS_COUNT, vendors.length].map(tallies);
	for (let kind = 0; kind < count; kind++) {
		const place = Math.floor(kind / CLASS_COUNT);
		const hostClass = (kind - place * CLASS_COUNT) * WIDTH;
		const sector = (place % sectors.length) * WIDTH;
		const vendor = Math.floor(place / sectors.length) * WIDTH;
		for (let i = 0; i < WIDTH; i++) {
			const hosts = byKind[kind * WIDTH + i]!;
			all![i]! += hosts;
			bySector![sector + i]! += hosts;
			byClass![hostClass + i]! += hosts;
			byVendor![vendor + i]! += hosts;
		}
	}
	const { services, organisations, lossCents, lossCentsByCountry } = observeServices(world);
	return {
		minute: world.clock[MINUTE]!,
		world: tallyAt(all!, 0),
		bySector: byId(sectors, (index) => tallyAt(bySector!, index)),
		byClass: Object.fromEntries(HOST_CLASSES.map((name, index) => [name, tallyAt(byClass!, index)])),
		byVendor: byId(vendors, (index) => tallyAt(byVendor!, index)),
		byCountry: Object.fromEntries(countries.map((country, index) => [country, tallyAt(byCountry, index)])),
		byOrganisation: byId(model.organisations, (index) => tallyAt(byOrganisation, index)),
		services,
		organisations,
		lossCents,
		lossCentsByCountry,
		releases: observeReleases(world)
	};
}

function tallyAt(sums: Float64Array, index: number): HostTally {
	const at = index * WIDTH;
	const counts = {} as HostCounts;
	let hosts = 0;
	let down = 0;
	HOST_STATES.forEach((state, s) => {
		const count = sums[at + s]!;
		counts[state] = count;
		hosts += count;
		if (IS_DOWN[s] === 1) down += count;
	});
	const everCrashed = sums[at + EVER_CRASHED_AT]!;
	return { hosts, counts, down, everCrashed, everCompromised: sums[at + EVER_COMPROMISED_AT]! };
}
