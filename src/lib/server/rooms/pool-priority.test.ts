import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const PROJECT = join(import.meta.dirname, '../../../..');

/** Runs something in a pool of one thread, and prints how nice each thread of the process is. */
const SCRIPT = `(async () => {
	const { readdirSync, readFileSync } = await import('node:fs');
	const { nodePool } = await import('./src/lib/node/pool/node-pool.ts');
	const pool = nodePool(1);
	const scenario = { kind: 'builtIn', id: 'july-2024' };
	await pool.runMany({ scenario, size: 'sketch', jobs: [{ seed: 'a', orders: [], minutes: [1] }] });
	const statOf = (thread) => readFileSync('/proc/self/task/' + thread + '/stat', 'utf8').split(') ').pop().split(' ');
	console.log(JSON.stringify(readdirSync('/proc/self/task').map((thread) => Number(statOf(thread)[16]))));
	pool.close();
})()`;

test.skipIf(process.platform !== 'linux')(
	'R344: a thread that runs what is for later leaves the processor to those that people wait for',
	() => {
		const { stdout, stderr, status } = spawnSync(
			process.execPath,
			['--import', './src/tools/preflight.js', '--eval', SCRIPT],
			{ cwd: PROJECT, encoding: 'utf8' }
		);
		expect(status, stderr).toBe(0);
		const nice = JSON.parse(stdout) as number[];
		expect(nice.filter((one) => one === 10)).toHaveLength(1);
		expect(nice.filter((one) => one === 0).length).toBe(nice.length - 1);
	}
);
