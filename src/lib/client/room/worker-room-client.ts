import { ARE_YOU_ALIVE, isSignOfLife, readMessage, type RoomRequest } from './messages.ts';
import type { CommandBody } from '../../exercise/commands/commands.ts';
import type { OpenRoom, RoomClient, RoomMessage } from './room-client.ts';
import { roomWords } from './words.ts';
import { realClock } from '../real-clock.ts';
import { Watchdog } from '../watchdog.ts';

const ANSWERS_TO_OPEN: readonly RoomMessage['type'][] = ['opened', 'notOpened', 'readOnlyLog'];

/**
 * A room in a worker beside the page. Where there are no workers it says so in a message. One that dies is replaced, and the
 * open run is taken up from where it was kept; the person is told.
 */
export function workerRoomClient(): RoomClient {
	const listeners = new Set<(message: RoomMessage) => void>();
	const tell = (message: RoomMessage) => listeners.forEach((listener) => listener(message));

	let worker: Worker | null = null;
	/** What was asked to be opened and has not been answered; what is open. A new worker is asked for it again. */
	let asked: OpenRoom | null = null;
	let run: { readonly runId: string; readonly writer: string } | null = null;
	let pace: RoomRequest & { type: 'setPace' } = { type: 'setPace', pace: 1 };
	let watchesMap = false;
	let flows: RoomRequest & { type: 'watchFlows' } = { type: 'watchFlows', scope: null };
	let isClosed = false;

	const ask = (request: RoomRequest) => worker?.postMessage(request);

	const watchdog = new Watchdog(realClock, {
		ask: () => worker?.postMessage(ARE_YOU_ALIVE),
		slow: (isSlow) => tell({ type: 'slow', isSlow }),
		dead: () => replace(roomWords().workerSilent)
	});

	function hear(data: unknown): void {
		watchdog.heard();
		if (isSignOfLife(data)) return;
		const message = readMessage(data);
		if (message === null) return tell({ type: 'failed', what: roomWords().messageUnknown });
		if (message.type === 'opened') run = { runId: message.facts.runId, writer: message.writer };
		else if (message.type === 'notOpened' || message.type === 'readOnlyLog') run = null;
		if (ANSWERS_TO_OPEN.includes(message.type)) asked = null;
		// Only what is known from the start may still be missing: the rest of the room goes on.
		tell(message);
	}

	function start(): void {
		try {
			worker = new Worker(new URL('./room.worker.ts', import.meta.url), { type: 'module' });
			const own = worker;
			own.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
				if (own === worker) hear(data);
			});
			own.addEventListener('error', (event) => {
				event.preventDefault();
				if (own === worker) replace(event.message || roomWords().workerDidNotStart);
			});
			watchdog.started();
		} catch (error) {
			// Listeners come after the client: they are told once they are there.
			const what = `${roomWords().noWorker} (${error instanceof Error ? error.message : String(error)})`;
			setTimeout(() => tell({ type: 'failed', what }));
		}
	}

	function replace(why: string): void {
		worker?.terminate();
		worker = null;
		if (isClosed) return;
		if (!watchdog.died()) return tell({ type: 'failed', what: why });
		startAgain();
		tell({ type: 'restarted', what: roomWords().restarted });
	}

	/** A new worker, brought to where the one before was. */
	function startAgain(): void {
		start();
		ask(pace);
		ask({ type: 'watchMap', on: watchesMap });
		ask(flows);
		const what: OpenRoom | null = asked ?? (run === null ? null : { kind: 'resume', ...run });
		if (what !== null) ask({ type: 'open', what });
	}

	start();
	return {
		open(request) {
			asked = request;
			ask({ type: 'open', what: request });
		},
		commit: (decision, rationale, confidencePct) =>
			ask({ type: 'commitDecision', decision, rationale, confidencePct }),
		withdraw: (decision) => ask({ type: 'withdrawDecision', decision }),
		goOn: () => ask({ type: 'goOn' }),
		setPace(steps) {
			pace = { type: 'setPace', pace: steps };
			ask(pace);
		},
		pause: () => ask({ type: 'pause' }),
		resume: () => ask({ type: 'resume' }),
		stopHere: () => ask({ type: 'stopHere' }),
		send: ({ type, payload }: CommandBody) =>
			ask({ type: 'command', body: { type, payload: { ...payload } } }),
		saveLog: () => ask({ type: 'saveLog' }),
		checkClaim: () => ask({ type: 'checkClaim' }),
		listRuns: () => ask({ type: 'listRuns' }),
		forgetRun: (id) => ask({ type: 'forgetRun', runId: id }),
		watchMap(on) {
			watchesMap = on;
			ask({ type: 'watchMap', on });
		},
		watchFlows(scope) {
			flows = { type: 'watchFlows', scope: scope === null ? null : { ...scope } };
			ask(flows);
		},
		previewMap: (scenarioId) => ask({ type: 'previewMap', scenarioId }),
		lookBack: (minute) => ask({ type: 'lookBack', minute }),
		leave() {
			asked = null;
			run = null;
			ask({ type: 'leave' });
		},
		tryAgain() {
			worker?.terminate();
			watchdog.forgive();
			startAgain();
		},
		hear(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		close() {
			isClosed = true;
			watchdog.stop();
			worker?.terminate();
			worker = null;
		}
	};
}
