import { errorMessage } from '../../debrief/pool/error-message.ts';
import { PROTOCOL } from '../../room/protocol/protocol.ts';
import type { RoomBreakdown } from '../../room/protocol/solo-faults.ts';
import type { SendAnswer, StatusChange } from '../connection/room-connection.ts';
import { serveThreads } from '../pool/page-threads.ts';
import { realClock } from '../real-clock.ts';
import { Watchdog } from '../watchdog.ts';
import { ARE_YOU_ALIVE, isSignOfLife, readMessage, type RoomMessage } from './messages.ts';
import type { OpenRoom } from './open-room.ts';
import { PendingRequests } from './pending-requests.ts';
import type { SoloBody } from './requests.ts';
import type { SoloConnection, SoloStatus } from './solo-connection.ts';

const ANSWERS_TO_OPEN: readonly RoomMessage['type'][] = ['opened', 'notOpened', 'readOnlyLog'];
/** What a page has asked for last holds for a new worker too. */
const LASTING: readonly SoloBody['type'][] = ['setPace', 'watchMap', 'watchFlows'];

type Heard = RoomMessage | StatusChange<SoloStatus>;

/** A room in a worker beside the page. One that dies is replaced, and the open run is taken up from where it was kept. */
export class WorkerConnection implements SoloConnection {
	readonly #listeners = new Set<(heard: Heard) => void>();
	readonly #pending = new PendingRequests();
	readonly #watchdog: Watchdog;
	/** By type, what a new worker is told first. */
	readonly #lasting = new Map<SoloBody['type'], SoloBody>();
	#worker: Worker | null = null;
	#endThreads = () => {};
	/** What was asked to be opened and has not been answered; what is open. A new worker is asked for it again. */
	#asked: OpenRoom | null = null;
	#run: { readonly runId: string; readonly writer: string } | null = null;
	#status: SoloStatus = { kind: 'connecting' };
	#isClosed = false;

	constructor() {
		this.#watchdog = new Watchdog(realClock, {
			ask: () => this.#worker?.postMessage(ARE_YOU_ALIVE),
			slow: (isSlow) => this.#slow(isSlow),
			dead: () => this.#replace({ code: 'silent', params: {} })
		});
		this.#start();
	}

	get status(): SoloStatus {
		return this.#status;
	}

	send(body: SoloBody, id?: string): Promise<SendAnswer> {
		if (body.type === 'open') this.#asked = body.what;
		if (body.type === 'leave') this.#asked = this.#run = null;
		if (LASTING.includes(body.type)) this.#lasting.set(body.type, body);
		return this.#post(body, id);
	}

	hear(listener: (heard: Heard) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	connectAgain(): void {
		this.#endWorker();
		this.#watchdog.forgive();
		this.#startAgain();
	}

	close(): void {
		this.#isClosed = true;
		this.#watchdog.stop();
		this.#endWorker();
		this.#pending.giveUp();
	}

	#post(body: SoloBody, id?: string): Promise<SendAnswer> {
		if (this.#worker === null) return Promise.resolve({ kind: 'notSent' });
		const request = this.#pending.add(id);
		try {
			this.#worker.postMessage({ ...body, id: request.id });
		} catch {
			// What cannot travel has not been sent.
			this.#pending.notSent(request.id);
		}
		return request.answer;
	}

	#hear(data: unknown): void {
		this.#watchdog.heard();
		if (isSignOfLife(data)) return;
		const message = readMessage(data);
		if (message === null || (message.type === 'welcome' && message.protocol !== PROTOCOL))
			return this.#fail({ code: 'otherProtocol', params: {} });
		if (message.type === 'welcome') return this.#stand({ kind: 'live' });
		if (message.type === 'answer') return this.#pending.answered(message.id, message.answer);
		if (message.type === 'failed') return this.#fail(message.breakdown);
		if (message.type === 'opened') this.#run = { runId: message.facts.runId, writer: message.writer };
		else if (message.type === 'notOpened' || message.type === 'readOnlyLog') this.#run = null;
		if (ANSWERS_TO_OPEN.includes(message.type)) this.#asked = null;
		this.#tell(message);
	}

	#start(): void {
		this.#stand({ kind: 'connecting' });
		try {
			const own = new Worker(new URL('./room.worker.ts', import.meta.url), { type: 'module' });
			this.#worker = own;
			this.#endThreads = serveThreads(own);
			own.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
				if (own === this.#worker) this.#hear(data);
			});
			own.addEventListener('error', (event) => {
				event.preventDefault();
				const params = { detail: event.message ?? '' };
				if (own === this.#worker) this.#replace({ code: 'didNotStart', params });
			});
			this.#watchdog.started();
		} catch (error) {
			const params = { detail: errorMessage(error) };
			// Listeners come after the connection: they are told once they are there.
			setTimeout(() => this.#fail({ code: 'noWorker', params }));
		}
	}

	#replace(why: RoomBreakdown): void {
		this.#endWorker();
		if (this.#isClosed) return;
		if (this.#watchdog.died()) return this.#startAgain();
		this.#pending.giveUp();
		this.#fail(why);
	}

	#endWorker(): void {
		this.#worker?.terminate();
		this.#worker = null;
		this.#endThreads();
	}

	/** A new worker, brought to where the one before was. */
	#startAgain(): void {
		this.#pending.giveUp();
		this.#start();
		for (const body of this.#lasting.values()) void this.#post(body);
		const what = this.#asked ?? (this.#run === null ? null : ({ kind: 'resume', ...this.#run } as const));
		if (what !== null) void this.#post({ type: 'open', what });
	}

	#slow(isSlow: boolean): void {
		if (isSlow) this.#stand({ kind: 'lost', sinceMs: realClock.nowMs() });
		else if (this.#status.kind === 'lost') this.#stand({ kind: 'live' });
	}

	#fail(breakdown: RoomBreakdown): void {
		this.#stand({ kind: 'failed', breakdown });
	}

	#stand(status: SoloStatus): void {
		this.#status = status;
		this.#tell({ type: 'status', status });
	}

	#tell(heard: Heard): void {
		for (const listener of this.#listeners) listener(heard);
	}
}
