import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectFolder } from '../project.ts';
import { ReadableError } from '../readable-error.ts';
import { simCommand } from './command.ts';
import { HELP } from './options.ts';
import { Progress } from './progress.ts';

const SCENARIO = join(import.meta.dirname, 'fixtures', 'three-cities.yaml');
const COMMAND = ['--import', './src/tools/preflight.js', 'src/tools/sim.ts'];

let place: string;
beforeAll(() => (place = mkdtempSync(join(tmpdir(), 'patchfall-sim-'))));
afterAll(() => rmSync(place, { recursive: true }));

interface Ended {
	readonly exitCode: number | string;
	readonly stdout: string;
	readonly stderr: string;
}

/** Does what the command does, in this process: to start another one takes longer than most of what it is asked here. */
function sim(...args: string[]): Ended {
	const told = { stdout: '', stderr: '' };
	const ended = (exitCode: number) => ({ exitCode, ...told });
	try {
		simCommand(args, {
			say: (text) => (told.stdout += text + '\n'),
			complain: (text) => (told.stderr += text + '\n'),
			progress: new Progress({ isTTY: false, write: () => true })
		});
		return ended(0);
	} catch (error) {
		if (!(error instanceof ReadableError)) throw error;
		told.stderr += error.message + '\n';
		return ended(1);
	}
}

/** Runs the real command. */
function realSim(...args: string[]): Promise<Ended> {
	return new Promise((resolve) => {
		execFile(process.execPath, [...COMMAND, ...args], { cwd: projectFolder }, (error, stdout, stderr) =>
			resolve({ exitCode: error?.code ?? 0, stdout, stderr })
		);
	});
}

interface Final {
	readonly stateHash: string;
	readonly minute: number;
	readonly seed: string;
	readonly frame: { readonly world: { readonly everCrashed: number } };
	readonly harm: Readonly<
		Record<string, { index: number; terms: { value: number; noneValue: number; harm: number }[] }>
	>;
}

/** Plays the small scenario into a folder of its own and reads what came out. */
function played(name: string, ...args: string[]): Final & { readonly log: string } {
	const out = join(place, name);
	const { exitCode, stderr } = sim('--scenario', SCENARIO, '--every', '60', '--out', out, ...args);
	expect([exitCode, stderr]).toEqual([0, '']);
	const final = JSON.parse(readFileSync(join(out, 'final.json'), 'utf8')) as Final;
	return { ...final, log: join(out, 'play.log.json') };
}

function save(name: string, text: string): string {
	const file = join(place, name);
	writeFileSync(file, text);
	return file;
}

