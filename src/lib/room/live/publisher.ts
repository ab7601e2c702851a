import type { RoomState } from '../../exercise/state.ts';
import type { Frame } from '../../sim/observe/frame.ts';
import type { Clock } from '../clock.ts';
import type { FeedKey } from '../feed/audience-key.ts';
import { Feed, type Changes } from '../feed/feed.ts';
import {
	clockParts,
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
	readonly #publish: (feed: FeedKey, changes: Changes) => void;
	readonly #feeds = new Map<FeedKey, Feed>();
	readonly #looks = new Map<string, Look>();
	/** What is to be told when it is time; null: nothing waits. */
	#waiting: Scope | null = null;
	#toldAtMs = -Infinity;
	#isClosed = false;

	constructor(live: Live, clock: Clock, publish: (feed: FeedKey, changes: Changes) => void) {
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

	soon(scope: Scope): void {
		const isWaiting = this.#waiting !== null;
		if (this.#waiting !== 'all') this.#waiting = scope;
		if (isWaiting) return;
		const afterMs = Math.max(0, this.#toldAtMs + TELL_EVERY_MS - this.#clock.nowMs());
		this.#clock.later(() => {
			if (this.#waiting !== null) this.#tell(this.#waiting);
		}, afterMs);
	}

	/** Tells one person what has changed of their own. */
	own(person: string): void {
		if (!this.#isClosed) this.#update(`person:${person}`, personParts(this.#live, person));
	}

	/** Tells everything that has changed, now. */
	all(): void {
		this.#tell('all');
	}

	forget(feed: FeedKey): void {
		this.#feeds.delete(feed);
	}

	close(): void {
		this.#isClosed = true;
	}

	#tell(scope: Scope): void {
		if (this.#looks.size === 0 || this.#isClosed) return;
		this.#waiting = null;
		this.#toldAtMs = this.#clock.nowMs();
		const moved = this.#look();
		const shown = this.#shown();
		for (const feed of sharedFeeds(this.#live)) {
			const world = watchedWorld(this.#live, feed);
			const samples = world === null ? [] : (this.#looks.get(world)?.samples ?? []);
			this.#update(feed, {
				...clockParts(this.#live, shown),
				...(world !== null && moved.has(world) ? worldParts(this.#live, feed, shown) : {}),
				...sampleParts(this.#live, feed, samples),
				...(scope === 'all' ? roomParts(this.#live, feed, shown) : {})
			});
		}
		for (const look of this.#looks.values()) look.samples = [];
		if (scope === 'time') return;
		for (const { id } of this.#live.people.all) this.#update(`person:${id}`, personParts(this.#live, id));
	}

	/** Makes a picture of every world that has moved since feeds were told of it. */
	#look(): ReadonlySet<string> {
		const { exercise } = this.#live;
		const moved = new Set<string>();
		for (const [world, look] of this.#looks) {
			const { latest, told } = look;
			if (told?.frame === latest) continue;
			const { minute } = latest;
			const map = exercise.world(world).mapSnapshotAt(minute, minute, exercise.computedMin(world));
			look.told = { frame: latest, map };
			moved.add(world);
		}
		return moved;
	}

	#shown(): Shown {
		const worlds = new Map([...this.#looks].map(([world, { told }]) => [world, told!]));
		return { state: this.state, worlds, nowMs: this.#clock.nowMs() };
	}

	#update(key: FeedKey, parts: Parts): void {
		let feed = this.#feeds.get(key);
		if (feed === undefined) this.#feeds.set(key, (feed = new Feed()));
		const texts = Object.entries(parts).map(
			([part, value]) => [part, value === undefined ? null : textOf(part, value)] as const
		);
		const changes = feed.update(Object.fromEntries(texts));
		if (changes !== null) this.#publish(key, changes);
	}
}

/** Facts are large and stay the same objects: their text is made once. */
const texts = new WeakMap<object, string>();
const LASTING: readonly string[] = ['facts', 'mapFacts', 'mapWhole'];

function textOf(part: string, value: unknown): string {
	if (!LASTING.includes(part) || typeof value !== 'object' || value === null) return JSON.stringify(value);
	let text = texts.get(value);
	if (text === undefined) texts.set(value, (text = JSON.stringify(value)));
	return text;
}
