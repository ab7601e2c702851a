import { errorMessage } from '../../debrief/pool/error-message.ts';
import { serveThreads } from '../pool/page-threads.ts';

/** A page's end of a worker beside it. */
export interface WorkerEnd<Request> {
	ask(request: Request): void;
	close(): void;
}

/**
 * Hears that no answer will come.
 *
 * @param detail in the browser's words; empty: it has none, as where a script did not come
 * @param wasThere whether there was a worker at all
 */
export type HearBroken = (detail: string, wasThere: boolean) => void;

/**
 * Starts a worker and hears what it says. Whatever keeps it from answering is told: no workers, a script that does not come,
 * an error in it, a message that cannot travel. One that broke is ended, and asked again it is told again.
 */
export function openWorker<Request, Message>(
	start: () => Worker,
	hear: (message: Message) => void,
	broken: HearBroken
): WorkerEnd<Request> {
	let worker: Worker | null = null;
	let endThreads = () => {};
	let [detail, wasThere, isTelling, isClosed] = ['', false, false, false];
	const end = () => {
		worker?.terminate();
		worker = null;
		endThreads();
	};
	const fail = (what: string) => {
		if (isClosed) return;
		end();
		detail = what;
		broken(detail, wasThere);
	};
	/** The caller is not ready to hear before it has what it asked for. */
	const failSoon = (what: string) => {
		detail = what;
		if (isTelling) return;
		isTelling = true;
		setTimeout(() => {
			isTelling = false;
			fail(detail);
		});
	};
	try {
		const own = start();
		endThreads = serveThreads(own);
		own.addEventListener('message', ({ data }: MessageEvent<Message>) => {
			if (own === worker) hear(data);
		});
		own.addEventListener('messageerror', () => fail('an answer could not be read'));
		own.addEventListener('error', ({ message }) => {
			if (own === worker) fail(message ?? '');
		});
		[worker, wasThere] = [own, true];
	} catch (error) {
		failSoon(errorMessage(error));
	}
	return {
		ask(request) {
			if (worker === null) return failSoon(detail);
			try {
				worker.postMessage(request);
			} catch (error) {
				failSoon(errorMessage(error));
			}
		},
		close() {
			isClosed = true;
			end();
		}
	};
}

/**
 * What a worker says that is there for this one request alone.
 * @throws Error with what kept it from answering
 */
export function askOnce<Request, Message>(start: () => Worker, request: Request): Promise<Message> {
	return new Promise((resolve, reject) => {
		const worker = openWorker<Request, Message>(
			start,
			(message) => {
				worker.close();
				resolve(message);
			},
			(detail) => reject(new Error(detail))
		);
		worker.ask(request);
	});
}
