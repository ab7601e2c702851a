import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OpenRoom, RoomClient, RoomMessage } from './room-client.ts';
import { workerRoomClient } from './worker-room-client.ts';

/** Stands for a browser's worker, whose script a test lets arrive or fail. */
class FakeWorker extends EventTarget {
	readonly heard: unknown[] = [];
	postMessage(message: unknown): void {
		this.heard.push(message);
	}
	terminate(): void {}
}

let workers: FakeWorker[];
let client: RoomClient;
let told: RoomMessage[];

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
	client = workerRoomClient();
	told = [];
	client.hear((message) => told.push(message));
});
afterEach(() => {
	client.close();
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

function failForGood(): void {
	while (told.at(-1)?.type !== 'failed') fail();
}

const OPENED = { type: 'opened', facts: { runId: 'run' }, writer: 'w', seed: '1' };

describe('a worker whose script does not come', () => {
	it('is started four times, and then the person is told', () => {
		failForGood();
		expect(workers.length).toBe(4);
		expect(told.map(({ type }) => type)).toEqual(['restarted', 'restarted', 'restarted', 'failed']);
	});

	it('is started again when the person tries again, with as much patience as before', () => {
		failForGood();
		client.tryAgain();
		expect(workers.length).toBe(5);
		told.length = 0;
		failForGood();
		expect(workers.length).toBe(8);
	});
});

describe('a worker that takes the place of another', () => {
	it('is asked for what had been asked and not been answered', () => {
		client.open({ kind: 'kept', runId: 'run' });
		fail();
		expect(opened()).toEqual([{ kind: 'kept', runId: 'run' }]);
		failForGood();
		client.tryAgain();
		expect(opened()).toEqual([{ kind: 'kept', runId: 'run' }]);
	});

	it('is asked for the run that was open, where it was kept', () => {
		client.open({ kind: 'kept', runId: 'run' });
		say(OPENED);
		failForGood();
		client.tryAgain();
		expect(opened()).toEqual([{ kind: 'resume', runId: 'run', writer: 'w' }]);
	});

	it('is asked for nothing where nothing was open', () => {
		client.open({ kind: 'kept', runId: 'run' });
		say({ type: 'notOpened', what: 'It is not there.', canRetry: false });
		fail();
		expect(opened()).toEqual([]);
		client.open({ kind: 'kept', runId: 'run' });
		say(OPENED);
		client.leave();
		fail();
		expect(opened()).toEqual([]);
	});
});
