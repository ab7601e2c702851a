import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldLog } from '../../exercise/log/evolve.ts';
import type { RoomEvent } from '../../exercise/log/events.ts';
import { MemoryLogStore } from '../../room/store/memory-log-store.ts';
import { StoreFault, type StoreFaultCode } from '../../room/store/log-store.ts';
import type { RunHead, RunSummary, StoredRun } from '../runs/run-summary.ts';
import { commit, openHost, withdraw, type Asked } from './testing/solo-host.ts';
import { afterCrash, withoutPauses } from './testing/solo-play.ts';

/*
 * Whatever somebody does and whatever breaks: what was shown while the run was said to be kept is there after a crash,
 * it is there whole, and a run that comes back is the run that was.
 */

/** Fails as it is told to, write by write; before it has written, or after. */
class FaultyStore extends MemoryLogStore<RunSummary> {
	readonly #faults: readonly (StoreFaultCode | null)[];
	#writes = 0;

	constructor(faults: readonly (StoreFaultCode | null)[]) {
		super();
		this.#faults = faults;
	}

	override create(run: StoredRun): Promise<void> {
		return this.#try(() => super.create(run));
	}

	override append(head: RunHead, from: number, events: readonly RoomEvent[]): Promise<void> {
		return this.#try(() => super.append(head, from, events));
	}

	async #try(write: () => Promise<void>): Promise<void> {
		const fault = this.#faults[this.#writes++] ?? null;
		// A write that is said to have failed may still have reached the disk.
		if (fault !== 'broken' && fault !== null) throw new StoreFault(fault);
		await write();
		if (fault === 'broken') throw new StoreFault(fault);
	}
}

const request: fc.Arbitrary<Asked> = fc.oneof(
	{ weight: 4, arbitrary: fc.constant<Asked>({ type: 'goOn' }) },
	fc.constantFrom<Asked>(
		commit('paper', null, null),
		commit('roll-back', 'x', 5),
		withdraw('paper'),
		{ type: 'pause' },
		{ type: 'resume' },
		{ type: 'stopHere' },
		{ type: 'setPace', stepsPerSecond: 40 },
		{ type: 'setPace', stepsPerSecond: null },
		{ type: 'command', body: { type: 'note', payload: { text: 'A note.' } } }
	)
);
const steps = fc.array(fc.tuple(request, fc.constantFrom(0, 30, 300, 1500)), { minLength: 4, maxLength: 14 });
const faults = fc.array(
	fc.option(fc.constantFrom<StoreFaultCode>('full', 'broken'), { nil: null, freq: 3 }),
	{ maxLength: 20 }
);

test('no order of requests and faults loses what was shown as kept, or leaves half of it', async () => {
	await fc.assert(
		fc.asyncProperty(steps, faults, async (played, broken) => {
			const store = new FaultyStore(broken);
			const host = openHost({ store });
			await host.toFirstRound();
			for (const [one, ms] of played) await host.ask(one, ms);
			expect(host.latest('failed')).toBeUndefined();

			const shown = host.latest('room')!.projection;
			const found = await store.read(host.runId());
			if (host.latest('kept')!.fault === null)
				expect(found!.events.length).toBeGreaterThanOrEqual(shown.version);
			if (found === null) return;

			const again = await afterCrash(store, host.runId());
			expect(again.latest('notOpened')).toBeUndefined();
			expect(again.latest('failed')).toBeUndefined();
			// One that was on its way has been paused.
			const { position } = foldLog(found.events);
			const paused = position.step === 'advance' && position.clock === 'running' ? 1 : 0;
			expect(again.latest('room')!.projection.version).toBe(found.events.length + paused);
			expect(['briefing', 'preparation', 'deciding', 'running', 'hotWash']).toContain(again.progress().kind);
			if (found.events.length !== shown.version) return;
			const [before, after] = [await host.log(), await again.log()];
			expect(withoutPauses(after)).toEqual(withoutPauses(before));
		}),
		{ numRuns: 25, seed: 20240719 }
	);
}, 120_000);
