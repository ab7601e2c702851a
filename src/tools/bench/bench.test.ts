import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { projectFolder } from '../project.ts';

function bench(...args: string[]) {
	const command = ['--import', './src/tools/preflight.js', 'src/tools/bench.ts', ...args];
	return spawnSync(process.execPath, command, { cwd: projectFolder, encoding: 'utf8' });
}

test('--help explains and measures nothing', () => {
	const { status, stdout, stderr } = bench('--help');
	expect([status, stderr]).toEqual([0, '']);
	expect(stdout).toContain('--json FILE');
});

test.each([
	[['--jsn', 'x'], 'Did you mean --json?'],
	[['--json'], '--json needs a value'],
	[['--only', 'maps'], 'Choose of: physics, rivals, debrief, attribution, outages, play, map'],
	[['--json', 'package.json/figures.json'], 'Cannot write to package.json']
])('%j is refused before anything is measured', (args, reason) => {
	const { status, stdout, stderr } = bench(...args);
	expect([status, stdout]).toEqual([1, '']);
	expect(stderr).toContain(reason);
	expect(stderr).not.toMatch(/Measuring|^\s+at /m);
});
