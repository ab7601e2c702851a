import { strToU8, zipSync } from 'fflate';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keptResults } from '../../lib/client/runs/kept-results.ts';
import { listFrame } from '../../lib/documents/msel-in/list-frame.ts';
import { injectPart } from '../../lib/documents/msel-in/inject-part.ts';
import { readList } from '../../lib/documents/msel-in/read-list.ts';
import { readMsel } from '../../lib/documents/msel-in/read-msel.ts';
import type { RoomEvent } from '../../lib/exercise/log/events.ts';
import { saveLog } from '../../lib/exercise/log/log-file.ts';
import { readLog } from '../../lib/exercise/log/read-log.ts';
import { libraryOnDisk } from '../../lib/node/packs-on-disk.ts';
import { botSeats } from '../../lib/room/opening.ts';
import { playBots } from '../../lib/room/play-through.ts';
import { MemoryLogStore } from '../../lib/room/store/memory-log-store.ts';
import { readBytes } from '../../lib/scenario/parse/read-bytes.ts';
import { isDeep } from '../../lib/sim/testing/deep.ts';
import { readScenario } from '../../lib/server/rooms/own-scenario.ts';
import { openDatabase, ROOMS_FILE } from '../../lib/server/stores/open-database.ts';
import { SqliteLogStore } from '../../lib/server/stores/sqlite-log-store.ts';
import { NO_ANSWERS } from '../../lib/documents/msel-in/reading.ts';
import { documentWords } from '../../lib/text/document-words.ts';
import { loadPack } from '../packs.ts';
import { ReadableError } from '../readable-error.ts';
import { restore } from '../rooms/restore.ts';
import { damagedBytes, damagedText, damagedValue } from './damage.ts';
import { seeded, type Random } from './raw-requests.ts';

/* Files that people bring may be anything. Whoever reads them says what is wrong; none of them fails, hangs or changes anything. */

const SEED = isDeep ? Date.now() % 2 ** 31 : 20_240_719;
/** Inputs to the quickest reader in `npm test`; slower ones get fewer. */
const INPUTS = isDeep ? 30_000 : 1000;
const SLOW_MS = 5000;

/** Reads so many damaged inputs; fails with the seed of one that the reader fails on. */
async function readsAll<Input>(
	count: number,
	damaged: (random: Random) => Input,
	read: (input: Input) => unknown
): Promise<void> {
	const objectBefore = Object.getOwnPropertyNames(Object.prototype).length;
	for (let n = 0; n < count; n++) {
		const input = damaged(seeded(SEED + n));
		const beganMs = performance.now();
		try {
			await read(input);
		} catch (error) {
			if (error instanceof ReadableError) continue;
			throw new Error(`seed ${SEED + n}: ${(error as Error).stack}\n${shown(input)}`, { cause: error });
		}
		expect(performance.now() - beganMs, `seed ${SEED + n} takes long`).toBeLessThan(SLOW_MS);
	}
	expect(Object.getOwnPropertyNames(Object.prototype).length).toBe(objectBefore);
}

const shown = (input: unknown) => {
	const text = input instanceof Uint8Array ? Buffer.from(input).toString('latin1') : String(input);
	return JSON.stringify(text.slice(0, 2000));
};
const half = (random: Random, one: () => string, other: () => string) => (random() < 0.5 ? one() : other());

const { exercise, scenario } = loadPack('july-2024');
const library = libraryOnDisk();

