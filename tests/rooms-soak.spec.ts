import { expect, test } from '@playwright/test';
import { join } from 'node:path';
import { loadPlay, openBotRooms } from '../src/tools/load/bot-room.ts';
import { startBuilt } from '../src/tools/load/built-server.ts';
import { STOP_MS } from '../src/tools/load/options.ts';
import { heldMb, totalOf, type ProcessFigures } from '../src/tools/load/process-figures.ts';
import { isDeepRun } from './support/deep-run.ts';

/* A leak shows by what is left once all rooms are gone, whatever they were at: after a first wave of them, and after a long one. */

const ROOMS = 100;
const FIRST_S = isDeepRun ? 120 : 2;
const LONG_S = isDeepRun ? 1800 : 180;
/** Where every change is checked rooms go slowly: what they do takes processor time from all that runs beside them. */
const PACE = isDeepRun ? 60 : 20;
/** Rooms have ended, their pages have been away for long enough, and connections that idle have been closed. */
const QUIET_S = 12;
/** What was answered within two minutes is remembered, and what is limited for each seat. */
const GROWTH_MB_MOST = 15;
/** Connections that are kept for a while, and what waits for them. */
const SOME = 12;
/** A small world, so that rooms are played to their end and others take their place. */
const SCENARIO = join(import.meta.dirname, '../src/tools/sim/fixtures/three-cities.yaml');

const counts = (figures: ProcessFigures) => ({
	files: figures.files ?? 0,
	timers: totalOf(figures, 'timers'),
	handles: totalOf(figures, 'handles'),
	listeners: totalOf(figures, 'listeners')
});

test(`R327: of ${ROOMS} rooms of bots that come and go for ${LONG_S} s nothing is left in the server`, async () => {
	test.setTimeout((FIRST_S + LONG_S) * 1000 + 900_000);
	const server = await startBuilt();
	const wave = async (seconds: number) => {
		const play = loadPlay(SCENARIO);
		const rooms = openBotRooms(ROOMS, {
			url: `http://127.0.0.1:${server.port}`,
			play,
			pace: PACE,
			stopMs: STOP_MS
		});
		await expect.poll(() => rooms.every(({ isOpen }) => isOpen), { timeout: 300_000 }).toBe(true);
		await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
		// However busy the machine: rooms have been played to their end, and others have taken their place.
		const count = () => rooms.reduce((sum, { played }) => sum + played, 0);
		await expect.poll(count, { timeout: 600_000 }).toBeGreaterThan(ROOMS / 10);
		await Promise.all(rooms.map((room) => room.close()));
		await new Promise((resolve) => setTimeout(resolve, QUIET_S * 1000));
		return { played: count(), figures: await server.figures() };
	};
	const { figures: before } = await wave(FIRST_S);
	const { figures: after, played } = await wave(LONG_S);
	console.log(
		`${played} rooms played to the end; ${heldMb(before).toFixed(1)} MB then ${heldMb(after).toFixed(1)} MB in use; ` +
			`${JSON.stringify(counts(before))} then ${JSON.stringify(counts(after))}`
	);
	expect(heldMb(after) - heldMb(before)).toBeLessThan(GROWTH_MB_MOST);
	for (const [what, count] of Object.entries(counts(after)))
		expect(count, what).toBeLessThanOrEqual(counts(before)[what as keyof ReturnType<typeof counts>] + SOME);
	expect(server.complaints()).toBe('');
	await server.stop();
});
