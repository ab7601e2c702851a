import type { RoomState } from '../../exercise/state.ts';
import type { Frame } from '../../sim/observe/frame.ts';
import type { MapSnapshot } from '../../sim/observe/map/map-snapshot.ts';
import type { Clock } from '../clock.ts';
import { mapFeedOf, type FeedKey, type MapFeedKey } from '../feed/audience-key.ts';
import { isForLate, isMapPart, MAP_DRAWN_MS, NO_MAP } from '../map/map-parts.ts';
import { ToldFeed, type Told } from '../feed/told-feed.ts';
import {
	clockParts,
	hasMap,
	mapParts,
	personParts,
	roomParts,
	sampleParts,
	sharedFeeds,
	watchedWorld,
	worldParts,
	type Parts,
	type Shown,
	type ShownWorld
} from './audiences.ts';
import type { Live } from './live.ts';

/** A running world is told no more often than this: what is between two pictures a screen fills in. */
const TELL_EVERY_MS = 250;
/** Telling leaves this many times as long for the worlds to go on as it took itself. */
const TELLING_RESTS = 3;

type Scope = 'time' | 'all';

/** What has been seen of a world. */
interface Look {
	readonly latest: Frame;
	/** Points of the curves that feeds have not been told. */
	samples: readonly Frame[];
	/** The picture that feeds were told last: it is made and told again only where it is another one. */
	told: ShownWorld | null;
}

/** Tells each audience what has changed of what it is shown, and nothing else. */
export class Publisher {
	readonly #live: Live;
	readonly #clock: Clock;
	readonly #publish: (feed: FeedKey, told: Told) => void;
	readonly #feeds = new Map<FeedKey, ToldFeed>();
	readonly #looks = new Map<string, Look>();
	/** Until when maps are drawn for their audiences. */
	readonly #drawnUntilMs = new Map<FeedKey, number>();
	/** What is to be told when it is time; null: nothing waits. */
	#waiting: Scope | null = null;
	/** When that is. */
	#dueMs = Infinity;
	#toldAtMs = -Infinity;
	/** Nothing that can wait is told before. */
	#restsUntilMs = -Infinity;
	#isClosed = false;

	constructor(live: Live, clock: Clock, publish: (feed: FeedKey, told: Told) => void) {
		this.#live = live;
		this.#clock = clock;
		this.#publish = publish;
	}

	/** The room at the minute that is shown: time is logged only when it stops, and what is shown runs ahead of the log. */
	get state(): RoomState {
		const { state } = this.#live.exercise.room;
		const worlds = Object.entries(state.worlds).map(([id, world]) => {
			const minute = this.#looks.get(id)?.latest.minute ?? 0;
			return [id, minute <= world.minute ? world : { ...world, minute }] as const;
		});
		return { ...state, worlds: Object.fromEntries(worlds) };
	}

