import type { Model } from '../../../lib/sim/model.ts';
import type { World } from '../../../lib/sim/run.ts';
import { Flights } from './flights.ts';

const HOUR_MIN = 60;
const DAY_MIN = 1440;
/** The output that the record's words "back to normal" are read as. */
const NORMAL = 0.97;
/** The sectors whose time until half is back is read off. */
const SECTORS = [
	'airlines',
	'hospitals',
	'banks',
	'emergency-services',
	'media',
	'logistics',
	'government'
] as const;
const OCEANIA_AIRLINES = 'airlines of Oceania';
const ORGANISATIONS = [
	'altamark-airways',
	'saint-alder-health',
	'marlow-finch',
	'federal-benefits-agency'
] as const;

/** Figures that are read off services: technical level, output and work lost, at the minutes looked at. */
export class ServiceCurves {
	readonly #model: Model;
	readonly #minutes: number[] = [];
	readonly #releaseMin: number;
	/** By sector and organisation: what is missing for want of hosts, and of output, as shares. */
	readonly #missingLevel = new Map<string, number[]>();
	readonly #missingOutput = new Map<string, number[]>();
	readonly #sitesOf = new Map<string, number[]>();
	readonly #flights: Flights;
	/** By continent: losses so far. */
	readonly #lossCents: Record<'east' | 'europe' | 'america', number[]> = {
		east: [],
		europe: [],
		america: []
	};

	constructor(model: Model) {
		this.#model = model;
		this.#releaseMin = model.releases[0]!.atMin;
		this.#flights = new Flights(model);
		const { sites } = model;
		const put = (id: string, sitesThere: number[]) => {
			this.#sitesOf.set(id, sitesThere);
			this.#missingLevel.set(id, []);
			this.#missingOutput.set(id, []);
		};
		const all = Array.from({ length: sites.count }, (_, site) => site);
		for (const id of SECTORS) {
			const sector = model.sectors.findIndex((one) => one.id === id);
			put(
				id,
				all.filter((site) => sites.sector[site] === sector)
			);
		}
		const airlines = model.sectors.findIndex(({ id }) => id === 'airlines');
		put(
			OCEANIA_AIRLINES,
			all.filter(
				(site) => sites.sector[site] === airlines && model.metros[sites.metro[site]!]!.continent === 'OC'
			)
		);
		for (const id of ORGANISATIONS) {
			const organisation = model.organisations.findIndex((one) => one.id === id);
			put(
				id,
				all.filter((site) => sites.organisation[site] === organisation)
			);
		}
	}

	look(world: World, minute: number): void {
		this.#minutes.push(minute);
		for (const [id, sites] of this.#sitesOf) {
			this.#missingLevel.get(id)!.push(this.#missing(world.level, sites));
			this.#missingOutput.get(id)!.push(this.#missing(world.output, sites));
		}
		this.#flights.look(world, minute);
		if (minute <= DAY_MIN && minute % HOUR_MIN === 0) this.#lookAtLosses(world);
	}

	figures(): Record<string, number> {
		return {
			...this.#flights.figures(),
			'oceania-flights': this.#halfBackHours(OCEANIA_AIRLINES),
			'dispatch-outage': this.#halfBackHours('emergency-services'),
			'broadcast-outage': this.#halfBackHours('media'),
			'trading-outage': this.#halfBackHours('banks'),
			'ports-outage': this.#halfBackHours('logistics'),
			'hospital-network-normal': this.#normalHours('saint-alder-health'),
			'supermarkets-normal': this.#normalHours('marlow-finch'),
			'benefit-offices-open': this.#halfBackHours('federal-benefits-agency')
		};
	}

	orders(): Record<string, boolean> {
		const airlines = this.#halfBackHours('airlines');
		const before = (id: string) => this.#halfBackHours(id) < airlines;
		const worst = { east: this.#worstHour('east'), europe: this.#worstHour('europe') };
		return {
			'dispatch-before-airlines': before('emergency-services'),
			'broadcast-before-airlines': before('media'),
			'hospitals-before-airlines': before('hospitals'),
			'hard-hit-after-peers': this.#flights.hardHitAfterPeers(),
			'east-then-europe-then-america': worst.east < worst.europe && worst.europe < this.#worstHour('america')
		};
	}

	#missing(values: Float64Array, sites: readonly number[]): number {
		const { unitsPerDay } = this.#model.sites;
		let missing = 0;
		let whole = 0;
		for (const site of sites) {
			missing += (1 - values[site]!) * unitsPerDay[site]!;
			whole += unitsPerDay[site]!;
		}
		return whole > 0 ? missing / whole : 0;
	}

	/** Hours from the release until half of what was missing at the worst moment is back. */
	#halfBackHours(id: string): number {
		const missing = this.#missingLevel.get(id)!;
		const worst = Math.max(...missing);
		const from = missing.indexOf(worst);
		const at = missing.findIndex((share, i) => i >= from && share <= worst / 2);
		return this.#hours(at < 0 ? missing.length - 1 : at);
	}

	/** Hours from the release until output is normal and stays so. */
	#normalHours(id: string): number {
		const missing = this.#missingOutput.get(id)!;
		let at = missing.length;
		while (at > 0 && missing[at - 1]! <= 1 - NORMAL) at--;
		return this.#hours(Math.min(at, missing.length - 1));
	}

	#hours(at: number): number {
		return (this.#minutes[at]! - this.#releaseMin) / HOUR_MIN;
	}

	#lookAtLosses({ lossCents }: World): void {
		const { sites, metros } = this.#model;
		const sum = { east: 0, europe: 0, america: 0 };
		for (let site = 0; site < sites.count; site++) {
			const { continent } = metros[sites.metro[site]!]!;
			if (continent === 'AS' || continent === 'OC') sum.east += lossCents[site]!;
			else if (continent === 'EU') sum.europe += lossCents[site]!;
			else if (continent === 'NA') sum.america += lossCents[site]!;
		}
		for (const place of ['east', 'europe', 'america'] as const) this.#lossCents[place].push(sum[place]);
	}

	/** The hour of the first day in which the losses of a part of the world rose most. */
	#worstHour(place: 'east' | 'europe' | 'america'): number {
		const rises = this.#lossCents[place].map((cents, hour, all) => cents - (hour === 0 ? 0 : all[hour - 1]!));
		return rises.indexOf(Math.max(...rises));
	}
}