describe('R325: a damaged file is read or refused, and nothing else, where it is', () => {
	test('the log of a room', async () => {
		const { events: all } = playBots(exercise, { seed: '1', seats: botSeats(exercise, 'record') });
		const events: readonly RoomEvent[] = all.slice(0, 60);
		const text = saveLog({ events, results: [] });
		const value = JSON.parse(text) as unknown;
		const damaged = (random: Random) =>
			half(
				random,
				() => damagedText(random, text),
				() => JSON.stringify(damagedValue(random, value))
			);
		let refused = 0;
		await readsAll(INPUTS, damaged, (input) => {
			const reading = readLog(input, 'room.json', () => exercise);
			if (!reading.ok) refused++;
		});
		expect(refused).toBeGreaterThan(INPUTS / 2);
	});

	test('a scenario', async () => {
		const text = readFileSync(join(import.meta.dirname, '../sim/fixtures/three-cities.yaml'), 'utf8');
		expect(readScenario(library, { name: 'three-cities.yaml', text }).ok).toBe(true);
		let refused = 0;
		await readsAll(
			INPUTS / 10,
			(random) => damagedBytes(random, Buffer.from(text)),
			(bytes) => {
				const reading = readBytes(bytes);
				if (!reading.ok || !readScenario(library, { name: 'mine.yaml', text: reading.text }).ok) refused++;
			}
		);
		expect(refused).toBeGreaterThan(INPUTS / 40);
	});

	test.each([
		['list.csv', listCsv()],
		['list.xlsx', listWorkbook()]
	])('a list of injects, %s', async (name, bytes) => {
		const frame = listFrame(scenario, NO_ANSWERS, documentWords.msel);
		const read = (input: Uint8Array) => {
			const reading = readList(name, input);
			if (reading.ok) injectPart(readMsel(reading.tables, frame).injects);
			return reading.ok;
		};
		expect(read(bytes)).toBe(true);
		await readsAll(INPUTS, (random) => damagedBytes(random, bytes), read);
	});

	test('the hot wash of a kept run', async () => {
		const store = new MemoryLogStore<unknown>();
		const events: RoomEvent[] = [];
		await store.create({ head: { id: 'run', writer: 'w', format: 2, summary: {} }, events });
		const messages = [
			{ type: 'opened' },
			{ type: 'room', projection: {} },
			{ type: 'hotWash', hotWash: KEPT }
		];
		await readsAll(
			INPUTS,
			(random) => damagedValue(random, { version: 1 + Math.floor(random() * 3), messages }),
			async (value) => {
				await store.putRow('run', 'results', 'hot-wash', value);
				await keptResults(store, 'run');
			}
		);
	});
});

describe('R325: a damaged backup of rooms', () => {
	let folder: string;
	let copy: string;
	beforeAll(async () => {
		folder = mkdtempSync(join(tmpdir(), 'patchfall-fuzz-'));
		copy = join(folder, 'copy.sqlite');
		const database = openDatabase(folder);
		const store = new SqliteLogStore<unknown>(database);
		for (let n = 0; n < 20; n++)
			await store.create({ head: { id: `${n}`, writer: 'w', format: 2, summary: { n } }, events: [] });
		database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
		database.close();
		copyFileSync(join(folder, ROOMS_FILE), copy);
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	test('takes the place of rooms that are there only where it is whole', async () => {
		const bytes = readFileSync(copy);
		const broken = join(folder, 'broken.sqlite');
		const place = join(folder, ROOMS_FILE);
		await readsAll(
			INPUTS / 10,
			(random) => damagedBytes(random, bytes),
			async (input) => {
				writeFileSync(broken, input);
				try {
					await restore(folder, broken);
				} catch (error) {
					// What was there is still there, and can be opened.
					openDatabase(folder).close();
					throw error;
				}
				openDatabase(folder).close();
			}
		);
		expect(readFileSync(place).length).toBeGreaterThan(0);
	});
});

/** As version 2 had it: what is computed for people is not checked, and what it rests on is. */
const KEPT = {
	finding: { harm: { played: 1, record: 2, none: 3 } },
	outcome: { harm: null, terms: [{ value: { played: 1, record: 2, none: 3 } }], world: {}, own: null },
	losses: { played: 1, record: 2, none: 3 },
	timeSeries: { played: 1, record: 2, none: 3 },
	effects: { a: [{}] },
	turn: { fastest: null, after: { kind: 'lastBefore' } },
	reviews: [{}]
};

function listCsv(): Uint8Array {
	const rows = [
		'Number,Time,Title,Description,From,To',
		...Array.from(
			{ length: 12 },
			(_, n) => `${n + 1},0${n % 10}:30,Call ${n},"Lines ""are"" busy, all",Dispatch,Hospital`
		)
	];
	return strToU8(rows.join('\r\n'));
}

function listWorkbook(): Uint8Array {
	const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
	const relations = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
	const heads = ['Number', 'Time', 'Title', 'Description', 'From', 'To'];
	const cell = (text: string, place: number, row: number) =>
		`<c r="${'ABCDEF'[place]}${row}" t="inlineStr"><is><t>${text}</t></is></c>`;
	const row = (texts: readonly string[], number: number) =>
		`<row r="${number}">${texts.map((text, place) => cell(text, place, number)).join('')}</row>`;
	const body = Array.from({ length: 12 }, (_, n) =>
		row([`${n + 1}`, `0${n % 10}:30`, `Call ${n}`, 'Lines &amp; more', 'Dispatch', 'Hospital'], n + 2)
	);
	return zipSync({
		'xl/workbook.xml': strToU8(
			`<workbook ${main} ${relations}><sheets><sheet name="Injects" sheetId="1" r:id="rId1"/></sheets></workbook>`
		),
		'xl/_rels/workbook.xml.rels': strToU8(
			'<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'
		),
		'xl/worksheets/sheet1.xml': strToU8(
			`<worksheet ${main}><sheetData>${row(heads, 1)}${body.join('')}</sheetData></worksheet>`
		)
	});
}
