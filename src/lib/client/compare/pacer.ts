import { Ticker } from '../../room/ticker.ts';
import type { ComparisonMessage } from './messages.ts';
import type { Pace } from './comparison-client.ts';
import type { Clock } from '../../room/clock.ts';
import { realClock } from '../real-clock.ts';
import type { ComparedRuns } from './compared-runs.ts';

/** Moves runs along as real time passes: the only clock of the game. */
export class Pacer {
	readonly #runs: ComparedRuns;
	readonly #tell: (message: ComparisonMessage) => void;
	readonly #beat: Ticker;
	#untilMin = 0;

	constructor(runs: ComparedRuns, tell: (message: ComparisonMessage) => void, clock: Clock = realClock) {
		this.#runs = runs;
		this.#tell = tell;
		const nextMove = () => runs.nextStep() - runs.minute;
		this.#beat = new Ticker(clock, { nextMove, move: (owedMin) => this.#move(owedMin) }, 1);
	}

	play(pace: Pace, untilMin = this.#runs.horizonMin): void {
		this.#beat.setPace(pace);
		this.#untilMin = untilMin;
		if (this.#beat.isOn) return;
		if (this.#runs.minute >= this.#untilMin) return this.#stop();
		this.#tell({ type: 'motion', motion: 'playing', minute: this.#runs.minute, hashes: {} });
		this.#beat.start();
	}

	/** Stops where it is and says so; also where it was not moving. */
	pause(): void {
		this.#stop();
	}

	step(): void {
		if (!this.#beat.isOn && this.#runs.minute < this.#runs.horizonMin) this.#look(this.#runs.nextStep());
		this.#stop();
	}

	/** The runs are given up: says nothing more. */
	abandon(): void {
		this.#beat.stop();
	}

	/** To the next minute at which to look, where that is due. */
	#move(owedMin: number): number {
		const from = this.#runs.minute;
		const next = this.#runs.nextStop(Math.min(from + owedMin, this.#untilMin));
		if (next === null) return 0;
		this.#look(next);
		if (next >= this.#untilMin) this.#stop();
		return next - from;
	}

	#look(minute: number): void {
		const frames = this.#runs.frames(minute);
		this.#tell({ type: 'frames', minute, frames });
	}

	#stop(): void {
		this.abandon();
		const { minute, horizonMin } = this.#runs;
		const motion = minute >= horizonMin ? 'ended' : 'paused';
		this.#tell({ type: 'motion', motion, minute, hashes: this.#runs.hashes() });
	}
}
