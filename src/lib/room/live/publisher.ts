import type { RoomState } from '../../exercise/state.ts';
import type { MapSnapshot } from '../../sim/observe/map/map-snapshot.ts';
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
	worldParts,
	type Parts,
	type Shown
} from './audiences.ts';
import type { Live } from './live.ts';

/** A running world is told no more often than this: what is between two pictures a screen fills in. */
const TELL_EVERY_MS = 250;

type Scope = 'time' | 'all';

/** Tells each audience what has changed of what it is shown, and nothing else. */
export class Publisher {
	readonly #live: Live;
	readonly #clock: Clock;
	readonly #publish: (feed: FeedKey, changes: Changes) => void;
	readonly #feeds = new Map<FeedKey, Feed>();
	#latest: Frame | null = null;
	#samples: Frame[] = [];
	/** The picture of the world that feeds were told last: it is made and told again only where it is another one. */
	#told: Frame | null = null;
	#map: MapSnapshot | null = null;
	/** What is to be told when it is time; null: nothing waits. */
	#waiting: Scope | null = null;
	#toldAtMs = -Infinity;
	#isClosed = false;

	constructor(live: Live, clock: Clock, publish: (feed: FeedKey, changes: Changes) => void) {
		this.#live = live;
		this.#clock = clock;
		this.#publish = publish;
	}

	/** The room at the minute that is shown; null: no world has been looked at yet. */
	get state(): RoomState | null {
		return this.#latest === null ? null : shownState(this.#live, this.#latest.minute);
	}

	/** The world has been looked at. */
	shows(frames: readonly Frame[]): void {
		const { exercise, world } = this.#live;
		this.#latest = frames.at(-1) ?? this.#latest;
		this.#samples.push(...frames.filter(({ minute }) => exercise.world(world).isSampled(minute)));
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
		if (this.#latest === null || this.#isClosed) return;
		this.#waiting = null;
		this.#toldAtMs = this.#clock.nowMs();
		const hasMoved = this.#latest !== this.#told;
		const shown = this.#shown(this.#latest, hasMoved);
		this.#told = this.#latest;
		const samples = this.#samples;
		this.#samples = [];
		for (const feed of sharedFeeds(this.#live)) {
			this.#update(feed, {
				...clockParts(this.#live, shown),
				...(hasMoved ? worldParts(this.#live, feed, shown) : {}),
				...sampleParts(this.#live, feed, samples),
				...(scope === 'all' ? roomParts(this.#live, feed, shown) : {})
			});
		}
		if (scope === 'time') return;
		for (const { id } of this.#live.people.all) this.#update(`person:${id}`, personParts(this.#live, id));
	}

	#shown(frame: Frame, hasMoved: boolean): Shown {
		const { exercise, world } = this.#live;
		const { minute } = frame;
		if (hasMoved || this.#map === null)
			this.#map = exercise.world(world).mapSnapshotAt(minute, minute, exercise.computedMin(world));
		return { state: this.state!, frame, map: this.#map, nowMs: this.#clock.nowMs() };
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

/** Time is logged only when it stops: what is shown runs ahead of the log. */
function shownState({ exercise, world }: Live, minute: number): RoomState {
	const { state } = exercise.room;
	const own = state.worlds[world];
	if (own === undefined || minute <= own.minute) return state;
	return { ...state, worlds: { ...state.worlds, [world]: { ...own, minute } } };
}
