import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { PROTOCOL } from '../../room/protocol/protocol.ts';
import { readMessage, type WorkerMessage } from './messages.ts';

/** Everything that the worker has said, read as a page reads it. */
const said: (WorkerMessage | null)[] = [];
let ask: (data: unknown) => void;

beforeAll(async () => {
	vi.stubGlobal('postMessage', (message: unknown) => said.push(readMessage(structuredClone(message))));
	vi.stubGlobal('addEventListener', (_type: string, listener: (event: { data: unknown }) => void) => {
		ask = (data) => listener({ data });
	});
	await import('./room.worker.ts');
});
afterAll(() => void vi.unstubAllGlobals());

const answerTo = (id: string) =>
	vi.waitFor(() => {
		const found = said.find((one) => one?.type === 'answer' && one.id === id);
		if (found?.type !== 'answer') throw new Error(`no answer to ${id}`);
		return found.answer;
	});

test('R160: a worker says its protocol first, then what can be played', () => {
	expect(said[0]).toMatchObject({ type: 'welcome', protocol: PROTOCOL });
	expect(said[1]).toMatchObject({ type: 'ready' });
});

test('R160: what it is asked it answers under the same id, also what it cannot read', async () => {
	ask({ id: 'a1', type: 'setPace', stepsPerSecond: 8 });
	ask({ id: 'a2', type: 'dance' });
	ask({ id: 'a3', type: 'stopHere' });
	expect(await answerTo('a1')).toEqual({ kind: 'accepted', version: 0 });
	expect(await answerTo('a2')).toEqual({ kind: 'refused', refusal: { code: 'unreadable', params: {} } });
	expect(await answerTo('a3')).toEqual({ kind: 'refused', refusal: { code: 'nothingOpen', params: {} } });
});

test('R161: all that it says can be read by its page', () => {
	expect(said).not.toContain(null);
});
