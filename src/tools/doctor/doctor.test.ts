import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { networkShareOf } from '../../lib/server/preflight/network-share.ts';
import { openSqliteRooms } from '../../lib/server/stores/sqlite-rooms-store.ts';
import { ROOMS_FILE } from '../../lib/server/stores/open-database.ts';
import { projectFolder } from '../project.ts';
import { findingsText, good, problem, warning } from './finding.ts';
import { folderFindings } from './folder.ts';
import { addressFinding, placeFindings, runningFinding } from './place.ts';
import { clockFinding, storeFindings } from './store.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'patchfall-doctor-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const NOW_MS = Date.UTC(2027, 0, 1);
const PLACE = { port: 3000, host: '0.0.0.0', origin: null, metrics: null };
const levels = (findings: readonly { readonly level: string }[]) => findings.map(({ level }) => level);

describe('the folder of saved rooms', () => {
	const free = (mb: number) => async () => mb * 1e6;
	const onDisk = async () => null;

	test('a disk of this machine with room on it is good', async () => {
		expect(levels(await folderFindings(folder, onDisk, free(5000)))).toEqual(['good', 'good', 'good']);
	});

	test('a network share is refused, with what it is and what to do', async () => {
		const [share] = await folderFindings(folder, async () => 'NFS', free(5000));
		expect(share).toMatchObject({ level: 'problem', says: expect.stringContaining('network share (NFS)') });
		expect(share!.remedy).toContain('--data');
	});

	test.each([
		[0x6969, 'NFS'],
		[0xff534d42 | 0, 'CIFS'],
		[0xef53, null]
	])('a file system of kind %i is taken for %s', async (kind, share) => {
		expect(await networkShareOf(join(folder, 'not', 'there', 'yet'), async () => kind)).toBe(share);
	});

	test('a share of Windows is known by its name', async () => {
		expect(await networkShareOf('\\\\server\\rooms')).toBe('Windows');
	});

	test('little room is a warning, hardly any a problem', async () => {
		expect(levels(await folderFindings(folder, onDisk, free(500)))[2]).toBe('warning');
		expect(levels(await folderFindings(folder, onDisk, free(50)))[2]).toBe('problem');
	});

	test('a folder that cannot be written to is said with why', async () => {
		writeFileSync(join(folder, 'file'), '');
		const [, writing] = await folderFindings(join(folder, 'file'), onDisk, free(5000));
		expect(writing).toMatchObject({ level: 'problem', says: expect.stringContaining('a file of that name') });
	});
});

describe('what is kept', () => {
	test('is opened and counted, also while a server holds it, and nothing is changed', async () => {
		const store = openSqliteRooms(folder);
		await store.seats.addRoom('r1');
		const findings = await storeFindings({ kind: 'sqlite', dataFolder: folder }, Date.now());
		expect(findings[0]).toEqual(good('1 room is kept, and can be opened.'));
		await store.close();
	});

	test('that is damaged is a problem with a remedy', async () => {
		writeFileSync(
			join(folder, ROOMS_FILE),
			'no database, but long enough to look like something that was one'
		);
		const [kept] = await storeFindings({ kind: 'sqlite', dataFolder: folder });
		expect(kept).toMatchObject({ level: 'problem', remedy: expect.stringContaining('room:restore') });
	});

	test('in a PostgreSQL that is not there is a problem that repeats no password', async () => {
		const [kept] = await storeFindings({ kind: 'postgres', url: 'postgres://me:secret@127.0.0.1:9/rooms' });
		expect(kept!.level).toBe('problem');
		expect(`${kept!.says} ${kept!.remedy}`).toMatch(/127\.0\.0\.1:9 cannot be used[^]*Start it/);
		expect(JSON.stringify(kept)).not.toContain('secret');
	});
});

describe('the clock', () => {
	test.each([
		['goes right', NOW_MS, NOW_MS - 1000, null, 'good'],
		['was never set', 0, null, null, 'problem'],
		['was set back since rooms were kept', NOW_MS, NOW_MS + 3_600_000, null, 'problem'],
		['goes otherwise than that of PostgreSQL', NOW_MS, null, NOW_MS + 60_000, 'warning']
	])('%s', (_what, nowMs, writtenMs, elsewhereMs, level) =>
		expect(clockFinding(nowMs, writtenMs, elsewhereMs).level).toBe(level)
	);
});

describe('port and address', () => {
	test('a port that is taken is named, with another', async () => {
		const occupant = createServer();
		await new Promise<void>((resolve) => occupant.listen(0, '0.0.0.0', resolve));
		const { port } = occupant.address() as AddressInfo;
		const [finding] = await placeFindings({ ...PLACE, port });
		occupant.close();
		expect(finding).toMatchObject({ level: 'problem', says: `Port ${port} is already in use.` });
		expect(finding!.remedy).toContain(`--port ${port + 1}`);
	});

	test('a server that runs is good once it is ready; one that cannot read its rooms is said to try again', () => {
		expect(runningFinding(3000, { notReady: null }).level).toBe('good');
		const cannot = runningFinding(3000, { notReady: 'roomsNotRestored' });
		expect(cannot).toMatchObject({
			level: 'problem',
			says: expect.stringContaining('tries again every two seconds')
		});
		expect(cannot.remedy).toContain('roomsNotRestored');
	});

	test('no network, or only this machine, is a warning', async () => {
		expect((await addressFinding(PLACE, null, ['192.168.1.20'])).says).toContain('http://192.168.1.20:3000');
		expect((await addressFinding(PLACE, null, [])).level).toBe('warning');
		expect((await addressFinding({ ...PLACE, host: '127.0.0.1' }, null, ['192.168.1.20'])).level).toBe(
			'warning'
		);
	});

	test('an address that leads elsewhere is a problem', async () => {
		const running = { instance: 'i', notReady: null };
		const origin = 'http://127.0.0.1:9';
		expect((await addressFinding({ ...PLACE, origin }, running)).level).toBe('problem');
		expect((await addressFinding({ ...PLACE, origin }, null)).level).toBe('good');
	});
});

test('each finding has a sentence and what to do; the last line says whether something is in the way', () => {
	const text = findingsText([
		good('All is well.'),
		warning('Little room.', 'Make some.'),
		problem('No clock.', 'Set it.')
	]);
	expect(text).toBe(
		'ok       All is well.\nwarning  Little room.\n         Make some.\nPROBLEM  No clock.\n         Set it.\n\n1 problem: mend that first.'
	);
});

test.each([
	['nothing is in the way', null, 0],
	['something is', '/dev/null/rooms', 1]
])('npm run doctor ends with its exit code where %s', async (_what, data, code) => {
	const doctor = [
		'--import',
		'./src/tools/preflight.js',
		'src/tools/doctor.ts',
		'--port',
		'0',
		'--data',
		data ?? folder
	];
	const said = await new Promise<{ code: number | null; text: string }>((resolve) => {
		const child = spawn(process.execPath, doctor, { cwd: projectFolder });
		let text = '';
		child.stdout.on('data', (chunk) => (text += chunk));
		child.stderr.on('data', (chunk) => (text += chunk));
		child.once('close', (exit) => resolve({ code: exit, text }));
	});
	expect(said.code, said.text).toBe(code);
	expect(said.text).toContain('Node ');
});
