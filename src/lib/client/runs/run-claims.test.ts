import { describe, expect, it } from 'vitest';
import { RunClaims, type ClaimChannel } from './run-claims.ts';

/** The tabs of one device: a store that knows who writes each run, and a channel from each tab to all others. */
function device() {
	const writers = new Map<string, string>();
	const tabs: EventTarget[] = [];

	function tab(hears = true) {
		const told: string[] = [];
		const own = new EventTarget();
		if (hears) tabs.push(own);
		const channel = {
			addEventListener: own.addEventListener.bind(own),
			postMessage(data: unknown) {
				for (const other of tabs)
					if (other !== own) other.dispatchEvent(new MessageEvent('message', { data }));
			}
		} as ClaimChannel;
		const claims = new RunClaims(channel, {
			writerOf: async (runId) => writers.get(runId) ?? null,
			lost: () => told.push('lost'),
			taken: () => told.push('taken')
		});
		const open = (runId: string, writer: string) => {
			writers.set(runId, writer);
			claims.claim(runId, writer);
		};
		return { told, claims, open, channel };
	}
	return { tab };
}

/** Until what the tabs have told each other has been answered. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('one run in two tabs', () => {
	it('is said at once in both', async () => {
		const { tab } = device();
		const [first, second] = [tab(), tab()];
		first.open('run', 'w1');
		second.open('run', 'w2');
		await settled();
		expect([first.told, second.told]).toEqual([['lost'], ['taken']]);
	});

	it('goes back and forth as the person takes it', async () => {
		const { tab } = device();
		const [first, second] = [tab(), tab()];
		first.open('run', 'w1');
		second.open('run', 'w2');
		await settled();
		first.open('run', 'w3');
		await settled();
		expect([first.told, second.told]).toEqual([
			['lost', 'taken'],
			['taken', 'lost']
		]);
	});

	it('is left to one of two that open it in the same moment', async () => {
		const { tab } = device();
		const [first, second] = [tab(), tab()];
		first.open('run', 'w1');
		second.open('run', 'w2');
		first.claims.claim('run', 'w1');
		await settled();
		expect([first.told.filter((what) => what === 'lost').length, second.told.includes('lost')]).toEqual([
			1,
			false
		]);
	});

	it('is found out by a tab that slept, as after the back button', async () => {
		const { tab } = device();
		const [sleeper, other] = [tab(false), tab()];
		sleeper.open('run', 'w1');
		expect(await sleeper.claims.check()).toBe(true);
		other.open('run', 'w2');
		await settled();
		expect(sleeper.told).toEqual([]);
		expect(await sleeper.claims.check()).toBe(false);
		await settled();
		expect([sleeper.told, other.told]).toEqual([['lost'], ['taken']]);
	});
});

describe('nothing is said', () => {
	it('of two different runs', async () => {
		const { tab } = device();
		const [first, second] = [tab(), tab()];
		first.open('run', 'w1');
		second.open('other', 'w2');
		await settled();
		expect([first.told, second.told]).toEqual([[], []]);
	});

	it('of a run that was left before', async () => {
		const { tab } = device();
		const [first, second] = [tab(), tab()];
		first.open('run', 'w1');
		first.claims.release();
		second.open('run', 'w2');
		await settled();
		expect([first.told, second.told]).toEqual([[], []]);
	});

	it('because of messages that are none', async () => {
		const { tab } = device();
		const [first, second] = [tab(), tab()];
		first.open('run', 'w1');
		for (const data of [null, 'claimed', {}, { type: 'claimed' }, { type: 'x', runId: 'run' }])
			second.channel!.postMessage(data);
		await settled();
		expect(first.told).toEqual([]);
	});
});
