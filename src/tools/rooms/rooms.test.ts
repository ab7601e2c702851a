import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Browser } from '../../lib/server/rooms-api/testing/browser.ts';
import { dataFolder, startRooms, type RoomsServer } from '../../lib/server/rooms-api/testing/rooms-server.ts';
import { roomsCommand } from './command.ts';

let data: ReturnType<typeof dataFolder>;
let server: RoomsServer | null;
beforeEach(async () => {
	data = dataFolder();
	server = await startRooms({ dataFolder: data.folder });
});
afterEach(async () => {
	await stop();
	data.remove();
});

async function stop() {
	await server?.close();
	server = null;
}

/** What a command says, or why it does not do it. */
async function run(...args: readonly string[]): Promise<string> {
	const said: string[] = [];
	try {
		await roomsCommand(args, { PATCHFALL_DATA: data.folder }, (text) => said.push(text));
	} catch (error) {
		return `refused: ${(error as Error).message}`;
	}
	return said.join('\n');
}

/** A room in which Ana has advised, and nothing else. */
async function roomWithAna(): Promise<string> {
	const browser = new Browser(server!.url);
	const { code } = await browser.open();
	const ana = await browser.join(code, 'player', 'sky', 'Ana Unmistakable');
	await ana.ask({ type: 'writePad', text: 'a private thought', base: 0 });
	return code;
}
const file = (name: string) => join(data.folder, name);

describe('R145: what is kept of rooms is copied, listed and saved while the server runs', () => {
	test('a backup is whole, for its owner alone, and takes no other file’s place', async () => {
		const code = await roomWithAna();
		expect(await run('backup', '--to', file('copy.sqlite'))).toContain('holds 1 room');
		expect(statSync(file('copy.sqlite')).mode & 0o077).toBe(0);
		expect(await run('backup', '--to', file('copy.sqlite'))).toContain('is there already');
		expect(existsSync(file('copy.sqlite.partly'))).toBe(false);
		expect(await run('log')).toContain(`${code}  opened `);
	});

	test('a log is a file that opens again, and names nobody', async () => {
		const code = await roomWithAna();
		expect(await run('log', '--room', code.toLowerCase(), '--to', file('log.json'))).toContain(code);
		const text = readFileSync(file('log.json'), 'utf8');
		expect(JSON.parse(text)).toMatchObject({ format: 'patchfall-log' });
		expect(text).toContain('exerciseCreated');
		expect(text).not.toContain('Unmistakable');
	});

	test('what is asked for is named where it is missing', async () => {
		const code = await roomWithAna();
		const other = code === 'AAAAA' ? 'CCCCC' : 'AAAAA';
		expect(await run('log', '--room', other)).toContain(`There are: ${code}.`);
		expect(await run('log', '--room', 'O0')).toContain('is no code of a room');
		expect(await run('backup')).toContain('--to FILE');
		expect(await run('backup', '--too', 'x')).toContain('Did you mean --to?');
		expect(await run('explode')).toContain('no command "explode"');
		expect(await run('erase', '--help')).toContain('room:erase');
	});
});

describe('R146: what changes rooms behind a server’s back is done only while none runs', () => {
	test('restoring and erasing say so, and what to do instead', async () => {
		const code = await roomWithAna();
		await run('backup', '--to', file('copy.sqlite'));
		expect(await run('restore', '--from', file('copy.sqlite'))).toContain('Stop it');
		expect(await run('erase', '--room', code)).toContain('at its desk');
	});

	test('a restored copy has every room, and what was there is kept', async () => {
		const code = await roomWithAna();
		await run('backup', '--to', file('copy.sqlite'));
		await stop();
		expect(await run('erase', '--room', code)).toContain('is gone');
		expect(await run('log')).toBe('No rooms are saved.');
		expect(await run('restore', '--from', file('copy.sqlite'))).toContain('rooms-before-restore-1.sqlite');
		expect(await run('log')).toContain(code);
		server = await startRooms({ dataFolder: data.folder });
		await server.rooms.restored;
		expect(await server.rooms.byCode(code)).toBeDefined();
	});

	test('a file that is no copy is refused, and nothing has happened', async () => {
		const code = await roomWithAna();
		await stop();
		writeFileSync(file('other.sqlite'), 'not a database at all, but long enough to look at');
		expect(await run('restore', '--from', file('other.sqlite'))).toContain('is no backup of rooms');
		expect(await run('restore', '--from', file('missing.sqlite'))).toContain('missing.sqlite');
		expect(await run('log')).toContain(code);
	});

	test('names and texts alone can be erased: no byte of them stays, and the exercise does', async () => {
		const code = await roomWithAna();
		await stop();
		const bytes = () =>
			['rooms.sqlite', 'rooms.sqlite-wal']
				.filter((name) => existsSync(file(name)))
				.map((name) => readFileSync(file(name), 'latin1'))
				.join('');
		expect(bytes()).toContain('Unmistakable');
		expect(await run('erase', '--room', code, '--names')).toContain('can be replayed');
		expect(bytes()).not.toContain('Unmistakable');
		expect(bytes()).not.toContain('a private thought');
		expect(await run('log')).toContain(code);
	});
});
