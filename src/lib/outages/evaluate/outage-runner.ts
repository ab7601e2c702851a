import type { Size } from '../../scenario/compile/detail.ts';
import { compileModel } from '../../scenario/compile/model.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Order } from '../../sim/model.ts';
import type { Uncertain } from '../reform/adoption.ts';
import type { Agreement } from '../reform/agreement.ts';
import { vendorAt, type Market } from '../reform/market.ts';
import { platformVendorOf, reform, type Reform, type Reformed } from '../reform/reform.ts';
import { shockOf } from '../shocks/family.ts';
import { shockKind } from '../shocks/kinds.ts';
import { CourseTaker, placesOf, quietCourse, type Places, type ShockCourse } from '../world/course.ts';
import { fleetOf, marketOf, type Fleet } from '../world/fleet.ts';
import { nothingHappened, type Outcome } from '../world/outcome.ts';
import { runShock } from '../world/run-shock.ts';
import { isCaught, shockWorld, type ShockWorld } from '../world/shock-world.ts';

/** One shock in one world. Plain data: it travels between threads as it is. */
export interface OutageJob {
	/** Null: nothing was agreed. */
	readonly agreement: Agreement | null;
	/** Months after the summit. */
	readonly months: number;
	readonly shock: { readonly kind: string; readonly number: number };
	/** Number of the set of the model's parameters, and the set as orders for the start. */
	readonly set: number;
	readonly beforehand: readonly Order[];
}

/** A shock that is watched: what is read off is its course, and not what it comes to. */
export interface WatchJob extends OutageJob {
	readonly reads: 'course';
}

/** Fractional parts of the golden ratio and of the plastic number: their multiples fill an interval evenly. */
const GOLDEN = 0.6180339887498949;
const PLASTIC = 0.7548776662466927;
/** City by city: a map of the small world would be one of time zones. */
const WATCHED: Size = 'full';
/** Reforms of one accord over a set's uncertainties. */
const REFORMS_MOST = 256;

/** Runs shocks of one scenario; keeps the tables that they share. */
export class OutageRunner {
	readonly #scenario: Scenario & Reformed;
	readonly #market: Market;
	readonly #fleets = new Map<string, Fleet>();
	readonly #reforms = new Map<string, Reform>();
	#places: Places | null = null;

	/** @throws RangeError for a scenario without a summit */
	constructor(scenario: Scenario) {
		const { summit } = scenario;
		if (summit === undefined) throw new RangeError(`the scenario '${scenario.id}' has no summit`);
		this.#scenario = { ...scenario, summit };
		this.#market = marketOf(scenario);
	}

	/** Who runs whose agent, and how far each measure is done, where everything goes as planned. */
	reformOf(agreement: Agreement | null, months: number, set: number | null = null): Reform {
		const key = JSON.stringify([agreement, months, set]);
		const known = this.#reforms.get(key);
		if (known !== undefined) return known;
		if (this.#reforms.size >= REFORMS_MOST) this.#reforms.clear();
		const uncertain = set === null ? undefined : uncertainOf(set);
		const made = reform(this.#scenario, this.#market, agreement, months, uncertain);
		this.#reforms.set(key, made);
		return made;
	}

	run(job: OutageJob): Outcome {
		const { vendor, world } = this.#worldOf(job);
		return world === null
			? nothingHappened(vendor, this.#scenario.sectors.length)
			: runShock(world, job.beforehand);
	}

	/** The same, minute by minute. */
	watch(job: WatchJob): ShockCourse {
		const { vendor, world } = this.#worldOf(job, WATCHED);
		if (world === null) return quietCourse(vendor, this.places);
		const taker = new CourseTaker(this.places);
		runShock(world, job.beforehand, (now) => taker.look(now));
		return taker.course(vendor);
	}

	/** Where hosts stand, in every world alike. Takes a while when it is first asked for. */
	get places(): Places {
		return (this.#places ??= placesOf(compileModel(this.#scenario, WATCHED)));
	}

	/** A world of null: the release is found before it ships. */
	#worldOf(
		{ agreement, months, shock: { kind: id, number }, set }: OutageJob,
		size: Size = 'sketch'
	): { readonly vendor: string; readonly world: ShockWorld | null } {
		const kind = shockKind(id);
		const shock = shockOf(id, number);
		const after = this.reformOf(agreement, months, set);
		const platformVendor = platformVendorOf(this.#scenario);
		const vendor =
			kind.by === 'platformOwner' && platformVendor !== null
				? platformVendor
				: vendorAt(after.market, platformVendor, shock.draws.vendor);
		if (isCaught(after, vendor, shock)) return { vendor, world: null };
		return {
			vendor,
			world: shockWorld(this.#fleetOf(vendor, size), this.#market, after, kind, shock, vendor)
		};
	}

	#fleetOf(vendor: string, size: Size): Fleet {
		const key = `${size} ${vendor}`;
		const known = this.#fleets.get(key) ?? fleetOf(this.#scenario, vendor, size);
		this.#fleets.set(key, known);
		return known;
	}
}

/** What nobody knows of the years to come, evenly spread over the sets. */
function uncertainOf(set: number): Uncertain {
	const part = (of: number) => of - Math.floor(of);
	return {
		leadFactor: 0.8 + 0.8 * part(0.5 + set * GOLDEN),
		complianceShift: -0.1 + 0.2 * part(0.5 + set * PLASTIC)
	};
}
