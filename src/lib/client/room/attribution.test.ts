import { describe, expect, test } from 'vitest';
import { keptInMemory } from '../../room/replay/testing/kept-in-memory.ts';
import { worldsOf } from '../../room/testing/runs.ts';
import { commit, openHost, PACK } from './testing/solo-host.ts';

/** A run in which paper was taken at the first round, at its end. */
async function ended(options: Parameters<typeof openHost>[0] = {}) {
	const host = openHost(options);
	await host.toFirstRound();
	await host.ask(commit('paper', 'It is time.', 80));
	for (let i = 0; i < 5 && host.progress().kind === 'deciding'; i++) await host.ask({ type: 'goOn' }, 2000);
	expect(host.progress()).toEqual({ kind: 'hotWash' });
	return host;
}
const attribution = (host: ReturnType<typeof openHost>) => host.latest('attribution')?.attribution;

describe('what each decision was worth', () => {
	test('R219: is worked out only when it is asked for, and told as it comes in', async () => {
		const host = await ended({ runWorlds: worldsOf(PACK) });
		expect(attribution(host)).toBeUndefined();
		expect((await host.ask({ type: 'attribute', on: true })).kind).toBe('accepted');
		await host.until(() => attribution(host)?.status === 'done');
		const { decisions, total, worths, isExact, bots } = attribution(host)!;
		expect(decisions.map(({ decision }) => decision)).toEqual(['paper']);
		expect(isExact).toBe(true);
		expect(worths![0]!.map(({ mean }) => mean)).toEqual(total);
		expect(bots!.random).toBeGreaterThan(0);
	});

	test('R271: is told at once where it has been worked out before, and nothing is run for it', async () => {
		const kept = keptInMemory();
		const first = await ended({ runWorlds: worldsOf(PACK), kept });
		await first.ask({ type: 'attribute', on: true });
		await first.until(() => attribution(first)?.status === 'done');
		const again = await ended({ kept });
		await again.until(() => attribution(again)?.status === 'done');
		expect(attribution(again)).toEqual(attribution(first));
	});

	test('R219: is not asked of a run that goes on', async () => {
		const host = openHost({ runWorlds: worldsOf(PACK) });
		await host.toFirstRound();
		expect(await host.ask({ type: 'attribute', on: true })).toMatchObject({ kind: 'refused' });
	});

	test('R220: stops when the person says so, and with the run when another one is opened', async () => {
		let calledOff = 0;
		const host = await ended({
			runWorlds: ({ signal }) =>
				new Promise((_resolve, reject) =>
					signal!.addEventListener('abort', () => {
						calledOff += 1;
						reject(new Error('called off'));
					})
				)
		});
		await host.ask({ type: 'attribute', on: true });
		expect(attribution(host)!.status).toBe('running');
		await host.ask({ type: 'attribute', on: false });
		await host.until(() => attribution(host)!.status === 'stopped');
		await host.ask({ type: 'attribute', on: true });
		expect(attribution(host)!.status).toBe('running');
		await host.ask({ type: 'leave' });
		expect(calledOff).toBe(2);
	});
});
