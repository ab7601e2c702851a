import { describe, expect, test } from 'vitest';
import { MemoryStore } from '../store/memory-store.ts';
import {
	StoreFault,
	type RunMeta,
	type RunStore,
	type StoredRun,
	type StoreFaultCode
} from '../store/run-store.ts';
import type { RoomEvent } from '../../exercise/events.ts';
import { openHost } from './testing/solo-host.ts';
import { soloPack } from './testing/solo-scenario.ts';

const paper = { type: 'choose', decision: 'paper', rationale: null, confidencePct: 60 } as const;
const kept = (runId: string) => ({ type: 'open', request: { kind: 'kept', runId } }) as const;

/** A store that fails when it is told to, before or after it has written. */
class ShakyStore extends MemoryStore {
	fails: { readonly code: StoreFaultCode; readonly when: 'before' | 'after' } | null = null;
	hangs = false;

	override create(run: StoredRun): Promise<void> {
		return this.#try(() => super.create(run));
	}

	override append(meta: RunMeta, from: number, events: readonly RoomEvent[]): Promise<void> {
		return this.#try(() => super.append(meta, from, events));
	}

	async #try(write: () => Promise<void>): Promise<void> {
		if (this.hangs) return new Promise(() => {});
		if (this.fails?.when === 'before') throw new StoreFault(this.fails.code);
		await write();
		if (this.fails?.when === 'after') throw new StoreFault(this.fails.code);
	}
}

/** As it would be after a crash: another worker, the same store. */
async function afterCrash(store: RunStore, runId: string) {
	const host = openHost({ store });
	await host.ask({ type: 'setPace', pace: null });
	await host.ask(kept(runId), 2000);
	return host;
}

/** Goes on to the end and gives the log that it came to. */
async function playOn(host: ReturnType<typeof openHost>): Promise<string> {
	await host.ask({ type: 'setPace', pace: null });
	await host.ask({ type: 'release' }, 3000);
	for (let i = 0; i < 9 && host.stage().kind === 'deciding'; i++) await host.ask({ type: 'goOn' }, 5000);
	expect(host.stage()).toEqual({ kind: 'hotWash' });
	return host.log();
}

describe('a run that was cut off', () => {
	test('in a round stands in that round, with what was decided in it', async () => {
		const host = openHost();
		await host.toFirstRound();
		await host.ask(paper);
		const again = await afterCrash(host.store, host.runId());
		expect(again.stage()).toEqual(host.stage());
		expect(again.view()).toEqual(host.view());
		expect(again.minute()).toBe(20);
		expect(again.latest('resumed')).toBeUndefined();
		expect(await again.log()).toBe(await host.log());
	});

	test('while the world ran waits at the last minute that was logged, and says so', async () => {
		const host = openHost();
		await host.toFirstRound();
		await host.ask({ type: 'setPace', pace: 10 });
		await host.ask({ type: 'goOn' }, 2600);
		expect(host.minute()).toBeGreaterThan(40);
		const again = await afterCrash(host.store, host.runId());
		expect(again.stage()).toEqual({ kind: 'running', part: 'incident', fromMin: 20, toMin: 60, held: true });
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
			await host.ask({ type: 'setPace', pace: 10 });
			await host.ask({ type: 'goOn' }, ms);
			expect(await playOn(await afterCrash(host.store, host.runId())), `cut off after ${ms} ms`).toBe(whole);
		}
	});

	test('has its curves again from the start', async () => {
		const host = openHost();
		await host.toFirstRound();
		await host.ask({ type: 'goOn' }, 5000);
		const again = await afterCrash(host.store, host.runId());
		const minutes = again.news
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
		await host.ask({ type: 'setPace', pace: 10 });
		await host.ask({ type: 'goOn' }, 500);
		await host.ask({ type: 'leave' });
		const { length } = host.news;
		await host.wall.pass(20_000);
		expect(host.news.length).toBe(length);
		await host.ask(kept(host.runId()));
		expect(host.stage()).toMatchObject({ kind: 'running', held: true });
	});
});