	/** A world has been looked at. */
	shows(world: string, frames: readonly Frame[]): void {
		const latest = frames.at(-1);
		if (latest === undefined) return;
		const { exercise } = this.#live;
		const samples = frames.filter(({ minute }) => exercise.world(world).isSampled(minute));
		const before = this.#looks.get(world);
		this.#looks.set(world, {
			latest,
			samples: [...(before?.samples ?? []), ...samples],
			told: before?.told ?? null
		});
	}

	/** Tells what has changed within a quarter of a second. */
	soon(scope: Scope): void {
		this.#wait(scope, Math.max(this.#toldAtMs + TELL_EVERY_MS, this.#restsUntilMs));
	}

	/** Tells one person what has changed of their own. */
	own(person: string): void {
		if (!this.#isClosed) this.#update(`person:${person}`, personParts(this.#live, person));
	}

	/** A page shows the map of an audience: it is told of it at once, and for a while. */
	drawMap(map: MapFeedKey): void {
		const feed = sharedFeeds(this.#live).find((one) => hasMap(one) && mapFeedOf(one) === map);
		if (feed === undefined || this.#isClosed) return;
		this.#drawnUntilMs.set(map, this.#clock.nowMs() + MAP_DRAWN_MS);
		if (!this.#feeds.has(map)) this.#update(map, mapParts(this.#live, feed, this.#shown()));
	}

	/** Tells everything that has changed, now. */
	all(): void {
		this.#tell('all');
	}

	/** Tells everything that has changed: at once, or once worlds and requests have had their turn. */
	changed(): void {
		if (this.#clock.nowMs() < this.#restsUntilMs) this.#wait('all', this.#restsUntilMs);
		else this.#tell('all');
	}

	forget(feed: FeedKey): void {
		this.#feeds.delete(feed);
	}

	close(): void {
		this.#isClosed = true;
	}

	#wait(scope: Scope, untilMs: number): void {
		if (this.#waiting !== 'all') this.#waiting = scope;
		if (this.#dueMs <= untilMs) return;
		this.#dueMs = untilMs;
		this.#clock.later(
			() => {
				// It has been told meanwhile, or is due at another time.
				if (this.#waiting !== null && this.#dueMs === untilMs) this.#tell(this.#waiting);
			},
			Math.max(0, untilMs - this.#clock.nowMs())
		);
	}

	#tell(scope: Scope): void {
		if (this.#looks.size === 0 || this.#isClosed) return;
		this.#waiting = null;
		this.#dueMs = Infinity;
		this.#toldAtMs = this.#clock.nowMs();
		const moved = this.#look();
		const shown = this.#shown();
		const feeds = sharedFeeds(this.#live);
		const maps = feeds.filter(hasMap).map(mapFeedOf);
		const kept = new Set<FeedKey>([...feeds, ...maps]);
		// Who follows one again that nobody followed for a while is told all of it.
		for (const feed of this.#feeds.keys())
			if (!feed.startsWith('person:') && !kept.has(feed)) this.#feeds.delete(feed);
		for (const feed of feeds) {
			const world = watchedWorld(this.#live, feed);
			const isNew = !this.#feeds.has(feed);
			const hasMoved = world !== null && (isNew || moved.has(world));
			this.#update(feed, {
				...clockParts(this.#live, shown),
				...(hasMoved ? worldParts(this.#live, feed, shown) : {}),
				...(world === null ? {} : sampleParts(this.#live, feed, this.#samples(world, isNew))),
				...(scope === 'all' || isNew ? roomParts(this.#live, feed, shown) : {})
			});
			if (hasMoved && hasMap(feed)) this.#tellMap(feed, shown);
		}
		for (const look of this.#looks.values()) look.samples = [];
		if (scope === 'all')
			for (const { id } of this.#live.people.all) this.#update(`person:${id}`, personParts(this.#live, id));
		const nowMs = this.#clock.nowMs();
		this.#restsUntilMs = nowMs + TELLING_RESTS * (nowMs - this.#toldAtMs);
	}

	/** Drawing maps is most of what telling takes: of one that no page shows there is none. */
	#tellMap(feed: FeedKey, shown: Shown): void {
		const map = mapFeedOf(feed);
		if (this.#clock.nowMs() < (this.#drawnUntilMs.get(map) ?? -Infinity))
			return this.#update(map, mapParts(this.#live, feed, shown));
		if (!this.#feeds.has(map)) return;
		this.#update(map, NO_MAP);
		this.#feeds.delete(map);
	}

	/** Points of a world's curves that a feed has not been told. */
	#samples(world: string, isNew: boolean): readonly Frame[] {
		const look = this.#looks.get(world);
		if (look === undefined) return [];
		return isNew ? this.#live.exercise.world(world).sampledUntil(look.latest.minute) : look.samples;
	}

	/** Every world that has moved since feeds were told of it. Its picture is made where somebody is shown it. */
	#look(): ReadonlySet<string> {
		const { exercise } = this.#live;
		const moved = new Set<string>();
		for (const [world, look] of this.#looks) {
			const { latest, told } = look;
			// Where it has come to rest it is told once more, to the last host.
			const isMoving = exercise.isMoving;
			if (told?.frame === latest && (!told.isMoving || isMoving)) continue;
			const { minute } = latest;
			let map: MapSnapshot | null = null;
			const picture = () =>
				(map ??= exercise.world(world).mapSnapshotAt(minute, minute, exercise.computedMin(world)));
			look.told = { frame: latest, picture, isMoving };
			moved.add(world);
		}
		return moved;
	}

	#shown(): Shown {
		const worlds = new Map([...this.#looks].map(([world, { told }]) => [world, told!]));
		return { state: this.state, worlds };
	}

	#update(key: FeedKey, parts: Parts): void {
		let feed = this.#feeds.get(key);
		if (feed === undefined) this.#feeds.set(key, (feed = new ToldFeed({ textOf, isForLate })));
		const told = feed.update(parts);
		if (told !== null) this.#publish(key, told);
	}
}

/** Facts and pictures are large and the same objects for several feeds: their text is made once. */
const texts = new WeakMap<object, string>();
const LASTING: readonly string[] = ['facts', 'injects', 'summitFacts', 'shock'];

function textOf(part: string, value: unknown): string {
	const isShared = LASTING.includes(part) || isMapPart(part);
	if (!isShared || typeof value !== 'object' || value === null) return JSON.stringify(value);
	let text = texts.get(value);
	if (text === undefined) texts.set(value, (text = JSON.stringify(value)));
	return text;
}
