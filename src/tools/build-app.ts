import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { commandFile, projectFolder } from './project.ts';
import { ReadableError } from './readable-error.ts';

/**
 * Builds the app with Vite in a process of its own, so that the server does not keep the bundler's memory.
 * What the build says is shown only when it fails; `npm run build` always shows it.
 * @throws ReadableError when the build tools are missing or the build fails.
 */
export async function buildApp(): Promise<void> {
	if (!existsSync(join(projectFolder, 'node_modules', 'vite'))) {
		throw new ReadableError('The build tools are not installed. Run "npm ci" first.');
	}
	const said: Buffer[] = [];
	const exitCode = await new Promise<number | null>((resolve, reject) => {
		const child = spawn(process.execPath, [commandFile('vite'), 'build'], { cwd: projectFolder });
		child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
		child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
		child.once('error', reject);
		child.once('close', resolve);
	});
	if (exitCode !== 0) {
		process.stderr.write(Buffer.concat(said));
		throw new ReadableError('The build failed; the reason stands above. Nothing was started.');
	}
}
