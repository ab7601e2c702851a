import type { LiveRoomParts } from './live-room-contract.ts';

/** How long this machine takes to compute the world of a room. */
export interface Trial {
	readonly totalMs: number;
	/** The longest stretch from one stop to the next. */
	readonly slowestMs: number;
	/** Minute at which that stretch begins. */
	readonly slowestFromMin: number;
}

/** Computes the world once with nobody acting, stretch by stretch: other rooms share the thread. */
export async function tryWorld(
	{ pack, summary, engineOf, clock }: Pick<LiveRoomParts, 'pack' | 'summary' | 'engineOf' | 'clock'>,
	stops: readonly number[]
): Promise<Trial> {
	const run = engineOf(pack, summary.setup.seed).start();
	const { horizonMin } = pack.exercise;
	let trial: Trial = { totalMs: 0, slowestMs: 0, slowestFromMin: 0 };
	let fromMin = 0;
	for (const toMin of [...stops.filter((stop) => stop < horizonMin), horizonMin]) {
		await new Promise<void>((resolve) => clock.later(resolve, 0));
		const beganMs = clock.nowMs();
		run.advance([], toMin);
		const tookMs = clock.nowMs() - beganMs;
		const isSlowest = tookMs > trial.slowestMs;
		trial = {
			totalMs: trial.totalMs + tookMs,
			slowestMs: isSlowest ? tookMs : trial.slowestMs,
			slowestFromMin: isSlowest ? fromMin : trial.slowestFromMin
		};
		fromMin = toMin;
	}
	return trial;
}
