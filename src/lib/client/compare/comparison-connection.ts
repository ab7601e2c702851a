import { PROTOCOL } from '../../room/protocol/protocol.ts';
import type { RoomBreakdown } from '../../room/protocol/solo-faults.ts';
import type { SendAnswer } from '../connection/room-connection.ts';
import { PendingRequests } from '../room/pending-requests.ts';
import { openWorker, type WorkerEnd } from '../worker/open-worker.ts';
import { readComparisonMessage, type ComparisonMessage } from './messages.ts';
import type { ComparisonBody, ComparisonRequest } from './requests.ts';

/** A page's end of a comparison in a worker beside it. Where there are no workers, or one breaks, it says so in a message. */
export class ComparisonConnection {
	readonly #listeners = new Set<(message: ComparisonMessage) => void>();
	readonly #pending = new PendingRequests();
	readonly #worker: WorkerEnd<ComparisonRequest>;

	constructor() {
		this.#worker = openWorker(
			() => new Worker(new URL('./comparison.worker.ts', import.meta.url), { type: 'module' }),
			(message: unknown) => this.#hear(message),
			(detail, wasThere) => {
				this.#pending.giveUp();
				this.#fail({ code: wasThere ? 'didNotStart' : 'noWorker', params: { detail } });
			}
		);
	}

	send(body: ComparisonBody): Promise<SendAnswer> {
		const request = this.#pending.add();
		this.#worker.ask({ ...body, id: request.id });
		return request.answer;
	}

	/** Returns how to stop hearing. */
	hear(listener: (message: ComparisonMessage) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	close(): void {
		this.#worker.close();
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
