import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { wholeFile } from '../lib/scenario/faults/fault.ts';
import { builtInScenarios, faultsText, loadPack, readText } from './packs.ts';

describe('built-in scenarios', () => {
	test('are named, the reference scenario among them, and the shared model parameters are none', () => {
		expect(builtInScenarios()).toContain('july-2024');
		expect(builtInScenarios()).not.toContain('model');
	});

	test.each(builtInScenarios())('%s loads, compiles and has hosts', (name) => {
		const { scenario, model, exercise } = loadPack(name);
		expect(scenario.id).toBe(name);
		expect(exercise.id).toBe(name);
		expect(model.cells.hosts.reduce((sum, hosts) => sum + hosts, 0)).toBeGreaterThan(0);
	});

	test('one that is not there is refused with the nearest that is', () => {
		expect(() => loadPack('july-2042')).toThrow(
			"There is no built-in scenario 'july-2042' and no file of that name. Did you mean 'july-2024'?"
		);
	});
});

describe('an author’s file', () => {
	let place: string;
	beforeEach(() => (place = mkdtempSync(join(tmpdir(), 'patchfall-packs-'))));
	afterEach(() => rmSync(place, { recursive: true }));

	test('that is wrong is refused with line, column, path and remedy', () => {
		const file = join(place, 'mine.yaml');
		writeFileSync(file, 'format: 1\nid: Mine\n');
		expect(() => loadPack(file)).toThrow(/mine\.yaml:2:5 id: this is not an id\. Use lower-case/);
	});

	test('with many faults is refused with the first twenty and their number', () => {
		const fault = wholeFile('f', { code: 'empty', params: {} });
		const lines = faultsText('f', Array(23).fill(fault)).split('\n');
		expect(lines).toHaveLength(22);
		expect(lines[0]).toContain('23 things are wrong');
		expect(lines.at(-1)).toBe('  and 3 more');
	});

	test('that is a folder or missing is refused as that', () => {
		expect(() => readText(place)).toThrow('is a folder');
		expect(() => readText(join(place, 'none'))).toThrow('there is no such file');
	});

	test.runIf(existsSync('/dev/zero'))('that never ends is not read', () => {
		expect(() => readText('/dev/zero')).toThrow('far too large');
	});
});
