import { expect, test } from '@playwright/test';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { namedByBuild } from '../src/tools/package/licences.ts';

/* One file to hand on: `npm pack` makes it, and npx starts it in an empty folder, without a network. */

const project = join(import.meta.dirname, '..');
const shell = process.platform === 'win32';
/** What npm starts is to be the Node that runs this. */
const withNode = {
	...process.env,
	PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`
};
const npm = (args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}) =>
	spawnSync('npm', args, { cwd, shell, encoding: 'utf8', env: { ...withNode, ...env } });

let place: string;
let tarball: string;

test.describe.configure({ mode: 'serial' });
test.beforeAll(() => {
	const version = npm(['--version'], project);
	test.skip(
		version.status !== 0,
		'There is no npm on this machine; it comes with Node from https://nodejs.org.'
	);
	place = mkdtempSync(join(tmpdir(), 'patchfall-package-'));
	const before = readFileSync(join(project, 'package.json'), 'utf8');
	const packed = npm(['pack', '--pack-destination', place], project, { PATCHFALL_SKIP_BUILD: '1' });
	const kept = join(project, 'package.project.json');
	if (existsSync(kept)) renameSync(kept, join(project, 'package.json'));
	expect(packed.status, packed.stderr).toBe(0);
	expect(readFileSync(join(project, 'package.json'), 'utf8')).toBe(before);
	tarball = readdirSync(place).find((name) => name.endsWith('.tgz'))!;
	const installed = npm(['install', '--prefix', place, '--offline', join(place, tarball)], place);
	expect(installed.status, installed.stderr).toBe(0);
});
test.afterAll(() => {
	if (place !== undefined) rmSync(place, { recursive: true, force: true });
});

const inside = (...path: string[]) => join(place, 'node_modules', 'patchfall', ...path);

test('the package holds the built app, the licences of what is in it, and nothing that only a build needs', () => {
	const { dependencies, ...rest } = JSON.parse(readFileSync(inside('package.json'), 'utf8')) as {
		dependencies: Record<string, string>;
	};
	expect(Object.keys(rest)).not.toContain('devDependencies');
	expect(Object.keys(rest)).not.toContain('optionalDependencies');
	// What it needs is in it: npm has nothing to fetch.
	for (const name of Object.keys(dependencies))
		expect(
			existsSync(inside('node_modules', name, 'package.json')) ||
				existsSync(join(place, 'node_modules', name)),
			name
		).toBe(true);
	const files = readdirSync(inside(), { recursive: true, encoding: 'utf8' }).filter(
		(file) => !/node_modules/.test(file)
	);
	expect(files).toContain(join('package', 'build', 'handler.js'));
	expect(files.filter((file) => /\.ts$|\.test\.|\.map$/.test(file))).toEqual([]);
	const licences = readFileSync(inside('package', 'LICENCES.txt'), 'utf8');
	const whole = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as typeof rest & {
		dependencies: Record<string, string>;
	};
	for (const name of [...Object.keys(whole.dependencies), ...namedByBuild(join(project, 'build')), 'svelte'])
		expect(licences, name).toMatch(new RegExp(`^${name.replace(/[/.]/g, '\\$&')} \\d+\\.\\S+ \\(`, 'm'));
	expect(licences).toContain('SIL OPEN FONT LICENSE');
});

test('npx starts it in an empty folder, without a network, and keeps rooms where it is told', async () => {
	const folder = join(place, 'empty');
	mkdirSync(folder);
	const beganMs = performance.now();
	const server = spawn(
		'npx',
		['--yes', `../${tarball}`, '--port', '0', '--data', 'rooms'],
		// A cache of its own: nothing that somebody has fetched before is needed.
		{
			cwd: folder,
			shell,
			detached: !shell,
			env: { ...withNode, npm_config_offline: 'true', npm_config_cache: join(place, 'cache') }
		}
	);
	const ended = new Promise((resolve) => server.once('exit', resolve));
	try {
		let said = '';
		server.stderr.on('data', (text) => (said += text));
		await new Promise<void>((resolve, reject) => {
			server.stdout.on('data', (text) => (said += text).includes('Ctrl+C stops it') && resolve());
			void ended.then(() => reject(new Error(said)));
		});
		const tookS = (performance.now() - beganMs) / 1000;
		test.info().annotations.push({ type: 'seconds to start', description: tookS.toFixed(1) });
		// On a machine that does something else as well, it says nothing of the package.
		if (loadavg()[0]! < availableParallelism()) expect(tookS).toBeLessThan(20);
		expect(said).not.toMatch(/build|warning/i);
		const url = /On this machine +(http:\S+)/.exec(said)![1]!;
		const page = await fetch(`${url}/host`);
		expect([page.status, page.headers.get('content-type')]).toEqual([
			200,
			expect.stringContaining('text/html')
		]);
		const teams = [{ id: 'sky', name: 'Sky', roles: ['airline'] }];
		const setup = { scenarioId: 'july-2024', cut: 'short', seed: 'a', teams, bots: {} };
		const headers = { 'Content-Type': 'application/json' };
		const opened = await fetch(`${url}/api/rooms`, {
			method: 'POST',
			headers,
			body: JSON.stringify({ setup })
		});
		expect(opened.status, await opened.text()).toBe(201);
		expect(readdirSync(folder)).toEqual(['rooms']);
	} finally {
		// npx starts it in a process of its own; one that has ended has none.
		if (server.exitCode === null && server.signalCode === null) {
			if (shell) server.kill();
			else process.kill(-server.pid!, 'SIGTERM');
		}
		await ended;
	}
});

const run = (args: readonly string[], node: readonly string[] = []) =>
	spawnSync(process.execPath, [...node, inside('package', 'src', 'tools', 'patchfall.js'), ...args], {
		cwd: place,
		encoding: 'utf8'
	});

test('it says what it can do, and what is in its way', () => {
	expect(run(['--help']).stdout).toMatch(/patchfall doctor[^]*--port 3000[^]*--data/);
	const doctor = run(['doctor', '--data', 'rooms', '--port', '0']);
	expect(doctor.stdout, doctor.stderr).toContain('No rooms have been kept yet.');
	expect(run(['room:log', '--help']).stdout).toContain('room:backup');
	expect(run(['--prot', '1']).stderr).toContain('Did you mean --port?');
});

test('a Node that is too old is told so, and how to get another', () => {
	const older = `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.11.1'})`;
	const { status, stderr } = run([], ['--import', older]);
	expect(status).toBe(1);
	expect(stderr).toBe(
		'This is Node 20.11.1; Patchfall runs on Node 22.17 or newer.\nInstall Node 22.17 or newer from https://nodejs.org and try again.\n'
	);
});
