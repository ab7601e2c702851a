import { EventEmitter } from 'node:events';
import { createReadStream } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answerWithin, installLastResort } from './last-resort.ts';
import { withoutRunner } from './testing/without-runner.ts';

let ofNoRequest: unknown[];
let remove: () => void;
let restore: () => void;
beforeEach(() => {
	restore = withoutRunner();
	ofNoRequest = [];
	remove = installLastResort((error) => ofNoRequest.push(error));
});
afterEach(() => {
	remove();
	restore();
});

const failing: Record<string, () => void | Promise<void>> = {
	'throws at once': () => {
		throw new Error('ours');
	},
	rejects: async () => {
		await Promise.resolve();
		throw new Error('ours');
	},
	'rejects a promise that nobody waits for': () =>
		void (async () => {
			await Promise.resolve();
			throw new Error('ours');
		})(),
	'throws in a timer': () =>
		void setTimeout(() => {
			throw new Error('ours');
		}),
	'reads a file that is gone': () => void createReadStream('/no/such/file: ours'),
	'reads a stream from behind its end': () => void createReadStream('/ours', { start: 5, end: 2 }),
	'emits an error that nobody hears': () =>
		void setImmediate(() => new EventEmitter().emit('error', new Error('ours')))
};

test.each(Object.entries(failing))('an answer that %s fails by itself', async (_name, answer) => {
	const error = await new Promise((resolve) => answerWithin(answer, resolve));
	expect(String(error)).toMatch(/ours|"start" is out of range/);
	expect(ofNoRequest).toEqual([]);
});

test('two requests at once fail each for itself', async () => {
	const failed = (name: string) =>
		new Promise((resolve) =>
			answerWithin(
				() =>
					void setTimeout(() => {
						throw new Error(name);
					}),
				(error) => resolve(String(error))
			)
		);
	expect(await Promise.all([failed('first'), failed('second')])).toEqual(['Error: first', 'Error: second']);
});

test('what belongs to no request is reported', async () => {
	const error = new Error('a timer of the server');
	setTimeout(() => {
		throw error;
	});
	await expect.poll(() => ofNoRequest).toEqual([error]);
});
