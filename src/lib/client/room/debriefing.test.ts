import { describe, expect, test } from 'vitest';
import type { RoomMessage } from './messages.ts';
import { commit, openHost, PACK, runsOf } from './testing/solo-host.ts';

type HotWashMessage = Extract<RoomMessage, { type: 'hotWash' }>;
const told = (host: ReturnType<typeof openHost>) =>
	host.messages.filter((one): one is HotWashMessage => one.type === 'hotWash').map(({ hotWash }) => hotWash);

/** Until everything that the hot wash asks for has come in. */
const whole = (host: ReturnType<typeof openHost>) =>
	host.until(() => (told(host).at(-1)?.effects ?? null) !== null);

/** A run in which paper was taken at the first round, at its end. */
async function ended(options: Parameters<typeof openHost>[0] = {}, waitMs = 2000) {
	const host = openHost(options);
	await host.toFirstRound();
	await host.ask(commit('paper', 'It is time.', 80));
	for (let i = 0; i < 5 && host.progress().kind === 'deciding'; i++) await host.ask({ type: 'goOn' }, waitMs);
	expect(host.progress()).toEqual({ kind: 'hotWash' });
	return host;
}

describe('the hot wash', () => {
	test('is there at once, before anything that it is compared with', async () => {
		const host = await ended();
		const [first, ...more] = told(host);
		expect(more).toEqual([]);
		expect(first.endMin).toBe(PACK.exercise.horizonMin);
		expect(first.timeSeries.played.length).toBeGreaterThan(100);
		expect(first.timeSeries.record).toBeNull();
		expect(first.effects).toBeNull();
		expect(first.timeLine.stops).toEqual([20, 60, 180]);
		expect(host.latest('hotWash')!.stateHash).toMatch(/^[0-9a-f]{16}$/);
	});

	test('fills up with the record, nobody acting, and what each decision did', async () => {
		const host = await ended({ runMany: runsOf(PACK) });
		await whole(host);
		const last = told(host).at(-1)!;
		expect(last.outcome.harm?.none).toBe(1);
		expect(last.outcome.harm?.record).toBeLessThan(1);
		expect(last.timeSeries.record!.at(-1)!.minute).toBe(PACK.exercise.horizonMin);
		expect(last.timeSeries.none).toHaveLength(last.timeSeries.played.length);
		expect(last.progress.done).toBe(last.progress.of);
		expect(last.effects!.all.map(({ decision, kind }) => [decision, kind])).toEqual([['paper', 'committed']]);
	});

	test('compares with what it would be to watch the record and nobody acting', async () => {
		const host = await ended({ runMany: runsOf(PACK) });
		await whole(host);
		const idle = openHost();
		await idle.toFirstRound({ bots: { vendor: 'none' } });
		for (let i = 0; i < 5 && idle.progress().kind === 'deciding'; i++) await idle.ask({ type: 'goOn' }, 2000);
		const last = told(host).at(-1)!;
		expect(last.timeSeries.none).toEqual(told(idle).at(-1)!.timeSeries.played);
		expect(last.timeSeries.record).not.toEqual(last.timeSeries.none);
	});

	test('goes into the list of runs, and comes again when the run is opened again', async () => {
		const host = await ended({ runMany: runsOf(PACK) });
		await whole(host);
		const { harm } = told(host).at(-1)!.outcome;
		expect((await host.runs())[0].result).toEqual({ harm: harm!.played, recordHarm: harm!.record });
		const again = openHost({ store: host.store, runMany: runsOf(PACK) });
		await again.ask({ type: 'open', what: { kind: 'kept', runId: host.runId() } }, 3000);
		await whole(again);
		expect(told(again).at(-1)).toEqual(told(host).at(-1));
		expect(again.latest('hotWash')!.stateHash).toBe(host.latest('hotWash')!.stateHash);
	});

	test('without other threads compares all the same, and says what is missing', async () => {
		const host = await ended({ runMany: () => Promise.reject(new Error('no workers')) });
		const last = told(host).at(-1)!;
		expect(last.outcome.harm?.none).toBe(1);
		expect(last.outcome.harm?.record).toBeLessThan(1);
		expect(last.effects).toBeNull();
		expect(host.latest('noSingleRuns')).toBeDefined();
	});

	test('a run that is put down asks for nothing more', async () => {
		const host = await ended({ runMany: runsOf(PACK) }, 60);
		const { length } = told(host);
		await host.ask({ type: 'leave' });
		await host.wall.pass(5000);
		expect(told(host)).toHaveLength(length);
	});
});
