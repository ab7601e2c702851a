import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readOptions } from '../decisions/options.ts';
import { loadPack } from '../packs.ts';
import { newScenarioCommand } from './command.ts';

let folder: string;
let said: string[];
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'patchfall-new-'));
	said = [];
});
afterEach(() => rmSync(folder, { recursive: true }));
const write = (...args: string[]) =>
	newScenarioCommand([...args, '--out', folder], (text) => said.push(text));

test('R233: npm run new-scenario writes one file, which holds and can be played', () => {
	write('My town');
	const file = join(folder, 'my-town.yaml');
	expect(said.join()).toContain('my-town.yaml is written');
	const { scenario } = loadPack(file);
	expect(scenario.title.en).toBe('My town');
	expect(scenario.cuts.some((cut) => cut.for === undefined)).toBe(true);
});

test('R233: it never takes the place of a file, and says so', () => {
	write('My town');
	const before = readFileSync(join(folder, 'my-town.yaml'), 'utf8');
	expect(() => write('My Town')).toThrow(/There is a file .*my-town\.yaml already, and it is left as it is/);
	expect(readFileSync(join(folder, 'my-town.yaml'), 'utf8')).toBe(before);
});

test.each([
	['a name without letters', ['!!!'], /has no letter or digit/],
	['no name', [], /Say what to call it/]
])('R233: %s is refused with what to do', (_what, args, message) => {
	expect(() => write(...args)).toThrow(message);
});

test('R235: which decision moves what is asked of an author’s file by its path, of one role or of all', () => {
	expect(readOptions(['--scenario', 'mine.yaml'])).toMatchObject({ scenario: 'mine.yaml', role: null });
	expect(readOptions(['--scenario', 'mine.yaml', '--role', 'clinic'])).toMatchObject({ role: 'clinic' });
	expect(readOptions(['airline'])).toMatchObject({ role: 'airline' });
	expect(readOptions(['--help'])).toContain('which decision of a scenario moves what');
});
