import { describe, expect, it } from 'vitest';
import type { SendAnswer } from '../connection/room-connection.ts';
import { EvaluatorQueue, type What } from './evaluator-queue.svelte.ts';

const RATING: What = { kind: 'rating', team: 'airline', task: 'count-hosts', mark: 'S' };
const NOTE: What = { kind: 'note', team: 'airline', task: null, inject: null, text: 'They counted twice.' };
const ACCEPTED: SendAnswer = { kind: 'accepted', version: 1 };
const refusal = (phase: 'lobby' | 'closed'): SendAnswer => ({
	kind: 'refused',
	refusal: { code: 'wrongPhase', params: { command: 'rate', phases: [], phase } }
});

function device() {
	const kept = new Map<string, string>();
	const sent: string[] = [];
	let answers: SendAnswer = ACCEPTED;
	let ids = 0;
	const open = () =>
		new EvaluatorQueue({
			key: 'queue',
			storage: {
				getItem: (key) => kept.get(key) ?? null,
				setItem: (key, value) => void kept.set(key, value)
			},
			send: async (body, id) => {
				sent.push(`${id} ${body.type}`);
				return answers;
			},
			makeId: () => `w${++ids}`,
			dateMs: () => 1000,
			requestOf: ({ what }) => ({
				type: 'command',
				body: { type: what.kind === 'rating' ? 'rate' : 'note', payload: {} }
			})
		});
	return { open, sent, kept, answer: (one: SendAnswer) => (answers = one) };
}

describe('what an evaluator writes', () => {
	it('is sent at once, in its order', async () => {
		const { open, sent } = device();
		const queue = open();
		queue.add(RATING, 60);
		queue.add(NOTE, 61);
		await queue.flush();
		await settled();
		expect(sent).toEqual(['w1 command', 'w2 command']);
		expect([queue.waiting, queue.sent]).toEqual([0, 2]);
	});

	it('survives a reload, and is sent later under the same id', async () => {
		const { open, sent, answer } = device();
		answer({ kind: 'notSent' });
		const before = open();
		before.add(NOTE, 61);
		await settled();
		const after = open();
		expect(after.waiting).toBe(1);
		answer(ACCEPTED);
		await after.flush();
		expect(sent).toEqual(['w1 command', 'w1 command']);
		expect(open().sent).toBe(1);
	});

	it('waits where the exercise has not begun, and holds up nothing of what was written', async () => {
		const { open, answer, sent } = device();
		answer(refusal('lobby'));
		const queue = open();
		queue.add(RATING, null);
		await settled();
		expect(queue.waiting).toBe(1);
		// The room would answer the same request as it did before.
		answer(ACCEPTED);
		await queue.flush();
		expect(sent).toEqual(['w1 command', 'w2 command']);
	});

	it('stays on the device where the room refuses it, and can be sent again', async () => {
		const { open, answer } = device();
		answer(refusal('closed'));
		const queue = open();
		queue.add(RATING, 60);
		await settled();
		expect(queue.refused.map(({ refusal }) => refusal?.code)).toEqual(['wrongPhase']);
		answer(ACCEPTED);
		await queue.sendAgain();
		expect([queue.refused.length, queue.sent]).toEqual([0, 1]);
	});

	it('shows the latest mark of a task', async () => {
		const { open } = device();
		const queue = open();
		queue.add(RATING, 60);
		queue.add({ ...RATING, mark: 'P' }, 62);
		expect(queue.markOf('airline', 'count-hosts')).toBe('P');
		expect(queue.markOf('bank', 'count-hosts')).toBeNull();
	});

	it('begins anew where what was kept cannot be read', () => {
		const { open, kept } = device();
		kept.set('queue', '{"no":"list"}');
		expect(open().writings).toEqual([]);
	});
});

function settled(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}
