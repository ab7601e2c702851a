/**
 * `npm run measures`: what each measure of the summit does to each kind of shock, at its strictest, over the accepted sets
 * of the model's parameters. Prints the table and writes it down.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { verdictOn, type MeasureRow, type MeasureTable } from '../lib/outages/figures/measure-table.ts';
import { isTested } from '../lib/outages/reform/mechanisms/mechanisms.ts';
import { SHOCK_KINDS } from '../lib/outages/shocks/kinds.ts';
import { membersFor } from '../lib/scenario/calibration/ensemble.ts';
import ensemble from '../lib/scenario/calibration/ensemble.generated.json' with { type: 'json' };
import { DEFAULT_SCENARIO } from '../lib/scenario/packs/built-in.ts';
import { MEASURES_FILE } from './measures/file.ts';
import { MeasureStudy, MONTHS, SHOCKS } from './measures/study.ts';
import { loadPack, readLibrary } from './packs.ts';
import { projectFolder } from './project.ts';
import { ReadableError, runCommand } from './readable-error.ts';

await runCommand(async () => {
	const { scenario } = loadPack(DEFAULT_SCENARIO);
	const { summit } = scenario;
	if (summit === undefined)
		throw new ReadableError(`${scenario.id} has no summit, so there are no measures.`);
	const study = new MeasureStudy({ ...scenario, summit }, membersFor(scenario, readLibrary(), ensemble));
	const kinds = SHOCK_KINDS.map(({ id }) => id);
	const rows = summit.measures.flatMap(({ id }) => {
		if (!isTested(id)) return [];
		const row = study.row(id, kinds);
		print(row);
		return [row];
	});
	const table: MeasureTable = { scenario: scenario.id, months: MONTHS, shocks: SHOCKS, rows };
	writeFileSync(join(projectFolder, MEASURES_FILE), `${JSON.stringify(table, null, '\t')}\n`);
	console.log(`\n${MEASURES_FILE} is written.`);
});

function print({ measure, beside, effects }: MeasureRow): void {
	console.log(`\n${measure}, beside ${beside.join(', ')}`);
	for (const effect of effects) {
		const { kind, change, low, high, better, worse } = effect;
		const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(8);
		const figures = `${percent(change)} (${percent(low)} to ${percent(high)})`;
		console.log(`  ${kind.padEnd(20)} ${figures}  better ${better}, worse ${worse}: ${verdictOn(effect)}`);
	}
}