describe('a headless run', () => {
	test('writes curves, events, the last minute and the log, and says so', () => {
		const out = join(place, 'all');
		const { exitCode, stdout, stderr } = sim('--scenario', SCENARIO, '--out', out);
		expect([exitCode, stderr]).toEqual([0, '']);
		expect(readdirSync(out).sort()).toEqual(['curves.csv', 'events.jsonl', 'final.json', 'play.log.json']);
		const final = JSON.parse(readFileSync(join(out, 'final.json'), 'utf8')) as Final;
		expect(final.stateHash).toMatch(/^[0-9a-f]{16}$/);
		expect(stdout).toContain(final.stateHash);
		const events = readFileSync(join(out, 'events.jsonl'), 'utf8').trim().split('\n');
		const entries = events.map((line) => JSON.parse(line) as { minute: number; utc: string; type: string });
		expect(entries).toContainEqual(expect.objectContaining({ minute: 12, type: 'injectReleased' }));
		expect(entries).toContainEqual(
			expect.objectContaining({ minute: 45, utc: '2030-03-04T22:45Z', type: 'decisionCommitted' })
		);
		expect(entries.map(({ minute }) => minute)).toEqual(
			entries.map(({ minute }) => minute).sort((a, b) => a - b)
		);
	});

	test('crashes more hosts when nobody acts than on the record', () => {
		const record = played('record');
		const none = played('none', '--policy', 'none');
		expect(none.frame.world.everCrashed).toBeGreaterThan(record.frame.world.everCrashed);
	});

	test('is the same again with the same seed, and another with another', () => {
		const one = played('one', '--seed', 'a');
		const again = played('again', '--seed', 'a');
		const other = played('other', '--seed', 'b');
		expect(again.stateHash).toBe(one.stateHash);
		expect(other.stateHash).not.toBe(one.stateHash);
	});

	test('plays one role by its character beside the record, and says what each role is judged by', () => {
		const record = played('harm-record', '--cut', 'short');
		const fast = played('harm-fast', '--cut', 'short', '--policy', 'fast', '--role', 'vendor-desk');
		const none = played('harm-none', '--cut', 'short', '--policy', 'none');
		expect(Object.keys(record.harm)).toEqual(['vendor-desk']);
		expect(none.harm['vendor-desk'].index).toBe(1);
		expect(record.harm['vendor-desk'].index).toBeLessThan(1);
		expect(fast.harm['vendor-desk'].index).toBeLessThan(record.harm['vendor-desk'].index);
		const { value, noneValue, harm } = record.harm['vendor-desk'].terms[0];
		expect(harm).toBe(value / noneValue);
	});

	test('releases an inject when its condition comes to hold, and its log does so again', () => {
		const none = played('told', '--policy', 'none', '--cut', 'short', '--seed', 'x');
		const log = readFileSync(none.log, 'utf8');
		expect(log.match(/"still-going-out"/g)).toHaveLength(1);
		expect(log).toMatch(/"inject":"still-going-out","atMin":30/);
		const again = played('told-again', '--policy', none.log);
		expect(readFileSync(again.log, 'utf8')).toBe(log);
	});

	test.each(['cautious', 'thrifty', 'expert', 'random'])('has a character called %s', (policy) => {
		expect(played(policy, '--policy', policy, '--cut', 'short').minute).toBe(2880);
	});

	test('stops at the first minute of the grid that it is asked for', () => {
		expect(played('until', '--until', '131').minute).toBe(140);
	});

	test('sets levers before the incident: a rollout that is held crashes fewer', () => {
		// So few hosts give a gate its sample only where it asks for a small one.
		const gate = ['--set', 'rollout.plan=two-rings', '--set', 'rollout.gateInstalls=10'];
		const halted = played('halted', '--policy', 'none', ...gate);
		const none = played('not-halted', '--policy', 'none');
		expect(halted.frame.world.everCrashed).toBeLessThan(none.frame.world.everCrashed);
	});
});

