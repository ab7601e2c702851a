import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foldLog } from '../../exercise/log/evolve.ts';
import type { RoomEvent } from '../../exercise/log/events.ts';
import { EMPTY_ROOM } from '../../exercise/state.ts';
import { isDeep } from '../../sim/testing/deep.ts';
import { PgDatabase } from '../stores/postgres/pg-database.ts';
import {
	HOW_TO_GET_ONE,
	postgresPrograms,
	startCluster,
	type Cluster
} from '../stores/postgres/testing/cluster.ts';
import { DrivenRoom } from './testing/driven-room.ts';
import { Fleet } from './testing/fleet.ts';

const isThere = postgresPrograms() !== null;
if (!isThere) console.warn(HOW_TO_GET_ONE);

const PROCESSES = 3;
const ROOMS = isDeep ? 20 : 6;
const KILLS = isDeep ? 100 : 5;
const RESTARTS = isDeep ? 20 : 2;
/** Steps a second: such that no room comes to its end meanwhile. */
const PACE = isDeep ? 0.5 : 2;
/** The promise is 5 s; a machine that tests keep busy takes longer. */
const TAKEN_OVER_MS = 30_000;

let cluster: Cluster;
let fleet: Fleet;
let database: PgDatabase;
beforeAll(async () => {
	if (!isThere) return;
	cluster = await startCluster();
	const url = await cluster.newDatabase();
	fleet = new Fleet(url);
	for (let n = 0; n < PROCESSES; n++) await fleet.start();
	database = new PgDatabase(url, 2);
});
afterAll(async () => {
	if (!isThere) return;
	await fleet.stop();
	await database.close();
	await cluster.stop();
});

/** Who runs each room. */
const holders = () =>
	database.query<{ code: string; holder: string | null }>('SELECT code, holder FROM rooms ORDER BY code');

/** Time until every room is run by a process that lives, in ms. */
async function takenOver(): Promise<number> {
	const beganMs = performance.now();
	const alive = () => new Set(fleet.members.map(({ id }) => id));
	const areAllRun = async () =>
		(await holders()).every(({ holder }) => holder !== null && alive().has(holder));
	await expect.poll(areAllRun, { timeout: TAKEN_OVER_MS, interval: 50 }).toBe(true);
	return performance.now() - beganMs;
}

/** Every room accepts something again. */
async function goOn(rooms: readonly DrivenRoom[]): Promise<void> {
	const before = rooms.map(({ accepted }) => accepted.length);
	const doAllGoOn = () => rooms.every(({ accepted }, place) => accepted.length > before[place]);
	await expect.poll(doAllGoOn, { timeout: 2 * TAKEN_OVER_MS, interval: 50 }).toBe(true);
}

const hashOf = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex');

test.skipIf(!isThere)(
	`R284: ${KILLS} times the process that runs a room is killed, and PostgreSQL started again ${RESTARTS} times: no event is lost, doubled or out of order, no minute is run twice, and all processes show the same`,
	async () => {
		let drawn = 1;
		const draw = () => (drawn = (drawn * 16807) % 2147483647) / 2147483647;
		const rooms: DrivenRoom[] = [];
		for (let n = 0; n < ROOMS; n++) rooms.push(await DrivenRoom.open(() => fleet.members, draw, PACE));

		let isOver = false;
		const pressing = Promise.all(
			rooms.map(async (room) => {
				while (!isOver) {
					await room.press();
					await new Promise((resolve) => setTimeout(resolve, 300 + 400 * draw()));
				}
			})
		);
		const tookMs: number[] = [];
		for (let n = 1; n <= KILLS; n++) {
			if (n % Math.ceil(KILLS / RESTARTS) === 0) await cluster.restart(n % 2 === 0 ? 'fast' : 'crash');
			const running = await holders();
			const { holder } = running[Math.floor(draw() * running.length)];
			if (fleet.members.some(({ id }) => id === holder)) await fleet.kill(holder!);
			tookMs.push(await takenOver());
			await fleet.start();
			await goOn(rooms);
		}
		isOver = true;
		await pressing;
		tookMs.sort((a, b) => a - b);
		console.info(
			`taken over after ${Math.round(tookMs[Math.floor(tookMs.length / 2)])} ms (median), ${Math.round(tookMs.at(-1)!)} ms at most`
		);

		for (const room of rooms) {
			await room.ask({ type: 'pause' });
			const logs = await Promise.all(fleet.members.map((member) => room.log(member)));
			expect(new Set(logs).size).toBe(1);
			await expectWhole(room);
			await expect
				.poll(async () => {
					const shown = await Promise.all(fleet.members.map((member) => room.parts(member)));
					return new Set(shown.map((parts) => hashOf([...parts].sort()))).size;
				})
				.toBe(1);
		}
	},
	isDeep ? 7_200_000 : 600_000
);

/** Its log holds all that was accepted, once and in order, and goes through time once. */
async function expectWhole({ code, accepted }: DrivenRoom): Promise<void> {
	const rows = await database.query<{ seq: number; event: string }>(
		'SELECT seq, event FROM events JOIN rooms ON exercise = rooms.id WHERE code = $1 ORDER BY seq',
		[code]
	);
	expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, place) => place));
	const events = rows.map(({ event }) => JSON.parse(event) as RoomEvent);
	const notes = events.flatMap((event) => (event.type === 'noted' ? [event.text] : []));
	expect(notes).toEqual(accepted);
	expect(accepted.length).toBeGreaterThanOrEqual(KILLS);
	const minutes = events.flatMap((event) => (event.type === 'timeAdvanced' ? [event.toMin] : []));
	expect(minutes).toEqual([...new Set(minutes)].sort((a, b) => a - b));
	expect(foldLog(events, EMPTY_ROOM).version).toBe(events.length);
}

if (!isThere) test.skip(HOW_TO_GET_ONE, () => {});
