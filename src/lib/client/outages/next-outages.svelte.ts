import type { ScenarioRef } from '../../debrief/pool/task.ts';
import type { ComparedShock } from '../../outages/evaluate/compared-shock.ts';
import type { Evaluation } from '../../outages/evaluate/evaluation.ts';
import type { Agreement } from '../../outages/reform/agreement.ts';
import type { OutagesMessage, OutagesRequest } from './messages.ts';
import { startWorker, type OutagesWorker } from './start-worker.ts';

interface Settled {
	readonly agreement: Agreement;
	readonly months: number;
}
/** What is known of the shock that was asked for last. */
export type WatchState = 'none' | 'running' | 'there' | 'failed';

/** The next outages as a page shows them, worked out in a worker beside it. */
export class NextOutages {
	/** Null: nothing has been told yet. */
	evaluation = $state.raw<Evaluation | null>(null);
	/** The shock that is watched; null: there is none by now, see {@link watching}. */
	shock = $state.raw<ComparedShock | null>(null);
	watching = $state<WatchState>('none');
	/** Nothing more comes: the worker broke, or there is none. */
	hasFailed = $state(false);
	#settled = $state.raw<Settled | null>(null);
	#prepared: { readonly source: ScenarioRef; readonly months: number } | null = null;
	#asked: { readonly kind: string; readonly number: number } | null = null;
	#worker: OutagesWorker | null = null;
	readonly #start: typeof startWorker;

	constructor(start = startWorker) {
		this.#start = start;
	}

	/** What was agreed last; null: nothing yet. */
	get agreement(): Agreement | null {
		return this.#settled?.agreement ?? null;
	}

	/** Begins with the worlds that are there before anybody has agreed on anything, so many months later. */
	prepare(source: ScenarioRef, months: number): void {
		this.#prepared = { source, months };
		this.#worker ??= this.#start(
			(message) => this.#hear(message),
			() => this.#fail()
		);
		this.#ask({ type: 'prepare', source, months });
	}

	/** What was agreed, and how many months later it is looked at. */
	settle(agreement: Agreement, months: number): void {
		this.#settled = { agreement, months };
		this.shock = null;
		this.#asked = null;
		this.watching = 'none';
		this.#ask({ type: 'settle', agreement, months });
	}

	/** Asks for one shock in both worlds, minute by minute. */
	watch(kind: string, number: number): void {
		this.shock = null;
		this.#asked = { kind, number };
		this.watching = 'running';
		this.#ask({ type: 'watch', kind, number });
	}

	stop(): void {
		this.#ask({ type: 'stop' });
	}

	/** Goes on after a stop, or after it failed: in another worker where the one before is gone. */
	goOn(): void {
		if (!this.hasFailed) return this.#ask({ type: 'goOn' });
		this.close();
		this.hasFailed = false;
		if (this.#prepared !== null) this.prepare(this.#prepared.source, this.#prepared.months);
		if (this.#settled !== null) this.settle(this.#settled.agreement, this.#settled.months);
	}

	close(): void {
		this.#worker?.close();
		this.#worker = null;
	}

	#ask(request: OutagesRequest): void {
		this.#worker?.ask(request);
	}

	#hear(message: OutagesMessage): void {
		if (message.type === 'failed') this.#fail();
		else if (message.type === 'shock') this.#take(message.shock);
		else if (message.type === 'shockFailed') this.#shockFailed(message);
		else this.evaluation = message.evaluation;
	}

	#fail(): void {
		this.hasFailed = true;
		if (this.watching === 'running') this.watching = 'failed';
	}

	/** Of several that were asked for the last one holds. */
	#take(shock: ComparedShock): void {
		if (!this.#isAsked(shock) || this.#settled?.months !== shock.months) return;
		this.shock = shock;
		this.watching = 'there';
	}

	#shockFailed(shock: { readonly kind: string; readonly number: number }): void {
		if (this.watching === 'running' && this.#isAsked(shock)) this.watching = 'failed';
	}

	#isAsked({ kind, number }: { readonly kind: string; readonly number: number }): boolean {
		return this.#asked?.kind === kind && this.#asked.number === number;
	}
}
