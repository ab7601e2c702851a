import { ARGUED_FROM_TIMES, type Weight } from '../../lib/scenario/calibration/weights.ts';
import type { Study } from './study.ts';

export const WEIGHTS_FILE = 'src/lib/scenario/calibration/weights.generated.json';

const WORLDS = ['record', 'others', 'nothing'] as const;
const SEEDS = ['a'] as const;

/** What a decision that costs its role money saves the world; see {@link Weight}. Null: it is free. */
export function weightOf(study: Study, id: string): Weight | null {
	const { costUsd } = study.decision(id);
	if (costUsd === 0) return null;
	const saved = WORLDS.flatMap((others) => SEEDS.map((seed) => savedUsd(study, id, others, seed)));
	return {
		decision: id,
		costUsd,
		savedUsd: Math.round(saved.reduce((sum, usd) => sum + usd, 0) / saved.length)
	};
}

/** Those that have to be argued for, the heaviest first. */
export function argued(weights: readonly Weight[]): Weight[] {
	const times = ({ savedUsd, costUsd }: Weight) => savedUsd / costUsd;
	return weights
		.filter((weight) => times(weight) >= ARGUED_FROM_TIMES)
		.toSorted((a, b) => times(b) - times(a));
}

function savedUsd(study: Study, id: string, others: (typeof WORLDS)[number], seed: string): number {
	const { role } = study.decision(id);
	const { without, having } = study.pair(id, others);
	return study.lossUsd(role, without, others, seed) - study.lossUsd(role, having, others, seed);
}
