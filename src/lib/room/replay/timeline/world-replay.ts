import type { Engine, Run } from '../../../exercise/world/engine.ts';
import type { GridSpan, Order } from '../../../sim/model.ts';
import type { Frame } from '../../../sim/observe/frame.ts';
import type { MapSnapshot } from '../../../sim/observe/map/map-snapshot.ts';
import { gridMinuteUpTo, nextGridMinute } from '../../../sim/time/grid.ts';
import { RecordedRun } from '../recorded-run.ts';

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
	/** The run in which it was played: what that has kept is not computed again. None: there is only its log. */
	readonly played?: RecordedRun | null;
}

/**
 * One world of an exercise that is over, at any minute of it. It is run once; on the way its curves are read off, and copies
 * of its state are kept where people jump to and evenly between, counted in steps of the grid: a step of the first hours
 * takes as long as one of the last days. Any minute is then a few steps away. The copies change nothing but how long it takes.
 */
export class WorldReplay {
	readonly endMin: number;
	readonly #parts: WorldReplayParts;
	readonly #frames = new Map<number, Frame>();
	/** By minute, ascending. */
	readonly #copies = new Map<number, ArrayBuffer>();
	#live: Run;

	constructor(parts: WorldReplayParts) {
		this.#parts = parts;
		this.endMin = parts.endMin;
		this.#live = parts.played?.run ?? parts.engine.start();
	}

	/**
	 * Runs it once, from its start to its end; where it was played here, only what is missing.
	 *
	 * @param told hears how far it has come, 0 to 1
	 */
	run(told: (share: number) => void = () => {}): void {
		const { samples, endMin, played = null } = this.#parts;
		const [sampled, copied] = [new Set(samples), new Set(copyMinutes(this.#parts))];
		const minutes = [...new Set([...copied, ...samples, endMin])].filter((one) => one <= endMin);
		minutes.sort((a, b) => a - b);
		minutes.forEach((minute, index) => {
			const frame = played?.frames.get(minute);
			const copy = played?.copies.get(minute);
			// Where it goes on from there, a copy that was kept comes first.
			if (copied.has(minute)) this.#copies.set(minute, copy ?? this.#runAt(minute).save());
			if (sampled.has(minute)) this.#frames.set(minute, frame ?? this.#runAt(minute).frame());
			told((index + 1) / minutes.length);
		});
		this.#runAt(endMin);
	}

	/** A frame for each minute of the curves that the world has reached. */
	get frames(): readonly Frame[] {
		return [...this.#frames.values()];
	}

	/** What the copies of its state take, in bytes. */
	get bytes(): number {
		return [...this.#copies.values()].reduce((sum, { byteLength }) => sum + byteLength, 0);
	}

	/** A run that leaves it at its last copy at or before a minute: it has what is kept until there, and keeps the same on. */
	forkBefore(minute: number): RecordedRun {
		const { engine, samples } = this.#parts;
		const from = this.#lastCopyUpTo(minute);
		const upTo = <T>(kept: ReadonlyMap<number, T>) =>
			new Map([...kept].filter(([at]) => at <= (from?.minute ?? -1)));
		return new RecordedRun(
			from === null ? engine.start() : engine.resume(from.state),
			{ frames: samples, copies: copyMinutes(this.#parts) },
			{ frames: upTo(this.#frames), copies: upTo(this.#copies) }
		);
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
		const from = this.#lastCopyUpTo(wanted);
		const isAhead = this.#live.minute <= wanted && this.#live.minute >= (from?.minute ?? 0);
		if (!isAhead) this.#live = from === null ? engine.start() : engine.resume(from.state);
		if (this.#live.minute < wanted) this.#live.advance(orders, wanted);
		return this.#live;
	}

	#lastCopyUpTo(wanted: number): { readonly minute: number; readonly state: ArrayBuffer } | null {
		let last: { minute: number; state: ArrayBuffer } | null = null;
		for (const [minute, state] of this.#copies) {
			if (minute > wanted) break;
			last = { minute, state };
		}
		return last;
	}
}

/** Where copies are kept: at the start, wherever people jump to, and evenly between in steps of the grid. */
function copyMinutes({ spans, endMin, stops, checkpoints }: WorldReplayParts): number[] {
	const grid: number[] = [0];
	while (grid.at(-1)! < endMin) grid.push(nextGridMinute(spans, endMin, grid.at(-1)!));
	const apart = Math.max(1, Math.ceil(grid.length / checkpoints));
	return [
		...grid.filter((_, index) => index % apart === 0),
		...stops.map((one) => gridMinuteUpTo(spans, one))
	];
}