describe('a log that a run has saved', () => {
	test('played again comes to the same state, whatever was set', () => {
		const levers = ['fleet.secondVendorShare@fenwick-general=0.5', 'repair.handsMin[server]@hospitals=5'];
		const set = levers.flatMap((lever) => ['--set', lever]);
		const first = played('first', '--seed', 'x', '--until', '900', ...set);
		const again = played('first-again', '--policy', first.log);
		expect(again).toMatchObject({ stateHash: first.stateHash, seed: 'x', minute: 900 });
		expect(readFileSync(again.log, 'utf8')).toBe(readFileSync(first.log, 'utf8'));
	});

	test('can be played on, under another seed, and with a lever changed: that is another play', () => {
		const first = played('base', '--until', '300');
		const further = played('further', '--policy', first.log, '--until', '600');
		const straight = played('straight', '--until', '600');
		expect(further.stateHash).toBe(straight.stateHash);
		const seeded = played('seeded', '--policy', first.log, '--seed', 'y');
		const changed = played('changed', '--policy', first.log, '--set', 'update.pollMin=30');
		expect(new Set([first, seeded, changed].map(({ stateHash }) => stateHash)).size).toBe(3);
	});

	test('is played again with its scenario told in other words', () => {
		const first = played('told', '--until', '100');
		const retold = readFileSync(SCENARIO, 'utf8').replace('Three cities', 'Three towns');
		const file = save('retold.yaml', retold);
		const out = join(place, 'retold');
		const { exitCode, stderr } = sim('--scenario', file, '--policy', first.log, '--out', out);
		expect([exitCode, stderr]).toEqual([0, '']);
	});

	test('is refused when it is not what it says, or of another scenario or engine', () => {
		const { log } = played('true', '--until', '100');
		const text = readFileSync(log, 'utf8');
		const other = readFileSync(SCENARIO, 'utf8');
		const again = (file: string, scenario = SCENARIO) =>
			sim('--scenario', scenario, '--policy', file, '--out', join(place, 'refused'));
		const refusals = [
			again(
				save('false.log.json', text.replace(/"stateHash":"[0-9a-f]+"/, '"stateHash":"0123456789abcdef"'))
			),
			again(log, save('renamed.yaml', other.replace('id: three-cities', 'id: four-cities'))),
			again(log, save('changed.yaml', other.replace('unitsPerDay: 4000', 'unitsPerDay: 4001'))),
			again(save('newer.log.json', text.replace(/"engineVersion":"[^"]+"/, '"engineVersion":"99"'))),
			again(save('cut.log.json', text.slice(0, text.length / 2))),
			again(save('strange.log.json', text.replace('"vendor-desk","role"', '"desk","role"')))
		];
		const reasons = [
			'says that its world came to state 0123456789abcdef at minute',
			"is a log of the scenario 'three-cities', not of 'four-cities'",
			'has changed since',
			'was played with version 99 of the physics',
			'cut off',
			/strange\.log\.json:\d+:\d+ events\[\d+\]\.seat: nobody has the seat/
		];
		refusals.forEach(({ exitCode, stderr }, index) => {
			expect(exitCode).toBe(1);
			expect(stderr).toMatch(reasons[index]);
			expect(stderr).not.toMatch(/^\s+at /m);
		});
	});
});

describe('what cannot be run is refused with a reason, without a stack, and nothing is written', () => {
	const good = ['--scenario', SCENARIO];
	test.each<[string, string[], string | RegExp]>([
		['no scenario', [], 'Say what to run'],
		['a scenario that is not there', ['--scenario', 'july-2042'], "Did you mean 'july-2024'?"],
		['a scenario that is a folder', ['--scenario', '.'], 'is a folder'],
		['a file that is no scenario', ['--scenario', 'package.json'], /package\.json:\d+:\d+ .*\. /],
		['an unknown policy', [...good, '--policy', 'recrod'], 'Did you mean record?'],
		['a policy that is no log', [...good, '--policy', 'package.json'], 'this is not a log of an exercise'],
		[
			'a role that there is not',
			[...good, '--role', 'pilot'],
			"has no role 'pilot'. It has: vendor-desk, hospital"
		],
		['a cut that there is not', [...good, '--cut', 'full'], "has no cut 'full'. It has: short"],
		['a world without a log', [...good, '--world', 'shared'], '--world is for a log'],
		['a role for a log', [...good, '--policy', 'package.json', '--role', 'hospital'], '--role is for a bot'],
		['an unknown option', [...good, '--polcy', 'none'], 'Did you mean --policy?'],
		['an unknown lever', [...good, '--set', 'update.polMin=2'], "Did you mean 'update.pollMin'?"],
		['a value out of range', [...good, '--set', 'update.pollMin=-2'], 'Keep it between'],
		['a minute past the end', [...good, '--until', '2881'], "'three-cities' ends at minute 2880"]
	])('%s', (name, args, reason) => {
		const out = join(place, `never-${name.replaceAll(' ', '-')}`);
		const { exitCode, stdout, stderr } = sim(...args, '--out', out);
		expect([exitCode, stdout]).toEqual([1, '']);
		expect(stderr).toMatch(reason);
		expect(stderr).not.toMatch(/^\s+at /m);
		expect(existsSync(out)).toBe(false);
	});

	test('a folder for results that is not said, or is a file', () => {
		const file = save('occupied', '');
		const [unsaid, occupied] = [sim(...good), sim(...good, '--out', file)];
		expect(unsaid).toMatchObject({ exitCode: 1, stderr: 'Say where the results go: --out DIR.\n' });
		expect(occupied.exitCode).toBe(1);
		expect(occupied.stderr).toContain('a file of that name is in the way');
	});
});

describe('the command itself', () => {
	test('explains itself and succeeds', async () => {
		expect(await realSim('--help')).toEqual({ exitCode: 0, stdout: HELP + '\n', stderr: '' });
	});

	test('says what is wrong without a stack, and fails', async () => {
		const { exitCode, stdout, stderr } = await realSim('--scenario', SCENARIO);
		expect({ exitCode, stdout, stderr }).toEqual({
			exitCode: 1,
			stdout: '',
			stderr: 'Say where the results go: --out DIR.\n'
		});
	});
});
