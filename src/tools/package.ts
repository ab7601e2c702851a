/**
 * What `npm pack` runs before and after it packs: the package has another package.json than the project, because it
 * builds nothing and needs nothing that is fetched.
 */
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp } from './build-app.ts';
import { stage } from './package/stage.ts';
import { projectFolder } from './project.ts';
import { ReadableError, runCommand } from './readable-error.ts';

const file = join(projectFolder, 'package.json');
/** The project's own, while the package's is in its place. */
const kept = join(projectFolder, 'package.project.json');
const staged = join(projectFolder, 'package');

await runCommand(async () => {
	const [step] = process.argv.slice(2);
	if (step === 'before') {
		// One that was broken off has left it behind.
		if (existsSync(kept)) renameSync(kept, file);
		if (process.env.PATCHFALL_SKIP_BUILD !== '1') await buildApp();
		const packed = stage(projectFolder, staged);
		renameSync(file, kept);
		writeFileSync(file, `${JSON.stringify(packed, null, '\t')}\n`);
	} else if (step === 'after') {
		renameSync(kept, file);
		rmSync(staged, { recursive: true });
	} else throw new ReadableError('Run "npm pack".');
});
