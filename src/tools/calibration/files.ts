import { join } from 'node:path';
import type { Ensemble } from '../../lib/scenario/calibration/ensemble.ts';
import { reportOf } from './report.ts';
import type { CalibrationRuns } from './stored-runs.ts';
import { readText } from '../packs.ts';
import { projectFolder } from '../project.ts';
import type { CalibrationInput } from './input.ts';

/** What a calibration writes: the runs for the tests, the accepted sets and the report for the app. */
export const RUNS_FILE = 'src/tools/calibration/runs.generated.json';
export const ENSEMBLE_FILE = 'src/lib/scenario/calibration/ensemble.generated.json';
export const REPORT_FILE = 'src/lib/scenario/calibration/report.generated.json';

/** One run a line. */
export function runsFile(runs: CalibrationRuns): string {
	const { sampled, members, withinFirstPriors, ...rest } = runs;
	const list = (items: readonly unknown[]) =>
		`[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]`;
	const head = JSON.stringify(rest).slice(1, -1);
	return `{${head},\n"sampled":${list(sampled)},\n"members":${list(members)},\n"withinFirstPriors":${list(withinFirstPriors)}}\n`;
}

export function ensembleFile({
	parameters,
	members
}: CalibrationRuns): readonly [file: string, text: string] {
	const ensemble: Ensemble = {
		parameters,
		members: members.map(({ draw, lossFactors }) => ({ draw, lossFactors }))
	};
	return [ENSEMBLE_FILE, `${JSON.stringify(ensemble)}\n`];
}

export function reportFile(
	runs: CalibrationRuns,
	{ scenario, priors }: CalibrationInput
): readonly [file: string, text: string] {
	const report = reportOf(runs, priors, scenario.record.measured);
	return [REPORT_FILE, `${JSON.stringify(report, null, '\t')}\n`];
}

/** The runs as they were last stored. */
export function storedRuns(): CalibrationRuns {
	return JSON.parse(readText(join(projectFolder, RUNS_FILE))) as CalibrationRuns;
}
