import { NEVER, type World } from '../world/world.ts';
import { controlOf, setTotals, totalsOf, type CountedRun } from './counted-run.ts';
import type { Surroundings } from './surroundings.ts';
import type { TouchedSites } from './touched-sites.ts';

/** What sites elsewhere add to what is counted over all, as long as they go on as they went. By minute. */
interface Added {
	readonly totals: Map<number, Float64Array>;
	readonly down: Map<number, Float64Array>;
}

/** Steps the touched sites as they were played: what is missing of all that was counted then was elsewhere. */
export class PlayedSites implements Surroundings {
	readonly sites: Int32Array;
	readonly elsewhere: Added = { totals: new Map(), down: new Map() };
	readonly #touched: TouchedSites;
	readonly #played: CountedRun;

	constructor(touched: TouchedSites, played: CountedRun) {
		this.sites = touched.sites;
		this.#touched = touched;
		this.#played = played;
	}

	afterHosts(world: World, minute: number): void {
		const own = totalsOf(world);
		this.elsewhere.totals.set(
			minute,
			this.#played.totals.get(minute)!.map((all, i) => all - own[i]!)
		);
		addTotals(world, minute, this.elsewhere);
	}

	afterServices(world: World, minute: number, down: Float64Array): void {
		const then = this.#played.services.get(minute)!;
		this.elsewhere.down.set(
			minute,
			then.down.map((all, release) => all - down[release]!)
		);
		down.set(then.down);
		takeShortfalls(world, then.shortfall, this.#touched);
	}
}

/** Steps the touched sites under other values, while elsewhere all goes on as it was played. */
export class ChangedSites implements Surroundings {
	readonly sites: Int32Array;
	/** Whether something has become different that sites elsewhere read: from there on nothing here holds. */
	reachedElsewhere = false;
	readonly #touched: TouchedSites;
	readonly #played: CountedRun;
	readonly #elsewhere: Added;

	constructor(touched: TouchedSites, played: CountedRun, elsewhere: Added) {
		this.sites = touched.sites;
		this.#touched = touched;
		this.#played = played;
		this.#elsewhere = elsewhere;
	}

	afterHosts(world: World, minute: number): void {
		addTotals(world, minute, this.#elsewhere);
		const then = this.#played.control.get(minute)!;
		this.reachedElsewhere ||= controlOf(world).some((value, i) => value !== then[i]);
	}

	afterServices(world: World, minute: number, down: Float64Array): void {
		const elsewhere = this.#elsewhere.down.get(minute)!;
		for (let release = 0; release < down.length; release++) down[release]! += elsewhere[release]!;
		takeShortfalls(world, this.#played.services.get(minute)!.shortfall, this.#touched);
	}
}

function addTotals(world: World, minute: number, { totals }: Added): void {
	const added = totals.get(minute)!;
	setTotals(
		world,
		totalsOf(world).map((own, i) => own + added[i]!)
	);
	world.crashes.forEach((crashes, release) => {
		if (crashes > 0 && world.firstCrashMin[release] === NEVER) world.firstCrashMin[release] = minute;
	});
}

/** Services depend on those of their metro. */
function takeShortfalls({ shortfall }: World, then: Float64Array, { besides }: TouchedSites): void {
	for (const place of besides) shortfall[place] = then[place]!;
}
