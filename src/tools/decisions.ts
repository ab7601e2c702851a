/**
 * `npm run decisions`: prints the decision table of a scenario: for each decision what it moves, beside the same world
 * without it. Worlds: the record, the record of the other roles alone, and one in which nobody else acts.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileModel } from '../lib/scenario/compile/model.ts';
import { expertRow, gainOf } from './decisions/experts.ts';
import { readOptions } from './decisions/options.ts';
import { rowOf, tableText } from './decisions/rows.ts';
import { Study } from './decisions/study.ts';
import { argued, weightOf, WEIGHTS_FILE } from './decisions/weights.ts';
import { loadPack } from './packs.ts';
import { projectFolder } from './project.ts';
import { ReadableError, runCommand } from './readable-error.ts';

await runCommand(async () => {
	const options = readOptions(process.argv.slice(2));
	if (typeof options === 'string') return console.log(options);
	const { scenario, exercise } = loadPack(options.scenario);
	if (exercise.cuts.length === 0)
		throw new ReadableError(`${options.scenario} has no cuts, so there are no rounds to decide in. Add one.`);
	const study = new Study(exercise, compileModel(scenario, 'debrief'));
	if (options.weights) return writeWeights(study);
	const all = exercise.roles.map(({ id }) => id);
	if (options.role !== null && !all.includes(options.role))
		throw new ReadableError(`There is no role '${options.role}'. There are: ${all.join(', ')}.`);
	const roles = all.filter((id) => options.role === null || id === options.role);
	const trials = (['record', 'others', 'nothing'] as const).map((others) => ({ others, seed: 'a' }));
	for (const role of roles) {
		const mine = exercise.decisions.filter((decision) => decision.role === role);
		console.log(`\n${role}`);
		console.log(
			tableText(mine.flatMap(({ id }) => trials.map((trial) => rowOf(study, scenario, id, trial))))
		);
		if (!exercise.experts.some((one) => one.role === role)) continue;
		const row = expertRow(study, role, 'a');
		const [nothing, record, expert] = [row.nothing, row.record, row.expert].map((harm) => harm.toFixed(3));
		console.log(`harm: nothing ${nothing}, record ${record}, expert ${expert};`);
		console.log(`best single decision: ${Math.round(gainOf(row).bestShare * 100)} % of the expert's gain`);
	}
});

function writeWeights(study: Study): void {
	const weights = argued(study.scenario.decisions.flatMap(({ id }) => weightOf(study, id) ?? []));
	for (const { decision, costUsd, savedUsd } of weights)
		console.log(
			`${decision.padEnd(28)} ${Math.round(savedUsd / costUsd)} times, $${Math.round(savedUsd / 1e6)} million`
		);
	writeFileSync(join(projectFolder, WEIGHTS_FILE), `${JSON.stringify(weights, null, '\t')}\n`);
	console.log(`\n${WEIGHTS_FILE} is written.`);
}
