import { describe, expect, test } from 'vitest';
import { MemoryLogStore } from '../../room/store/memory-log-store.ts';
import { StoreFault, type StoreFaultCode } from '../../room/store/log-store.ts';
import type { RunHead, RunSummary, StoredRun } from '../runs/run-summary.ts';
import type { RoomEvent } from '../../exercise/log/events.ts';
import { openHost } from './testing/solo-host.ts';
import { afterCrash, kept, paper, playOn, withoutPauses } from './testing/solo-play.ts';

/** A store that fails when it is told to, before or after it has written. */
class ShakyStore extends MemoryLogStore<RunSummary> {
	fails: { readonly code: StoreFaultCode; readonly when: 'before' | 'after' } | null = null;
	hangs = false;

	override create(run: StoredRun): Promise<void> {
		return this.#try(() => super.create(run));
	}

	override append(head: RunHead, from: number, events: readonly RoomEvent[]): Promise<void> {
		return this.#try(() => super.append(head, from, events));
	}

	async #try(write: () => Promise<void>): Promise<void> {
		if (this.hangs) return new Promise(() => {});
		if (this.fails?.when === 'before') throw new StoreFault(this.fails.code);
		await write();
		if (this.fails?.when === 'after') throw new StoreFault(this.fails.code);
	}
}

describe('a run that was cut off', () => {
	test('in a round stands in that round, with what was decided in it', async () => {
		const host = openHost();
		await host.toFirstRound();
		await host.ask(paper);
		const again = await afterCrash(host.store, host.runId());
		expect(again.progress()).toEqual(host.progress());
		expect(again.view()).toEqual(host.view());
		expect(again.minute()).toBe(20);
		expect(again.latest('resumed')).toBeUndefined();
		expect(await again.log()).toBe(await host.log());
	});

	test('R10: while the world ran waits at the last minute that was logged, and says so', async () => {
		const host = openHost();
		await host.toFirstRound();
		await host.ask({ type: 'setPace', stepsPerSecond: 10 });
		await host.ask({ type: 'goOn' }, 2600);
		expect(host.minute()).toBeGreaterThan(40);
		const again = await afterCrash(host.store, host.runId());
		expect(again.progress()).toEqual({
			kind: 'running',
			part: 'incident',
			fromMin: 20,
			toMin: 60,
			paused: true
		});
		expect(again.latest('resumed')).toMatchObject({ minute: 40 });
		expect(again.minute()).toBe(40);
	});

	test('comes to the same end as one that was not', async () => {
		const through = openHost();
		await through.toFirstRound();
		await through.ask(paper);
		const whole = await playOn(through);
		for (const ms of [0, 400, 1500, 3000, 6000]) {
			const host = openHost();
			await host.toFirstRound();
			await host.ask(paper);
			await host.ask({ type: 'setPace', stepsPerSecond: 10 });
			await host.ask({ type: 'goOn' }, ms);
			const again = await playOn(await afterCrash(host.store, host.runId()));
			expect(withoutPauses(again), `cut off after ${ms} ms`).toEqual(withoutPauses(whole));
		}
	});

	test('has its curves again from the start', async () => {
		const host = openHost();
		await host.toFirstRound();
		await host.ask({ type: 'goOn' }, 5000);
		const again = await afterCrash(host.store, host.runId());
		const minutes = again.messages
			.flatMap((one) => (one.type === 'frames' ? one.frames : []))
			.map((f) => f.minute);
		expect(minutes[0]).toBe(0);
		expect(minutes.at(-1)).toBe(60);
		expect(minutes).toEqual([...minutes].sort((a, b) => a - b));
		expect(minutes.length).toBeGreaterThan(30);
	});

	test('is given up without a word when something else is opened', async () => {
		const host = openHost();
		await host.toFirstRound();
		await host.ask({ type: 'setPace', stepsPerSecond: 10 });
		await host.ask({ type: 'goOn' }, 500);
		await host.ask({ type: 'leave' });
		const { length } = host.messages;
		await host.wall.pass(20_000);
		expect(host.messages.length).toBe(length);
		await host.ask(kept(host.runId()));
		expect(host.progress()).toMatchObject({ kind: 'running', paused: true });
	});
});

describe('append first', () => {
	test('what was shown is kept, and what was being kept when it died is there or is not: never half', async () => {
		const store = new ShakyStore();
		const host = openHost({ store });
		await host.toFirstRound();
		const before = (await store.read(host.runId()))!.events.length;
		store.hangs = true;
		const { length } = host.messages;
		void host.host.answer({ id: 'p0', ...paper });
		await host.wall.pass(1000);
		expect(host.messages.slice(length)).toEqual([]);
		store.hangs = false;
		expect((await store.read(host.runId()))!.events).toHaveLength(before);
		const again = await afterCrash(store, host.runId());
		expect(again.view().decisions).toEqual([]);
	});

	test('a store that does not answer is not waited for without end', async () => {
		const store = new ShakyStore();
		const host = openHost({ store });
		await host.toFirstRound();
		store.hangs = true;
		void host.host.answer({ id: 'p0', ...paper });
		await host.wall.pass(5000);
		expect(host.view().decisions).toHaveLength(1);
		expect(host.latest('kept')!.fault).toBe('blocked');
	});
});

describe('where nothing can be kept', () => {
	test('it is said why, and play goes on to the end', async () => {
		const host = openHost({ fault: 'missing' });
		await host.toFirstRound();
		expect(host.latest('kept')!.fault).toBe('missing');
		await playOn(host);
		expect(host.messages.filter(({ type }) => type === 'kept')).toHaveLength(1);
	});

	test('a disk that fills up in the middle is said once; when there is room again, all of it is kept', async () => {
		const store = new ShakyStore();
		const host = openHost({ store });
		await host.toFirstRound();
		store.fails = { code: 'full', when: 'before' };
		await host.ask(paper);
		await host.ask({ type: 'goOn' }, 5000);
		expect(host.view().decisions).toHaveLength(1);
		expect(host.latest('kept')!.fault).toBe('full');
		store.fails = null;
		const whole = await playOn(host);
		expect(host.latest('kept')).toMatchObject({ fault: null });
		expect(host.messages.filter(({ type }) => type === 'kept')).toHaveLength(3);
		expect(await (await afterCrash(store, host.runId())).log()).toBe(whole);
	});

	test('a run that is opened in another tab goes on there, and this one is told', async () => {
		const host = openHost();
		await host.toFirstRound();
		const other = await afterCrash(host.store, host.runId());
		await other.ask(paper);
		await host.ask({ type: 'goOn' }, 5000);
		expect(host.latest('kept')!.fault).toBe('elsewhere');
		expect(host.progress()).toMatchObject({ round: 2 });
		expect((await host.store.read(host.runId()))!.head.summary.progress).toMatchObject({ round: 1 });
		expect(await other.log()).toContain('"decision":"paper"');
	});
});
