import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { projectFolder } from '../project.ts';

const COMMAND = ['--import', './src/tools/preflight.js', 'src/tools/start.ts'];

let place: string;
beforeEach(() => (place = mkdtempSync(join(tmpdir(), 'patchfall-start-'))));
afterEach(() => rmSync(place, { recursive: true }));

/** Runs the real command until it ends by itself; it must do so before it builds anything. */
function startAndFail(env: Record<string, string>, ...args: string[]) {
	return new Promise<{ exitCode: number | null; message: string }>((resolve, reject) => {
		const child = spawn(process.execPath, [...COMMAND, ...args], {
			cwd: projectFolder,
			env: { ...process.env, PATCHFALL_DATA: join(place, 'data'), ...env }
		});
		let message = '';
		child.stderr.on('data', (chunk) => (message += chunk));
		child.once('error', reject).once('close', (exitCode) => resolve({ exitCode, message }));
	});
}

describe('npm start ends with exit code 1 and a message without a stack', () => {
	test('when the port is in use: one sentence with what to do', async () => {
		const occupant = createServer();
		await new Promise<void>((resolve) => occupant.listen(0, '0.0.0.0', resolve));
		const { port } = occupant.address() as AddressInfo;
		const { exitCode, message } = await startAndFail({ PORT: String(port) });
		occupant.close();
		expect(exitCode).toBe(1);
		expect(message).toBe(
			`Port ${port} is already in use: stop the program that uses it, or take another port with "npm start -- --port ${port + 1}".\n`
		);
	});

	test('when a file stands where the data folder should be', async () => {
		const file = join(place, 'data');
		writeFileSync(file, '');
		const { exitCode, message } = await startAndFail({ PORT: '0' }, '--no-build');
		expect(exitCode).toBe(1);
		expect(message).toBe(
			`Cannot write to ${file}, the folder for saved rooms: a file of that name is in the way.\n` +
				'Name another folder, for example with "npm start -- --data /tmp/patchfall".\n'
		);
	});

	test('when PORT is not a port', async () => {
		const { exitCode, message } = await startAndFail({ PORT: 'eighty' });
		expect(exitCode).toBe(1);
		expect(message).toBe('PORT is "eighty", which is not a port. Give a whole number from 0 to 65535.\n');
	});

	test('when ORIGIN has a path, which no link would keep', async () => {
		const { exitCode, message } = await startAndFail({ ORIGIN: 'https://rooms.example/patchfall' });
		expect(exitCode).toBe(1);
		expect(message).toBe(
			'ORIGIN is "https://rooms.example/patchfall", which goes on after the name of the server. Patchfall is served at ' +
				'the root of an address, not below a path: give it a name or a port of its own, such as ' +
				'https://patchfall.rooms.example.\n'
		);
	});

	// The only way to see a read-only disk for real, and open to root on Linux alone.
	test.runIf(canMount())('when the disk is read-only', () => {
		const script = `mount -t tmpfs -o ro none "${place}" && exec "${process.execPath}" ${COMMAND.join(' ')} --no-build`;
		const { status, stderr } = spawnSync('unshare', ['--mount', 'sh', '-c', script], {
			cwd: projectFolder,
			encoding: 'utf8',
			env: { ...process.env, PORT: '0', PATCHFALL_DATA: join(place, 'data') }
		});
		expect(status).toBe(1);
		expect(stderr).toContain(`Cannot write to ${join(place, 'data')}`);
		expect(stderr).toContain('it is on a read-only disk');
	});
});

function canMount(): boolean {
	const trial = spawnSync('unshare', ['--mount', 'sh', '-c', `mount -t tmpfs -o ro none "${tmpdir()}"`]);
	return trial.status === 0;
}
