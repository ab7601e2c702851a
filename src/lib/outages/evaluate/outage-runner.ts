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
import { COARSE, fleetOf, marketOf, type Fleet, type Grain } from '../world/fleet.ts';
import { nothingHappened, type Outcome } from '../world/outcome.ts';
import { runShock } from '../world/run-shock.ts';
import { shockWorld } from '../world/shock-world.ts';

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
/** Outcomes that are kept for worlds that come again: a few megabytes. */
const OUTCOMES_MOST = 4096;

/** Runs shocks of one scenario; keeps the tables that they share. */
export class OutageRunner {
	readonly #scenario: Scenario & Reformed;
	readonly #market: Market;
	readonly #fleets = new Map<string, Fleet>();
	readonly #reforms = new Map<string, Reform>();
	readonly #outcomes = new Map<string, Outcome>();
	readonly #grain: Grain;
	#places: Places | null = null;

	/** @throws RangeError for a scenario without a summit */
	constructor(scenario: Scenario, grain: Grain = COARSE) {
		this.#grain = grain;
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

	/** What a shock comes to in one world. */
	run(job: OutageJob): Outcome {
		return this.#isCaught(job)
			? nothingHappened(this.#struck(job).vendor, this.#scenario.sectors.length)
			: this.runReleased(job);
	}

	/** The same, minute by minute. */
	watch(job: WatchJob): ShockCourse {
		const { kind, shock, after, vendor } = this.#struck(job);
		if (this.#isCaught(job)) return quietCourse(vendor, this.places);
		const fleet = this.#fleetOf(vendor, WATCHED);
		const taker = new CourseTaker(this.places);
		const world = shockWorld(fleet, this.#market, after, kind, shock, vendor);
		runShock(world, job.beforehand, (now) => taker.look(now));
		return taker.course(vendor);
	}

	/** Where hosts stand, in every world alike. Takes a while when it is first asked for. */
	get places(): Places {
		return (this.#places ??= placesOf(compileModel(this.#scenario, WATCHED)));
	}

	/** Chance that the defective release of a shock is found before it ships: then nothing happens. */
	chanceCaught(job: OutageJob): number {
		const { vendor, after } = this.#struck(job);
		return after.caught[vendor]?.[job.shock.kind] ?? 0;
	}

	/** What a shock comes to where nobody finds its defect before it ships. */
	runReleased(job: OutageJob): Outcome {
		const { kind, shock, after, vendor } = this.#struck(job);
		const world = shockWorld(this.#fleetOf(vendor), this.#market, after, kind, shock, vendor);
		// Much of what is agreed moves nothing where it is no matter of this shock: that world has been run already.
		const key = JSON.stringify([vendor, world.key, job.beforehand]);
		const known = this.#outcomes.get(key);
		if (known !== undefined) return known;
		if (this.#outcomes.size >= OUTCOMES_MOST) this.#outcomes.clear();
		const outcome = runShock(world, job.beforehand);
		this.#outcomes.set(key, outcome);
		return outcome;
	}

	#isCaught(job: OutageJob): boolean {
		return shockOf(job.shock.kind, job.shock.number).draws.caught < this.chanceCaught(job);
	}

	/** Whose release a shock is, in the world that it meets. */
	#struck({ agreement, months, shock: { kind: id, number }, set }: OutageJob) {
		const kind = shockKind(id);
		const shock = shockOf(id, number);
		const after = this.reformOf(agreement, months, set);
		const platformVendor = platformVendorOf(this.#scenario);
		const vendor =
			kind.by === 'platformOwner' && platformVendor !== null
				? platformVendor
				: vendorAt(after.market, platformVendor, shock.draws.vendor);
		return { kind, shock, after, vendor };
	}

	#fleetOf(vendor: string, size: Size = this.#grain.size): Fleet {
		const key = `${size} ${vendor}`;
		const known = this.#fleets.get(key) ?? fleetOf(this.#scenario, vendor, { ...this.#grain, size });
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
