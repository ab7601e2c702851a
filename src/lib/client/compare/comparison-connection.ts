import { PROTOCOL } from '../../room/protocol/protocol.ts';
import type { RoomBreakdown } from '../../room/protocol/solo-faults.ts';
import type { SendAnswer } from '../connection/room-connection.ts';
import { PendingRequests } from '../room/pending-requests.ts';
import { readComparisonMessage, type ComparisonMessage } from './messages.ts';
import type { ComparisonBody } from './requests.ts';

/** A page's end of a comparison in a worker beside it. Where there are no workers, or one breaks, it says so in a message. */
export class ComparisonConnection {
	readonly #listeners = new Set<(message: ComparisonMessage) => void>();
	readonly #pending = new PendingRequests();
	#worker: Worker | null = null;

	constructor() {
		try {
			const worker = new Worker(new URL('./comparison.worker.ts', import.meta.url), { type: 'module' });
			worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => this.#hear(data));
			worker.addEventListener('error', (event) => {
				this.#fail({ code: 'didNotStart', params: { detail: event.message ?? '' } });
			});
			this.#worker = worker;
		} catch (error) {
			// Listeners come after the connection: they are told once they are there.
			const detail = error instanceof Error ? error.message : String(error);
			setTimeout(() => this.#fail({ code: 'noWorker', params: { detail } }));
		}
	}

	send(body: ComparisonBody): Promise<SendAnswer> {
		if (this.#worker === null) return Promise.resolve({ kind: 'notSent' });
		const request = this.#pending.add();
		this.#worker.postMessage({ ...body, id: request.id });
		return request.answer;
	}

	/** Returns how to stop hearing. */
	hear(listener: (message: ComparisonMessage) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	close(): void {
		this.#worker?.terminate();
		this.#worker = null;
		this.#pending.giveUp();
	}

	#hear(data: unknown): void {
		const message = readComparisonMessage(data);
		if (message === null || (message.type === 'welcome' && message.protocol !== PROTOCOL))
			return this.#fail({ code: 'otherProtocol', params: {} });
		if (message.type === 'welcome') return;
		if (message.type === 'answer') return this.#pending.answered(message.id, message.answer);
		this.#tell(message);
	}

	#fail(breakdown: RoomBreakdown): void {
		this.#tell({ type: 'failed', breakdown });
	}

	#tell(message: ComparisonMessage): void {
		for (const listener of this.#listeners) listener(message);
	}
}
