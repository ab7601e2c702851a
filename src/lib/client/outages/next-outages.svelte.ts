import type { ScenarioRef } from '../../debrief/pool/task.ts';
import type { ComparedShock } from '../../outages/evaluate/compared-shock.ts';
import type { Evaluation } from '../../outages/evaluate/evaluation.ts';
import type { Agreement } from '../../outages/reform/agreement.ts';
import type { OutagesMessage, OutagesRequest } from './messages.ts';
import { startWorker } from './start-worker.ts';

/** The next outages as a page shows them, worked out in a worker beside it. */
export class NextOutages {
	/** Null: nothing has been told yet. */
	evaluation = $state.raw<Evaluation | null>(null);
	/** The shock that is watched; null: none, or it is being run. */
	shock = $state.raw<ComparedShock | null>(null);
	/** The one that was asked for last, which has not come yet; null: none. */
	#asked: { readonly kind: string; readonly number: number } | null = null;
	#months: number | null = null;
	hasFailed = $state(false);
	/** What was agreed last; null: nothing yet. */
	agreement = $state.raw<Agreement | null>(null);
	#worker: Worker | null = null;

	/** Begins with the worlds that are there before anybody has agreed on anything. */
	prepare(source: ScenarioRef): void {
		if (this.#worker !== null) return this.#ask({ type: 'prepare', source });
		try {
			const worker = startWorker();
			worker.addEventListener('message', ({ data }: MessageEvent<OutagesMessage>) => this.#hear(data));
			worker.addEventListener('error', () => (this.hasFailed = true));
			this.#worker = worker;
			this.#ask({ type: 'prepare', source });
		} catch {
			this.hasFailed = true;
		}
	}

	/** What was agreed, and how many months later it is looked at. */
	settle(agreement: Agreement, months: number): void {
		this.agreement = agreement;
		this.shock = null;
		this.#asked = null;
		this.#months = months;
		this.#ask({ type: 'settle', agreement, months });
	}

	/** Asks for one shock in both worlds, minute by minute. */
	watch(kind: string, number: number): void {
		this.shock = null;
		this.#asked = { kind, number };
		this.#ask({ type: 'watch', kind, number });
	}

	/** Whether a shock was asked for and has not come yet. */
	get isWatching(): boolean {
		return this.#asked !== null;
	}

	stop(): void {
		this.#ask({ type: 'stop' });
	}

	goOn(): void {
		this.#ask({ type: 'goOn' });
	}

	close(): void {
		this.#worker?.terminate();
		this.#worker = null;
	}

	#ask(request: OutagesRequest): void {
		this.#worker?.postMessage(request);
	}

	#hear(message: OutagesMessage): void {
		if (message.type === 'failed') this.hasFailed = true;
		else if (message.type === 'shock') this.#take(message.shock);
		else this.evaluation = message.evaluation;
	}

	/** Of several that were asked for the last one holds. */
	#take(shock: ComparedShock): void {
		const { kind, number, months } = shock;
		if (this.#asked?.kind !== kind || this.#asked.number !== number || this.#months !== months) return;
		this.#asked = null;
		this.shock = shock;
	}
}
