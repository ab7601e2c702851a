import { CELL_STRIDE, downAt, EVER_CRASHED } from '../../../lib/sim/world/columns.ts';
import { HOST_CLASSES, type Model } from '../../../lib/sim/model.ts';
import type { World } from '../../../lib/sim/run.ts';
import { sizeOfCells } from './organisation-sizes.ts';

/** Time series of down and ever-crashed hosts, at the minutes looked at. */
interface HostSeries {
	readonly minutes: number[];
	readonly down: number[];
	readonly crashed: number[];
}

/** First minute looked at, after the window, at which three in four of the hosts that crashed are back. */
function mostlyBackMin({ minutes, down, crashed }: HostSeries): number {
	const at = minutes.findIndex((minute, i) => minute > WINDOW_OVER_MIN && down[i]! <= crashed[i]! / 4);
	return at < 0 ? Infinity : minutes[at]!;
}

const emptySeries = (): HostSeries => ({ minutes: [], down: [], crashed: [] });
const SERVER = HOST_CLASSES.indexOf('server');
const HOUR_MIN = 60;
/** 08:00 and 17:00 of the first day on the east coast of the United States. */
const FIRST_MORNING_MIN = 8 * HOUR_MIN;
const FIRST_EVENING_MIN = 17 * HOUR_MIN;
/** A hospital of which so much of the hosts crashed shows as disrupted (assumed). */
const DISRUPTED_SHARE = 0.05;
/** The window of July 2024 is over. */
const WINDOW_OVER_MIN = 90;

/** Figures that are read off counts of hosts. */
export class HostCounts {
	readonly #model: Model;
	readonly #all = emptySeries();
	readonly #hospitalServers = emptySeries();
	readonly #campus = emptySeries();
	readonly #small = emptySeries();
	readonly #large = emptySeries();
	readonly #isHospitalServer: Uint8Array;
	readonly #isCampus: Uint8Array;
	/** Hosts of campuses of North America that have the agent's vendor. */
	readonly #campusHosts: number;
	readonly #size: Int8Array;
	readonly #continent: readonly string[];
	readonly #fleet: number;
	/** Share of each continent's fleet that had crashed when the window closed. */
	readonly #hit: Record<string, number> = {};
	#hospitalsHit = 0;

