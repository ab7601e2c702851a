import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const MAX_MS = 100_000;

/**
 * Runs a script in an engine's command line and returns what it printed.
 *
 * @param print the call that prints there: `print`, or `console.log`
 * @param ask an expression that gives a string, evaluated after the script
 * @throws Error with what the engine complained of, or when it takes longer than {@link MAX_MS}
 */
export async function askShell(engine: string, script: string, print: string, ask: string): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), 'patchfall-engine-'));
	try {
		// Plain scripts: not every shell takes a file that ends otherwise, and Node shall not take it for a module.
		const file = join(folder, 'script.js');
		writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }');
		writeFileSync(file, `${script}\n${print}(${ask});\n`);
		const { stdout } = await run(engine, [file], { timeout: MAX_MS });
		return stdout.trim();
	} catch (error) {
		const { stdout = '', stderr = '', message } = error as Error & { stdout?: string; stderr?: string };
		throw new Error(`${engine} did not answer: ${stderr.trim() || stdout.trim() || message}`, {
			cause: error
		});
	} finally {
		rmSync(folder, { recursive: true });
	}
}
