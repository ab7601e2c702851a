import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { EvaluatorQueue } from '../../client/evaluate/evaluator-queue.svelte.ts';
import QueueState from './QueueState.svelte';

const queue = (fields: object) =>
	({ waiting: 0, sent: 0, refused: [], writings: [], ...fields }) as unknown as EvaluatorQueue;
const line = () => page.getByRole('status');

describe('the line of an evaluator’s queue', () => {
	test('says how much waits to be sent, and then that all has arrived', async () => {
		const props = { startMinute: 0, isClosed: false };
		const { rerender } = await render(QueueState, { ...props, queue: queue({ waiting: 3 }) });
		await expect.poll(() => line().element().textContent).toContain('3');
		await rerender({ queue: queue({ sent: 5 }) });
		await expect.poll(() => line().element().textContent).toContain('5');
	});
});