	constructor(model: Model) {
		this.#model = model;
		const { cells, sites } = model;
		const hospitals = model.sectors.findIndex(({ id }) => id === 'hospitals');
		this.#continent = model.metros.map(({ continent }) => continent);
		this.#size = sizeOfCells(model);
		this.#isHospitalServer = Uint8Array.from(cells.site, (site, cell) =>
			sites.sector[site] === hospitals && cells.hostClass[cell] === SERVER && this.#continentOf(cell) === 'NA'
				? 1
				: 0
		);
		const education = model.sectors.findIndex(({ id }) => id === 'education');
		this.#isCampus = Uint8Array.from(cells.site, (site, cell) =>
			sites.sector[site] === education && this.#isReleasing(cell) && this.#continentOf(cell) === 'NA' ? 1 : 0
		);
		this.#campusHosts = cells.hosts.reduce((sum, hosts, cell) => sum + hosts * this.#isCampus[cell]!, 0);
		this.#fleet = cells.hosts.reduce((sum, hosts, cell) => sum + (this.#isReleasing(cell) ? hosts : 0), 0);
	}

	get crashed(): number {
		return this.#all.crashed[this.#all.crashed.length - 1]!;
	}

	/** Hosts down at a minute that was looked at. */
	downAt(minute: number): number {
		return this.#all.down[this.#all.minutes.indexOf(minute)]!;
	}

	look({ counts }: World, minute: number): void {
		const courses = [this.#all, this.#hospitalServers, this.#campus, this.#small, this.#large];
		for (const { minutes, down, crashed } of courses) {
			minutes.push(minute);
			down.push(0);
			crashed.push(0);
		}
		const now = this.#all.minutes.length - 1;
		for (let cell = 0; cell < this.#size.length; cell++) {
			const at = cell * CELL_STRIDE;
			const crashed = counts[at + EVER_CRASHED]!;
			if (crashed === 0) continue;
			const down = downAt(counts, at);
			const add = (to: HostSeries) => {
				to.down[now]! += down;
				to.crashed[now]! += crashed;
			};
			add(this.#all);
			if (this.#isHospitalServer[cell] === 1) add(this.#hospitalServers);
			if (this.#isCampus[cell] === 1) add(this.#campus);
			if (this.#size[cell] !== 0) add(this.#size[cell] === -1 ? this.#small : this.#large);
		}
		if (minute === WINDOW_OVER_MIN) this.#lookAtContinents(counts);
		if (minute === FIRST_EVENING_MIN) this.#hospitalsHit = this.#shareOfHospitalsHit(counts);
	}

	figures(): Record<string, number> {
		const { minutes, down, crashed } = this.#hospitalServers;
		const hit = crashed[crashed.length - 1]!;
		const half = minutes[crashed.findIndex((so) => so >= hit / 2)]!;
		const backAfter = (hours: number) => {
			const at = minutes.findIndex((minute) => minute >= half + hours * HOUR_MIN);
			return 1 - down[at]! / Math.max(1, hit);
		};
		const halfBack = minutes.findIndex((minute, i) => minute > half && crashed[i]! - down[i]! >= hit / 2);
		const halfBackMin = halfBack < 0 ? minutes[minutes.length - 1]! : minutes[halfBack]!;
		const ofCampus = (minute: number) => {
			const i = this.#campus.minutes.indexOf(minute);
			return { down: this.#campus.down[i]!, crashed: Math.max(1, this.#campus.crashed[i]!) };
		};
		const [morning, evening] = [ofCampus(FIRST_MORNING_MIN), ofCampus(FIRST_EVENING_MIN)];
		return {
			'campus-hit': evening.crashed / Math.max(1, this.#campusHosts),
			'campus-restored': 1 - morning.down / morning.crashed,
			'campus-left': evening.down / evening.crashed,
			'hospitals-hit': this.#hospitalsHit,
			'crashed-hosts': this.crashed,
			'vendor-silent-share': Math.max(...this.#all.down) / Math.max(1, this.#fleet),
			'hospital-median-downtime': (halfBackMin - half) / HOUR_MIN,
			'hospital-back-6h': backAfter(6),
			'hospital-down-48h': 1 - backAfter(48)
		};
	}

	orders(): Record<string, boolean> {
		const { AS = 0, OC = 0, NA = 0, SA = 0 } = this.#hit;
		return {
			'awake-before-asleep': Math.min(AS, OC) > Math.max(NA, SA),
			'small-before-large': mostlyBackMin(this.#small) < mostlyBackMin(this.#large)
		};
	}

	#lookAtContinents(counts: Int32Array): void {
		const fleet: Record<string, number> = {};
		const crashed: Record<string, number> = {};
		const { cells } = this.#model;
		for (let cell = 0; cell < cells.count; cell++) {
			if (!this.#isReleasing(cell)) continue;
			const continent = this.#continentOf(cell);
			fleet[continent] = (fleet[continent] ?? 0) + cells.hosts[cell]!;
			crashed[continent] = (crashed[continent] ?? 0) + counts[cell * CELL_STRIDE + EVER_CRASHED]!;
		}
		for (const [continent, hosts] of Object.entries(fleet))
			this.#hit[continent] = crashed[continent]! / Math.max(1, hosts);
	}

	/** Of all hosts of hospitals in North America, those of hospitals where a least share of the hosts crashed. */
	#shareOfHospitalsHit(counts: Int32Array): number {
		const { cells, sites } = this.#model;
		const hospitals = this.#model.sectors.findIndex(({ id }) => id === 'hospitals');
		let all = 0;
		let hit = 0;
		for (let site = 0; site < sites.count; site++) {
			const first = sites.cellStart[site]!;
			if (sites.sector[site] !== hospitals || this.#continentOf(first) !== 'NA') continue;
			let hosts = 0;
			let crashed = 0;
			for (let cell = first; cell < sites.cellStart[site + 1]!; cell++) {
				hosts += cells.hosts[cell]!;
				crashed += counts[cell * CELL_STRIDE + EVER_CRASHED]!;
			}
			all += hosts;
			if (crashed >= DISRUPTED_SHARE * hosts) hit += hosts;
		}
		return hit / Math.max(1, all);
	}

	#continentOf(cell: number): string {
		return this.#continent[this.#model.sites.metro[this.#model.cells.site[cell]!]!]!;
	}

	#isReleasing(cell: number): boolean {
		return this.#model.releases.some(({ vendor }) => vendor === this.#model.cells.vendor[cell]);
	}
}