describe('append first', () => {
	test('what was shown is kept, and what was being kept when it died is there or is not: never half', async () => {
		const store = new ShakyStore();
		const host = openHost({ store });
		await host.toFirstRound();
		const before = (await store.read(host.runId()))!.events.length;
		store.hangs = true;
		const { length } = host.news;
		void host.host.answer(paper);
		await host.wall.pass(1000);
		expect(host.news.slice(length)).toEqual([]);
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
		void host.host.answer(paper);
		await host.wall.pass(5000);
		expect(host.view().decisions).toHaveLength(1);
		expect(host.latest('kept')).toMatchObject({ ok: false });
		expect(host.latest('kept')!.why).toContain('does not answer');
	});
});

describe('where nothing can be kept', () => {
	test('it is said why, and play goes on to the end', async () => {
		const host = openHost({ fault: 'missing' });
		await host.toFirstRound();
		expect(host.latest('kept')).toMatchObject({ ok: false });
		expect(host.latest('kept')!.why).toContain('no storage');
		await playOn(host);
		expect(host.news.filter(({ type }) => type === 'kept')).toHaveLength(1);
	});

	test('a disk that fills up in the middle is said once; when there is room again, all of it is kept', async () => {
		const store = new ShakyStore();
		const host = openHost({ store });
		await host.toFirstRound();
		store.fails = { code: 'full', when: 'before' };
		await host.ask(paper);
		await host.ask({ type: 'goOn' }, 5000);
		expect(host.view().decisions).toHaveLength(1);
		expect(host.latest('kept')!.why).toContain('is full');
		store.fails = null;
		const whole = await playOn(host);
		expect(host.latest('kept')).toMatchObject({ ok: true });
		expect(host.news.filter(({ type }) => type === 'kept')).toHaveLength(3);
		expect(await (await afterCrash(store, host.runId())).log()).toBe(whole);
	});

	test('a run that is opened in another tab goes on there, and this one is told', async () => {
		const host = openHost();
		await host.toFirstRound();
		const other = await afterCrash(host.store, host.runId());
		await other.ask(paper);
		await host.ask({ type: 'goOn' }, 5000);
		expect(host.latest('kept')!.why).toContain('another tab');
		expect(host.stage()).toMatchObject({ round: 2 });
		expect((await host.store.read(host.runId()))!.meta.stage).toMatchObject({ round: 1 });
		expect(await other.log()).toContain('"decision":"paper"');
	});
});

describe('logs', () => {
	test('a log that was saved opens again, at its place, as a run of its own with the same hash', async () => {
		const host = openHost();
		await host.toFirstRound();
		await host.ask(paper);
		const text = await playOn(host);
		const other = openHost();
		await other.ask({ type: 'open', request: { kind: 'log', name: 'a.log.json', text } }, 5000);
		expect(other.stage()).toEqual({ kind: 'hotWash' });
		expect(other.latest('opened')!.facts).toMatchObject({
			role: 'hospital',
			cut: { id: 'short' },
			seed: 'a seed',
			tempers: { vendor: 'record' }
		});
		expect(await other.log()).toBe(text);
		expect(other.latest('kept')).toMatchObject({ ok: true });
	});

	test('one that is damaged is refused, with its line', async () => {
		const host = openHost();
		await host.ask({ type: 'open', request: { kind: 'log', name: 'a.log.json', text: '{ "format": 1 }' } });
		expect(host.latest('notOpened')!.what).toMatch(/^a\.log\.json, line 1: this is not a log/);
	});

	test('one of other physics or another scenario is shown for what it is, and not played', async () => {
		const host = openHost();
		await host.toFirstRound();
		const text = await host.log();
		const old = text.replace(/"engineVersion":"[^"]*"/, '"engineVersion":"0"');
		const other = openHost();
		await other.ask({ type: 'open', request: { kind: 'log', name: 'old.log.json', text: old } });
		expect(other.latest('readOnlyLog')).toMatchObject({ name: 'old.log.json', results: [{ minute: 20 }] });
		expect(other.latest('readOnlyLog')!.reason).toContain('version 0 of the physics');
		expect(other.latest('opened')).toBeUndefined();

		const edited = openHost({ pack: soloPack((yaml) => yaml.replace('value: 0.8', 'value: 0.7')) });
		await edited.ask({ type: 'open', request: { kind: 'log', name: 'a.log.json', text } });
		expect(edited.latest('readOnlyLog')!.reason).toContain('has changed since');
	});

	test('a kept run of a scenario that has changed since is not played on with the new one', async () => {
		const host = openHost();
		await host.toFirstRound();
		const pack = soloPack((yaml) => yaml.replace('value: 0.8', 'value: 0.7'));
		const later = openHost({ store: host.store, pack });
		await later.ask(kept(host.runId()));
		expect(later.latest('readOnlyLog')!.reason).toContain('has changed since');
	});

	test('one that nobody played alone is refused', async () => {
		const host = openHost();
		await host.toFirstRound();
		const text = (await host.log()).replaceAll('"team":"hospital"', '"team":"others"');
		await host.ask({ type: 'open', request: { kind: 'log', name: 'a.log.json', text } });
		expect(host.latest('notOpened')!.what).toContain('not played alone');
	});
});

