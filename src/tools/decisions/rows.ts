import type { Scenario } from '../../lib/scenario/scenario.ts';
import { moved, quantitiesOf, QUANTITIES, type Quantity } from './quantities.ts';
import type { Others, Study, Taken } from './study.ts';

/** A world that decisions are tried in. */
export interface Trial {
	readonly others: Others;
	readonly seed: string;
}

export interface Row {
	readonly decision: string;
	readonly role: string;
	readonly trial: Trial;
	/** By how much each quantity moves, as a share; what does not move is not there. */
	readonly moved: Partial<Record<Quantity, number>>;
}

/** What a decision moves in one world, beside the same world without it; what it requires is done in both. */
export function rowOf(study: Study, scenario: Scenario, id: string, trial: Trial): Row {
	const { role } = study.decision(id);
	const { others, seed } = trial;
	const { without, having } = study.pair(id, others);
	const measured = (taken: readonly Taken[]) =>
		quantitiesOf(study, scenario, role, study.run(role, taken, others, seed), taken, seed);
	return { decision: id, role, trial, moved: moved(measured(without), measured(having)) };
}

const NAMES: Readonly<Record<Quantity, string>> = {
	harm: 'harm',
	ownLossUsd: 'own loss',
	ownLostUnits: 'own lost',
	ownCrashed: 'own crashed',
	ownDownHours: 'own host-h',
	worldLossUsd: 'loss',
	crashed: 'crashed',
	downHours: 'host-h',
	unprotectedHours: 'bare-h',
	compromised: 'comprom.',
	distrust: 'distrust'
};
const WIDTH = 12;
const NAME_WIDTH = 26;

/** The table as text: one line a row, shares in per cent, a dot where nothing moves. */
export function tableText(rows: readonly Row[]): string {
	const head = [
		'decision'.padEnd(NAME_WIDTH),
		'others'.padEnd(8),
		...QUANTITIES.map((quantity) => NAMES[quantity].padStart(WIDTH))
	].join('');
	const lines = rows.map(({ decision, trial, moved: by }) =>
		[
			decision.padEnd(NAME_WIDTH),
			trial.others.padEnd(8),
			...QUANTITIES.map((quantity) => percent(by[quantity]).padStart(WIDTH))
		].join('')
	);
	return [head, ...lines].join('\n');
}

function percent(share: number | undefined): string {
	if (share === undefined) return '·';
	const rounded = Math.round(share * 1000) / 10;
	return `${share > 0 ? '+' : ''}${rounded} %`;
}
