import type { Engine } from '../exercise/world/engine.ts';
import { Timeline } from '../exercise/world/timeline.ts';
import type { Frame } from '../sim/observe/frame.ts';
import type { MapSnapshot } from '../sim/observe/map/map-snapshot.ts';
import type { Order } from '../sim/model.ts';

/** Snapshots are megabytes: few, far apart. They decide how long going back takes, and nothing else. */
const KEEPING = { everyMin: 720, snapshots: 6 };

/** One world of a room at any minute, and its frames at the minutes that every curve has. */
export class RoomWorld {
	/** Ascending, from 0 to the end: the same however fast somebody watches. */
	readonly samples: readonly number[];
	readonly #isSample: ReadonlySet<number>;
	readonly #engine: () => Engine;
	readonly #timeline: Timeline;
	readonly #frames = new Map<number, Frame>();
	#past: Timeline | null = null;
	#orders: readonly Order[] = [];

	constructor(engine: () => Engine, samples: readonly number[]) {
		this.#engine = engine;
		this.#timeline = new Timeline(engine(), KEEPING);
		this.samples = samples;
		this.#isSample = new Set(samples);
	}

	/** Everything ordered in it from now on, by minute. The past stays as it was. */
	order(orders: readonly Order[]): void {
		this.#orders = orders;
	}

	get orders(): readonly Order[] {
		return this.#orders;
	}

	look(minute: number): Frame {
		const frame = this.#timeline.frameAt(this.#orders, minute);
		if (this.isSampled(minute)) this.#frames.set(minute, frame);
		return frame;
	}

	isSampled(minute: number): boolean {
		return this.#isSample.has(minute);
	}

	/** A frame for each of the samples, of a run that has ended. */
	sampled(): Frame[] {
		return this.samples.map((minute) => this.#frames.get(minute) ?? this.look(minute));
	}

	/** A frame for each of the samples up to a minute that has been reached. */
	sampledUntil(minute: number): Frame[] {
		return this.samples.filter((one) => one <= minute).flatMap((one) => this.#frames.get(one) ?? []);
	}

	/** The world at a minute that is asked for again later, such as that of a stop. */
	keep(minute: number): Frame {
		const frame = this.look(minute);
		this.#frames.set(minute, frame);
		return frame;
	}

	/** What was kept at a minute; undefined: nothing was. */
	keptAt(minute: number): Frame | undefined {
		return this.#frames.get(minute);
	}

	/** 16 hexadecimal digits. */
	hashAt(minute: number): string {
		return this.#timeline.hashAt(this.#orders, minute);
	}

	/**
	 * The state at a minute, as a snapshot. Looking back has a time line of its own: the one that play goes on in never
	 * turns back for it.
	 *
	 * @param shownMin the minute that is shown as the present
	 * @param reachedMin the minute that play has reached, which may be a few steps after it
	 */
	stateAt(minute: number, shownMin: number, reachedMin: number): ArrayBuffer {
		if (minute >= shownMin) return this.#timeline.stateAt(this.#orders, Math.max(minute, reachedMin));
		return this.#lookingBack().stateAt(this.#orders, minute);
	}

	/** What a map shows at a minute; the same way to it as to the state. */
	mapSnapshotAt(minute: number, shownMin: number, reachedMin: number): MapSnapshot {
		if (minute >= shownMin) return this.#timeline.mapSnapshotAt(this.#orders, Math.max(minute, reachedMin));
		return this.#lookingBack().mapSnapshotAt(this.#orders, minute);
	}

	#lookingBack(): Timeline {
		return (this.#past ??= new Timeline(this.#engine(), KEEPING));
	}
}
