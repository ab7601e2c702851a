import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SendAnswer } from '../connection/room-connection.ts';
import type { RequestBody } from '../../room/protocol/requests.ts';
import { OpenedInjects } from './opened-injects.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('R191: what is opened is told once, together with what was opened with it, and again where that failed', async () => {
	const sent: RequestBody[] = [];
	let answer: SendAnswer = { kind: 'notSent' };
	const opened = new OpenedInjects({
		sendQuietly: (body) => {
			sent.push(body);
			return Promise.resolve(answer);
		}
	});
	const see = async (...injects: string[]) => {
		for (const one of injects) opened.opened(one);
		await vi.advanceTimersByTimeAsync(1000);
	};
	await see('a', 'b', 'a');
	expect(sent).toEqual([{ type: 'openInjects', injects: ['a', 'b'] }]);
	answer = { kind: 'accepted', version: 1 };
	await see('a');
	await see('a', 'c');
	expect(sent.slice(1)).toEqual([
		{ type: 'openInjects', injects: ['a'] },
		{ type: 'openInjects', injects: ['c'] }
	]);
});
