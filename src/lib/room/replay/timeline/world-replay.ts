import type { Engine, Run } from '../../../exercise/world/engine.ts';
import type { GridSpan, Order } from '../../../sim/model.ts';
import type { Frame } from '../../../sim/observe/frame.ts';
import type { MapSnapshot } from '../../../sim/observe/map/map-snapshot.ts';
import { gridMinuteUpTo, nextGridMinute } from '../../../sim/time/grid.ts';

export interface WorldReplayParts {
	readonly engine: Engine;
	/** Everything ordered in the world, by minute. */
	readonly orders: readonly Order[];
	readonly spans: readonly GridSpan[];
	/** Where the world ends, on its grid. */
	readonly endMin: number;
	/** Minutes at which its curves are read off, ascending, on the grid. */
	readonly samples: readonly number[];
	/** Minutes that will be jumped to: where decisions were taken. */
	readonly stops: readonly number[];
	/** So many copies of the state are kept, at least; each is 2 MB in the world of July 2024. */
	readonly checkpoints: number;
	/** The world whose past it has up to a minute: what that one keeps of it is not computed again. None: it has none. */
	readonly parent?: { readonly world: WorldReplay; readonly atMin: number } | null;
}

interface Checkpoint {
	readonly minute: number;
	readonly state: ArrayBuffer;
}

/**
 * One world of an exercise that is over, at any minute of it. It is run once; on the way its curves are read off, and copies
 * of its state are kept where people jump to and evenly between, counted in steps of the grid: a step of the first hours
 * takes as long as one of the last days. Any minute is then a few steps away. The copies change nothing but how long it takes.
 */
export class WorldReplay {
	readonly endMin: number;
	readonly #parts: WorldReplayParts;
	readonly #frames: Frame[] = [];
	readonly #checkpoints: Checkpoint[] = [];
	#live: Run;

	constructor(parts: WorldReplayParts) {
		this.#parts = parts;
		this.endMin = parts.endMin;
		this.#live = parts.engine.start();
	}

	/**
	 * Runs it once, from its start to its end.
	 *
	 * @param told hears how far it has come, 0 to 1
	 */
	run(told: (share: number) => void = () => {}): void {
		const { engine, orders, samples, parent = null } = this.#parts;
		if (parent !== null) this.#inherit(parent.world, parent.atMin);
		const from = this.#checkpoints.at(-1) ?? null;
		const kept = new Set(checkpointMinutes(this.#parts));
		const sampled = new Set(samples);
		const minutes = [...new Set([...kept, ...samples, this.endMin])].filter(
			(one) => one <= this.endMin && one > (from?.minute ?? -1)
		);
		minutes.sort((a, b) => a - b);
		const run = from === null ? engine.start() : engine.resume(from.state);
		minutes.forEach((minute, index) => {
			run.advance(orders, minute);
			if (sampled.has(minute)) this.#frames.push(run.frame());
			if (kept.has(minute)) this.#checkpoints.push({ minute, state: run.save() });
			told((index + 1) / minutes.length);
		});
		this.#live = run;
	}

	/** Frames come as far as copies do, so that it goes on from one place. */
	#inherit(world: WorldReplay, untilMin: number): void {
		this.#checkpoints.push(...world.#checkpoints.filter(({ minute }) => minute <= untilMin));
		const reached = this.#checkpoints.at(-1)?.minute ?? -1;
		const sampled = new Set(this.#parts.samples);
		this.#frames.push(...world.#frames.filter(({ minute }) => minute <= reached && sampled.has(minute)));
	}

	/** A frame for each minute of the curves that the world has reached. */
	get frames(): readonly Frame[] {
		return this.#frames;
	}

	/** What the copies of its state take, in bytes. */
	get bytes(): number {
		return this.#checkpoints.reduce((sum, { state }) => sum + state.byteLength, 0);
	}

	/** A run of its own, from the last copy at or before a minute. */
	runUpTo(minute: number): Run {
		const from = lastUpTo(this.#checkpoints, minute);
		return from === null ? this.#parts.engine.start() : this.#parts.engine.resume(from.state);
	}

	frameAt(minute: number): Frame {
		return this.#runAt(minute).frame();
	}

	mapSnapshotAt(minute: number): MapSnapshot {
		return this.#runAt(minute).mapSnapshot();
	}

	/** Of its state: 16 hexadecimal digits. */
	hashAt(minute: number): string {
		return this.#runAt(minute).hash();
	}

	/** The world at the last minute of its grid at or before this one; past its end, at its end. */
	#runAt(minute: number): Run {
		const { engine, orders, spans } = this.#parts;
		const wanted = gridMinuteUpTo(spans, Math.max(0, Math.min(minute, this.endMin)));
		const from = lastUpTo(this.#checkpoints, wanted);
		const isAhead = this.#live.minute <= wanted && this.#live.minute >= (from?.minute ?? 0);
		if (!isAhead) this.#live = from === null ? engine.start() : engine.resume(from.state);
		if (this.#live.minute < wanted) this.#live.advance(orders, wanted);
		return this.#live;
	}
}

/** Where copies are kept: at the start, wherever people jump to, and evenly between in steps of the grid. */
function checkpointMinutes({ spans, endMin, stops, checkpoints }: WorldReplayParts): number[] {
	const grid: number[] = [0];
	while (grid.at(-1)! < endMin) grid.push(nextGridMinute(spans, endMin, grid.at(-1)!));
	const apart = Math.max(1, Math.ceil(grid.length / checkpoints));
	return [
		...grid.filter((_, index) => index % apart === 0),
		...stops.map((one) => gridMinuteUpTo(spans, one))
	];
}

function lastUpTo(checkpoints: readonly Checkpoint[], minute: number): Checkpoint | null {
	let last: Checkpoint | null = null;
	for (const one of checkpoints) {
		if (one.minute > minute) break;
		last = one;
	}
	return last;
}