describe('runs on this device', () => {
	test('are listed with where they stand, and can be removed', async () => {
		const host = openHost();
		await host.toFirstRound();
		const first = host.runId();
		await host.ask({ type: 'goOn' }, 5000);
		await host.toFirstRound({ seed: 'other' });
		await host.ask({ type: 'listRuns' });
		expect(host.latest('runs')!.runs).toMatchObject([
			{ seed: 'other', stage: { kind: 'deciding', round: 1 }, minute: 20 },
			{ runId: first, seed: 'a seed', stage: { kind: 'deciding', round: 2 }, minute: 60, role: 'hospital' }
		]);
		await host.ask({ type: 'forgetRun', runId: first });
		expect(host.latest('runs')!.runs.map(({ seed }) => seed)).toEqual(['other']);
		await host.ask(kept(first));
		expect(host.latest('notOpened')!.what).toContain('not kept on this device');
	});

	test('a fork has the same past up to the beginning of its round, and a life of its own', async () => {
		const host = openHost();
		await host.toFirstRound();
		await host.ask(paper);
		await host.ask({ type: 'goOn' }, 5000);
		const source = host.runId();
		await host.ask({ type: 'open', request: { kind: 'fork', runId: source, round: 1, seed: null } }, 2000);
		expect(host.runId()).not.toBe(source);
		expect(host.stage()).toMatchObject({ kind: 'deciding', round: 1, rounds: 3 });
		expect(host.view().decisions).toEqual([]);
		await host.ask({ type: 'listRuns' });
		expect(host.latest('runs')!.runs[0]).toMatchObject({ forkedFrom: { runId: source, round: 1 } });
		await host.ask(paper);
		await host.ask({ type: 'goOn' }, 5000);
		const fork = JSON.parse(await host.log()) as { results: unknown };
		await host.ask(kept(source), 5000);
		expect((JSON.parse(await host.log()) as { results: unknown }).results).toEqual(fork.results);
	});

	test('a fork under another seed has the same acts in another world', async () => {
		const host = openHost();
		await host.toFirstRound();
		await host.ask(paper);
		await host.ask({ type: 'goOn' }, 5000);
		const before = JSON.parse(await host.log()) as { results: { stateHash: string }[] };
		const request = { kind: 'fork', runId: host.runId(), round: 2, seed: 'another' } as const;
		await host.ask({ type: 'open', request }, 5000);
		expect(host.latest('opened')!.facts.seed).toBe('another');
		expect(host.view().decisions).toHaveLength(1);
		const after = JSON.parse(await host.log()) as { results: { stateHash: string }[] };
		expect(after.results[0].stateHash).not.toBe(before.results[0].stateHash);
	});

	test('a round that never was cannot be forked', async () => {
		const host = openHost();
		await host.toFirstRound();
		const request = { kind: 'fork', runId: host.runId(), round: 2, seed: null } as const;
		await host.ask({ type: 'open', request });
		expect(host.latest('notOpened')!.what).toContain('no round 2');
	});

	test('again is the same setup from the start', async () => {
		const host = openHost();
		await host.toFirstRound();
		await host.ask(paper);
		const request = { kind: 'again', runId: host.runId(), seed: 'new' } as const;
		await host.ask({ type: 'open', request });
		expect(host.stage()).toEqual({ kind: 'briefing' });
		expect(host.latest('opened')!.facts).toMatchObject({ seed: 'new', role: 'hospital' });
	});
});
