import { expect, test } from 'vitest';
import { idOfRef, isOwnRef, ownRef, ownRefsIn } from './scenario-ref.ts';

const HASH = '0123456789abcdef';

test('R230: a built-in scenario is named by its id, an author’s by its id and its content', () => {
	expect(isOwnRef('some-pack')).toBe(false);
	expect(idOfRef('some-pack')).toBe('some-pack');
	const ref = ownRef('my-town', HASH);
	expect(isOwnRef(ref)).toBe(true);
	expect(idOfRef(ref)).toBe('my-town');
});

test.each([
	['a run to be begun', { type: 'open', what: { kind: 'new', run: { scenarioId: `my-town@${HASH}` } } }],
	['a log', { text: `{"events": [{"scenarioId": "my-town", "contentHash": "${HASH}"}]}` }],
	['a task for several', [{ scenario: `my-town@${HASH}` }, { scenario: `my-town@${HASH}`, minute: 4 }]]
])('R230: the authors’ scenarios that %s is about are found in it, each once', (_what, request) => {
	expect(ownRefsIn(request)).toEqual([`my-town@${HASH}`]);
});

test('R230: a request that names none has none', () => {
	expect(ownRefsIn({ type: 'at', minute: 5, flows: null, series: 'own@home' })).toEqual([]);
});
