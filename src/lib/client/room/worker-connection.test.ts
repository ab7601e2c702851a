import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PROTOCOL } from '../../room/protocol/protocol.ts';
import type { OpenRoom } from './open-room.ts';
import { WorkerConnection } from './worker-connection.ts';

/** Stands for a browser's worker, whose script a test lets arrive or fail. */
class FakeWorker extends EventTarget {
	readonly heard: unknown[] = [];
	postMessage(message: unknown): void {
		this.heard.push(message);
	}
	terminate(): void {}
}

let workers: FakeWorker[];
let connection: WorkerConnection;
/** How the connection has stood, one after the other. */
let stood: string[];

beforeEach(() => {
	workers = [];
	vi.stubGlobal(
		'Worker',
		class extends FakeWorker {
			constructor() {
				super();
				workers.push(this);
			}
		}
	);
	connection = new WorkerConnection();
	stood = [];
	connection.hear((heard) => {
		if (heard.type === 'status') stood.push(heard.status.kind);
	});
});
afterEach(() => {
	connection.close();
	vi.unstubAllGlobals();
});

/** How a browser says that a worker's script did not come, or threw. */
const fail = () => workers.at(-1)!.dispatchEvent(Object.assign(new Event('error'), { message: '' }));
const say = (message: object) =>
	workers.at(-1)!.dispatchEvent(new MessageEvent('message', { data: message }));
const opened = () =>
	workers.at(-1)!.heard.flatMap((one) => {
		const { type, what } = one as { type: string; what: OpenRoom };
		return type === 'open' ? [what] : [];
	});

const open = () => void connection.send({ type: 'open', what: { kind: 'kept', runId: 'run' } });

function failForGood(): void {
	while (connection.status.kind !== 'failed') fail();
}

const OPENED = { type: 'opened', facts: { runId: 'run' }, writer: 'w', seed: '1' };

describe('a worker whose script does not come', () => {
	it('is started four times, and then the person is told', () => {
		failForGood();
		expect(workers.length).toBe(4);
		expect(stood).toEqual(['connecting', 'connecting', 'connecting', 'failed']);
	});

	it('is started again when the person tries again, with as much patience as before', () => {
		failForGood();
		connection.connectAgain();
		expect(workers.length).toBe(5);
		failForGood();
		expect(workers.length).toBe(8);
	});
});

describe('a worker that takes the place of another', () => {
	it('is asked for what had been asked and not been answered', () => {
		open();
		fail();
		expect(opened()).toEqual([{ kind: 'kept', runId: 'run' }]);
		failForGood();
		connection.connectAgain();
		expect(opened()).toEqual([{ kind: 'kept', runId: 'run' }]);
	});

	it('is asked for the run that was open, where it was kept', () => {
		open();
		say(OPENED);
		failForGood();
		connection.connectAgain();
		expect(opened()).toEqual([{ kind: 'resume', runId: 'run', writer: 'w' }]);
	});

	it('is asked for nothing where nothing was open', () => {
		open();
		say({ type: 'notOpened', fault: { code: 'noSuchRun', params: {} }, canRetry: false });
		fail();
		expect(opened()).toEqual([]);
		open();
		say(OPENED);
		void connection.send({ type: 'leave' });
		fail();
		expect(opened()).toEqual([]);
	});
});

describe('R160: requests over a message port', () => {
	const welcome = (protocol = PROTOCOL) => say({ type: 'welcome', protocol, nowMs: 1 });
	const idOf = (at: number) => (workers.at(-1)!.heard[at] as { id: string }).id;

	it('each has an id of its own, and gets the answer to that id', async () => {
		welcome();
		expect(connection.status).toEqual({ kind: 'live' });
		const [first, second] = [connection.send({ type: 'pause' }), connection.send({ type: 'resume' })];
		expect(idOf(0)).not.toBe(idOf(1));
		const refused = { kind: 'refused', refusal: { code: 'notNow', params: {} } };
		say({ type: 'answer', id: idOf(1), answer: refused });
		say({ type: 'answer', id: idOf(0), answer: { kind: 'accepted', version: 3 } });
		expect(await first).toEqual({ kind: 'accepted', version: 3 });
		expect(await second).toEqual(refused);
	});

	it('what a worker has not answered when it dies was not sent', async () => {
		welcome();
		const answer = connection.send({ type: 'pause' });
		fail();
		expect(await answer).toEqual({ kind: 'notSent' });
	});

	it('a worker of another protocol, or one that says what nobody knows, is not talked to', () => {
		welcome(PROTOCOL + 1);
		const failed = { kind: 'failed', breakdown: { code: 'otherProtocol', params: {} } };
		expect(connection.status).toEqual(failed);
		connection.connectAgain();
		welcome();
		say({ type: 'gossip' });
		expect(connection.status).toEqual(failed);
	});

	it('a new worker is told what holds for whatever is open', () => {
		void connection.send({ type: 'setPace', stepsPerSecond: 40 });
		void connection.send({ type: 'watchMap', on: true });
		fail();
		expect(workers.at(-1)!.heard).toMatchObject([
			{ type: 'setPace', stepsPerSecond: 40 },
			{ type: 'watchMap', on: true }
		]);
	});
});
