import { describe, expect, it } from 'vitest';
import { readPersonRequest } from '../../../room/protocol/requests.ts';
import { BallotDraft } from './ballot-draft.svelte.ts';

const decision = (n: number) => ({ id: `d${n}`, title: `Decision ${n}` });

describe('a question that is being written', () => {
	it('has two to six options, and is whole when all is written', () => {
		const draft = new BallotDraft();
		draft.remove(draft.options[0]!.key);
		expect(draft.options).toHaveLength(2);
		for (let n = 0; n < 9; n++) draft.add();
		expect(draft.options).toHaveLength(6);
		draft.question = ' What first? ';
		for (const option of draft.options) option.text = ' yes ';
		expect(draft.isWhole).toBe(true);
		draft.options[3]!.text = ' ';
		expect(draft.isWhole).toBe(false);
	});

	it('is a request that a room takes, whatever it was filled with', () => {
		const draft = new BallotDraft();
		draft.question = ' What first? ';
		draft.fill([{ id: 'long', title: 'x'.repeat(200) }, ...[1, 2, 3, 4, 5, 6, 7].map(decision)]);
		expect(draft.options).toHaveLength(6);
		expect(draft.decides).toBe(true);
		expect(readPersonRequest({ ...draft.request, id: 'r1' })).toMatchObject({ question: 'What first?' });
		draft.unbind();
		expect(draft.decides).toBe(false);
		expect(draft.request.options[1]).toEqual({ text: 'Decision 1', decision: null });
	});

	it('filled with one decision leaves room for an alternative', () => {
		const draft = new BallotDraft();
		draft.fill([decision(1)]);
		expect(draft.options.map(({ decision }) => decision)).toEqual(['d1', null]);
	});
});
