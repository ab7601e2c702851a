import { describe, expect, test } from 'vitest';
import { notOpenedText, notPlayableText } from '../../text/solo-text.ts';
import { StoreFault } from '../../room/store/log-store.ts';
import { MemoryLogStore } from '../../room/store/memory-log-store.ts';
import { FakeClock } from '../../room/testing/fake-clock.ts';
import type { ClaimChannel } from '../runs/run-claims.ts';
import type { RunSummary } from '../runs/run-summary.ts';
import { SteadyLogStore } from '../store/steady-log-store.ts';
import { openHost } from './testing/solo-host.ts';
import { playedPack } from '../../room/testing/played-pack.ts';
import { kept, paper, playOn } from './testing/solo-play.ts';

/** The tabs of one device, which hear each other at once. */
function deviceOfTabs() {
	const store = new MemoryLogStore<RunSummary>();
	const tabs: EventTarget[] = [];
	const tab = () => {
		const own = new EventTarget();
		tabs.push(own);
		const channel = {
			addEventListener: own.addEventListener.bind(own),
			postMessage(data: unknown) {
				for (const other of tabs)
					if (other !== own) other.dispatchEvent(new MessageEvent('message', { data }));
			}
		} as ClaimChannel;
		return openHost({ store, channel });
	};
	return { store, tab };
}

describe('one run in two tabs', () => {
	test('is said at once in both, and only the newer one keeps it', async () => {
		const { store, tab } = deviceOfTabs();
		const [older, newer] = [tab(), tab()];
		await older.toFirstRound();
		await newer.ask(kept(older.runId()), 2000);
		await older.wall.pass(100);
		expect(older.latest('kept')).toMatchObject({ fault: 'elsewhere' });
		expect(newer.latest('tookOver')).toBeDefined();

		await newer.ask(paper);
		const events = (await store.read(older.runId()))!.events;
		await older.ask({ type: 'goOn' }, 3000);
		expect((await store.read(older.runId()))!.events).toEqual(events);
		// What is here can be saved, and the run taken back.
		expect(await older.log()).toContain('patchfall-log');
		await older.ask(kept(older.runId()), 2000);
		expect(older.latest('kept')).toMatchObject({ fault: null });
		expect(older.view().decisions).toEqual(newer.view().decisions);
		expect(newer.latest('kept')).toMatchObject({ fault: 'elsewhere' });
	});

	test('is not taken back by a worker that was started again', async () => {
		const { tab } = deviceOfTabs();
		const [older, newer, restarted] = [tab(), tab(), tab()];
		await older.toFirstRound();
		const { writer } = older.latest('opened')!;
		const resume = { type: 'open', what: { kind: 'resume', runId: older.runId(), writer } } as const;
		await restarted.ask(resume, 2000);
		expect(restarted.latest('opened')).toBeDefined();

		await newer.ask(kept(older.runId()), 2000);
		const again = tab();
		await again.ask(resume, 2000);
		expect(again.latest('opened')).toBeUndefined();
		expect(again.latest('kept')).toMatchObject({ fault: 'elsewhere' });
		await newer.ask(paper);
		expect(newer.latest('kept')).toMatchObject({ fault: null });
	});

	test('is found out by a tab that heard nothing, when it is looked at again', async () => {
		const { store, tab } = deviceOfTabs();
		const sleeper = openHost({ store });
		await sleeper.toFirstRound();
		await tab().ask(kept(sleeper.runId()), 2000);
		expect(sleeper.latest('kept')).toMatchObject({ fault: null });
		await sleeper.ask({ type: 'checkClaim' });
		expect(sleeper.latest('kept')).toMatchObject({ fault: 'elsewhere' });
	});
});

describe('a store that breaks', () => {
	test('is not called a run that was removed, and may be tried again', async () => {
		const store = new MemoryLogStore<RunSummary>();
		const host = openHost({ store });
		await host.toFirstRound();
		let isBroken = true;
		const takeOver = store.takeOver.bind(store);
		store.takeOver = (...args) => (isBroken ? Promise.reject(new StoreFault('broken')) : takeOver(...args));
		const later = openHost({ store });
		await later.ask(kept(host.runId()), 2000);
		expect(later.latest('notOpened')).toMatchObject({ canRetry: true });
		expect(notOpenedText(later.latest('notOpened')!.fault)).toMatch(
			/does not answer.*Nothing has been removed/
		);
		isBroken = false;
		await later.ask(kept(host.runId()), 2000);
		expect(later.progress()).toEqual(host.progress());
	});

	test('that is forbidden by the person\u2019s settings is called that', async () => {
		const host = openHost({ fault: 'forbidden' });
		await host.ask(kept('a run'));
		expect(notOpenedText(host.latest('notOpened')!.fault)).toContain('cookies and site data are blocked');
		await host.toFirstRound();
		expect(host.latest('kept')).toMatchObject({ fault: 'forbidden' });
	});

	test('of a run that is not there says where runs are kept', async () => {
		const host = openHost();
		await host.ask(kept('a run of another device'));
		expect(notOpenedText(host.latest('notOpened')!.fault)).toMatch(
			/kept on the device where it was played: save its log there/
		);
	});

	test('and comes back empty has the whole log again with the next step', async () => {
		let database = new MemoryLogStore<RunSummary>();
		let isDead = false;
		const store = new SteadyLogStore<RunSummary>(async () => {
			const own = database;
			const dying = new Proxy(own, {
				get: (target, name: keyof MemoryLogStore<RunSummary>) =>
					isDead && own !== database
						? () => Promise.reject(new StoreFault('broken'))
						: (target[name] as () => unknown).bind(target)
			});
			return { store: dying, close: () => {} };
		}, new FakeClock());
		const host = openHost({ store });
		await host.toFirstRound();
		database = new MemoryLogStore();
		isDead = true;
		await host.ask(paper);
		const found = await database.read(host.runId());
		expect(found!.events.length).toBe(host.latest('room')!.projection.version);
		expect(host.latest('kept')).toMatchObject({ fault: null });
	});
});

describe('a run of an earlier version', () => {
	const changed = playedPack((yaml) => yaml.replace('value: 0.8', 'value: 0.7'));

	test('that has ended shows its results as they were computed then, and gives its log', async () => {
		const host = openHost();
		await host.toFirstRound();
		await playOn(host);
		await host.until(() => host.latest('hotWash') !== undefined);
		await host.wall.pass(5000);
		const later = openHost({ store: host.store, pack: changed });
		await later.ask(kept(host.runId()), 2000);
		expect(notPlayableText(later.latest('asComputedThen')!.reason)).toMatch(/has changed since/);
		expect(later.latest('hotWash')).toEqual(host.latest('hotWash'));
		expect(later.progress()).toEqual({ kind: 'hotWash' });
		await later.ask({ type: 'saveLog' });
		const events = (text: string) => (JSON.parse(text) as { events: unknown[] }).events;
		expect(events(later.latest('log')!.text)).toEqual(events(await host.log()));
		await later.ask({ type: 'goOn' });
		expect(later.refusal()).toContain('cannot be played on');
	});

	test('that has not ended says so, and gives its log', async () => {
		const host = openHost();
		await host.toFirstRound();
		const later = openHost({ store: host.store, pack: changed });
		await later.ask(kept(host.runId()), 2000);
		expect(later.latest('readOnlyLog')).toMatchObject({ canSave: true, harm: null });
		await later.ask({ type: 'saveLog' });
		expect(later.latest('log')!.text).toContain('patchfall-log');
	});
});
