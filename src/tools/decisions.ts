/**
 * Prints the decision table of a scenario: for each decision what it moves, beside the same world without it. Worlds:
 * the record, the record of the other roles alone, and one in which nobody else acts.
 * `node src/tools/decisions.ts [role]`; with `--write` instead it measures what each decision saves against its price,
 * for the page on the model.
 */
import { writeFileSync } from 'node:fs';
import { compileModel } from '../lib/scenario/compile/model.ts';
import { expertRow, gainOf } from './decisions/experts.ts';
import { rowOf, tableText } from './decisions/rows.ts';
import { Study } from './decisions/study.ts';
import { weightsOf } from './decisions/weights.ts';
import { DEFAULT_SCENARIO } from '../lib/scenario/packs/built-in.ts';
import { loadPack } from './packs.ts';
import { runCommand } from './readable-error.ts';

const WEIGHTS_FILE = 'src/lib/scenario/calibration/weights.generated.json';

await runCommand(async () => {
	const { scenario, exercise } = loadPack(DEFAULT_SCENARIO);
	const model = compileModel(scenario, 'debrief');
	if (process.argv.includes('--write')) {
		// Each role's runs are forgotten with its study: together they would fill the memory.
		const weights = exercise.roles.flatMap(({ id }) => weightsOf(new Study(exercise, model), scenario, id));
		const lines = weights.map((one) => `\t${JSON.stringify(one)}`).join(',\n');
		writeFileSync(WEIGHTS_FILE, `[\n${lines}\n]\n`);
		console.log(`${weights.length} decisions measured: ${WEIGHTS_FILE}`);
		return;
	}
	const study = new Study(exercise, model);
	const roles = exercise.roles.map(({ id }) => id).filter((id) => [undefined, id].includes(process.argv[2]));
	const trials = (['record', 'others', 'nothing'] as const).map((others) => ({ others, seed: 'a' }));
	for (const role of roles) {
		const mine = exercise.decisions.filter((decision) => decision.role === role);
		console.log(`\n${role}`);
		console.log(
			tableText(mine.flatMap(({ id }) => trials.map((trial) => rowOf(study, scenario, id, trial))))
		);
		const row = expertRow(study, role, 'a');
		const [nothing, record, expert] = [row.nothing, row.record, row.expert].map((harm) => harm.toFixed(3));
		console.log(`harm: nothing ${nothing}, record ${record}, expert ${expert};`);
		console.log(`best single decision: ${Math.round(gainOf(row).bestShare * 100)} % of the expert's gain`);
	}
});
