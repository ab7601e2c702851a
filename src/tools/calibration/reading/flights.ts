import type { Model } from '../../../lib/sim/model.ts';
import type { World } from '../../../lib/sim/run.ts';

const DAY_MIN = 1440;
/** Days of which cancellations are read off; minute 0 is midnight in New York. */
const DAYS = 9;
/** Cancelling under so many of its flights counts as an airline's ordinary day. */
const ALMOST_NOTHING = 0.02;
const HARD_HIT = 'altamark-airways';

/** Flights that will never leave, by day, of the world, of North America, of one hard-hit airline and of its peers. */
export class Flights {
	readonly #sites: Record<'world' | 'america' | 'hardHit' | 'peers', number[]> = {
		world: [],
		america: [],
		hardHit: [],
		peers: []
	};
	readonly #lost = { world: [0], america: [0], hardHit: [0], peers: [0] };
	readonly #perDay = { hardHit: 0, peers: 0 };

	constructor({ sites, cells, metros, sectors, organisations, releases }: Model) {
		const airlines = sectors.findIndex(({ id }) => id === 'airlines');
		const hardHit = organisations.findIndex(({ id }) => id === HARD_HIT);
		const vendors = new Set(releases.map(({ vendor }) => vendor));
		const runsAgent = new Uint8Array(sites.count);
		cells.site.forEach((site, cell) => {
			if (vendors.has(cells.vendor[cell]!) && cells.hosts[cell]! > 0) runsAgent[site] = 1;
		});
		for (let site = 0; site < sites.count; site++) {
			if (sites.sector[site] !== airlines) continue;
			this.#sites.world.push(site);
			if (metros[sites.metro[site]!]!.continent !== 'NA') continue;
			this.#sites.america.push(site);
			const group = sites.organisation[site] === hardHit ? 'hardHit' : 'peers';
			if (group === 'peers' && runsAgent[site] === 0) continue;
			this.#sites[group].push(site);
			this.#perDay[group] += sites.unitsPerDay[site]!;
		}
	}

	look({ lostUnits }: World, minute: number): void {
		if (minute % DAY_MIN !== 0 || minute > DAYS * DAY_MIN) return;
		for (const group of ['world', 'america', 'hardHit', 'peers'] as const) {
			this.#lost[group].push(this.#sites[group].reduce((sum, site) => sum + lostUnits[site]!, 0));
		}
	}

	figures(): Record<string, number> {
		const america = this.#lost.america;
		const first = Math.max(1e-9, america[1]!);
		return {
			'flights-cancelled-19-july': this.#lost.world[1]!,
			'second-day-flights': (america[2]! - america[1]!) / first,
			'third-day-flights': (america[3]! - america[2]!) / first,
			'america-share-of-cancelled': america[1]! / Math.max(1e-9, this.#lost.world[1]!),
			'hard-hit-first-day': this.#cancelled('hardHit', 0),
			'hard-hit-second-day': this.#cancelled('hardHit', 1),
			'hard-hit-fourth-day': this.#cancelled('hardHit', 3),
			'hard-hit-fifth-day': this.#cancelled('hardHit', 4),
			'hard-hit-days-lost': this.#lost.hardHit[5]! / Math.max(1e-9, this.#perDay.hardHit),
			'hard-hit-normal': this.#daysUntilNormal('hardHit'),
			'peers-second-day': this.#cancelled('peers', 1),
			'peers-normal': this.#daysUntilNormal('peers')
		};
	}

	/** Whether the hard-hit airline needs more days than its peers. */
	hardHitAfterPeers(): boolean {
		return this.#daysUntilNormal('hardHit') > this.#daysUntilNormal('peers');
	}

	/** Share of a day's flights that were cancelled on that day, 0 being 19 July. */
	#cancelled(group: 'hardHit' | 'peers', day: number): number {
		const lost = this.#lost[group];
		return (lost[day + 1]! - lost[day]!) / Math.max(1e-9, this.#perDay[group]);
	}

	/** Days after 19 July until almost nothing is cancelled; the last day looked at where that never comes. */
	#daysUntilNormal(group: 'hardHit' | 'peers'): number {
		for (let day = 1; day < DAYS; day++) if (this.#cancelled(group, day) < ALMOST_NOTHING) return day;
		return DAYS;
	}
}
