import { expect, test } from '@playwright/test';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOMS_FILE } from '../src/lib/server/stores/open-database.ts';
import { seeded } from '../src/tools/fuzz/raw-requests.ts';
import { freePort } from '../src/tools/free-port.ts';
import { startBuilt } from '../src/tools/load/built-server.ts';
import { BusyRoom } from './support/busy-room.ts';
import { closeContexts } from './support/close-contexts.ts';
import { isDeepRun } from './support/deep-run.ts';
import { FULL_DISK_FILE } from './support/full-disk.ts';

test.afterEach(closeContexts);

const ROUNDS = isDeepRun ? 4 : 1;
/** In one room: what is written between them stays within what a log holds. */
const KILLS = isDeepRun ? 250 : 30;
const FULL_S = isDeepRun ? 60 : 15;
/** Promised of pages by themselves are five seconds. Here servers are started on a machine that has other work, too. */
const BACK_WITHIN_MS = 90_000;

/** What a commit leaves behind that was cut off by a loss of power: the first half of what it had begun to write. */
function tearLog(folder: string, draw: () => number): void {
	const log = join(folder, `${ROOMS_FILE}-wal`);
	const latest = readFileSync(log).subarray(-4120);
	appendFileSync(log, latest.subarray(0, 1 + Math.floor(draw() * 4000)));
}

for (let round = 1; round <= ROUNDS; round++)
	test(`R277: of a room on a server that is killed ${KILLS} times nothing is lost and nothing is there twice, and everybody comes back by themselves (${round} of ${ROUNDS})`, async ({
		browser
	}) => {
		test.setTimeout(isDeepRun ? 3_600_000 : 900_000);
		const seed = isDeepRun ? (Date.now() + round) % 2 ** 31 : 20_240_719;
		const draw = seeded(seed);
		const folder = mkdtempSync(join(tmpdir(), 'patchfall-killed-'));
		const env = { PATCHFALL_DATA: folder, PORT: String(await freePort()) };
		let server = await startBuilt(env);
		const url = `http://127.0.0.1:${server.port}`;
		const room = await BusyRoom.open(url, folder);
		const phone = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
		await phone.goto(`${url}/vote#${room.opened.audienceCode}`);
		await expect(phone.getByRole('button', { name: /One/ })).toBeVisible();

		const accepted = () => room.written.filter(({ answer }) => answer?.kind === 'accepted').length;
		const at = (kill: number) => `seed ${seed}, kill ${kill}`;
		const backMs: number[] = [];
		for (let n = 0; n < KILLS; n++) {
			// Something is acknowledged that the next kill could lose, however slow the machine.
			const before = accepted();
			await expect
				.poll(accepted, { message: at(n), timeout: BACK_WITHIN_MS, intervals: [20] })
				.toBeGreaterThan(before);
			await new Promise((resolve) => setTimeout(resolve, draw() * 600));
			const killedMs = performance.now();
			expect(await server.stop('SIGKILL')).toBe('SIGKILL');
			if (n % 3 === 0) tearLog(folder, draw);
			server = await startBuilt(env);
			const upMs = performance.now();
			await expect
				.poll(() => room.backSince(killedMs), { message: at(n), timeout: BACK_WITHIN_MS, intervals: [20] })
				.not.toBeNull();
			backMs.push(Math.max(0, room.backSince(killedMs)! - upMs));
			expect(room.faults(), at(n)).toEqual([]);
		}
		const late = backMs.filter((ms) => ms > 5000);
		console.log(
			`back after ${Math.round(Math.max(...backMs))} ms at most, ${late.length} later than 5000 ms, seed ${seed}`
		);

		// Nobody has touched it: it votes in the room as it is now.
		await phone.getByRole('button', { name: /Two/ }).click();
		await expect(phone.getByText('Your vote is in.')).toBeVisible();
		await room.rest();
		expect(room.faults()).toEqual([]);
		expect(accepted()).toBeGreaterThanOrEqual(KILLS);
		const tally = await room.count();
		const sure = [...room.votes.values()].filter((options) => options.size === 1);
		expect(tally.reduce((sum, votes) => sum + votes, 0)).toBeLessThanOrEqual(room.votes.size + 1);
		for (const [option, votes] of tally.entries()) {
			const least = sure.filter((options) => options.has(option)).length + (option === 1 ? 1 : 0);
			expect(votes, `option ${option}`).toBeGreaterThanOrEqual(least);
		}
		room.close();
		await server.stop();
		rmSync(folder, { recursive: true, force: true });
	});

test('R278: while the disk is full it is said of each request that it was not kept, and the room goes on by itself', async () => {
	test.setTimeout(300_000);
	const folder = mkdtempSync(join(tmpdir(), 'patchfall-full-'));
	const preload = new URL('support/full-disk.ts', import.meta.url).href;
	const server = await startBuilt({ PATCHFALL_DATA: folder }, [preload]);
	const room = await BusyRoom.open(`http://127.0.0.1:${server.port}`, folder);
	const kindsSince = (from: number) =>
		room.written.slice(from).flatMap(({ answer }) => {
			if (answer === null) return [];
			return answer.kind === 'refused' ? [answer.refusal.code] : [answer.kind];
		});
	await expect.poll(() => kindsSince(0).length).toBeGreaterThan(5);
	expect(new Set(kindsSince(0))).toEqual(new Set(['accepted']));

	const flag = join(folder, FULL_DISK_FILE);
	writeFileSync(flag, '');
	const before = room.events().length;
	const fullFrom = room.written.length + 1;
	const untilMs = performance.now() + FULL_S * 1000;
	await expect
		.poll(() => performance.now() > untilMs && kindsSince(fullFrom).length > 5, { timeout: 120_000 })
		.toBe(true);
	expect(new Set(kindsSince(fullFrom))).toEqual(new Set(['notKept']));
	expect(room.events().length - before).toBeLessThanOrEqual(1);

	rmSync(flag);
	const againFrom = room.written.length + 1;
	await expect.poll(() => kindsSince(againFrom).length, { timeout: 60_000 }).toBeGreaterThan(5);
	expect(new Set(kindsSince(againFrom))).toEqual(new Set(['accepted']));
	await room.rest();
	expect(room.faults()).toEqual([]);
	expect((await room.count()).reduce((sum, votes) => sum + votes, 0)).toBe(room.votes.size);
	room.close();
	await server.stop();
	rmSync(folder, { recursive: true, force: true });
});
