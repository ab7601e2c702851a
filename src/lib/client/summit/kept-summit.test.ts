import { describe, expect, test } from 'vitest';
import { packOf } from '../../scenario/testing/pack.ts';
import { DEFAULT_SCENARIO } from '../../scenario/packs/built-in.ts';
import { playOut } from '../../summit/testing/play-out.ts';
import { KeptSummit } from './kept-summit.ts';

const { summit } = packOf(DEFAULT_SCENARIO).scenario;

/** Stands for a browser's storage. */
function memory(fails = false): Storage {
	const items = new Map<string, string>();
	return {
		getItem: (key: string) => items.get(key) ?? null,
		setItem(key: string, value: string) {
			if (fails) throw new DOMException('it is full', 'QuotaExceededError');
			items.set(key, value);
		}
	} as Storage;
}
const { log } = playOut(summit!, { acts: [], releaseMin: 249 }, 'kept');
const BEGUN = { chair: 'government', seed: 'a', log };

describe('R342: the summit that one person began', () => {
	test('is there again, also half way', () => {
		for (const events of [1, 20, log.length]) {
			const kept = new KeptSummit(memory());
			const part = { ...BEGUN, log: log.slice(0, events) };
			kept.keep(part);
			expect(kept.read(summit!)).toEqual(part);
		}
	});

	test('has what was drafted and not put forward yet', () => {
		const kept = new KeptSummit(memory());
		for (const draft of [[], [{ kind: 'strike', measure: 'sd-rings' } as const]]) {
			kept.keep({ ...BEGUN, draft });
			expect(kept.read(summit!)?.draft).toEqual(draft);
		}
	});

	test('is not there where nothing was begun, or nothing can be kept', () => {
		expect(new KeptSummit(memory()).read(summit!)).toBeNull();
		for (const storage of [null, memory(true)]) {
			const kept = new KeptSummit(storage);
			kept.keep(BEGUN);
			expect(kept.read(summit!)).toBeNull();
		}
	});

	test.each([
		['a text that is no JSON', '{'],
		['something else', '[1]'],
		['a chair that is not there', JSON.stringify({ ...BEGUN, chair: 'nobody' })],
		[
			'an event that is none',
			JSON.stringify({ ...BEGUN, log: [...log.slice(0, 2), { command: 'x', event: { type: 'no' } }] })
		],
		['an event that cannot follow', JSON.stringify({ ...BEGUN, log: log.slice(1) })],
		['no event at all', JSON.stringify({ ...BEGUN, log: [] })]
	])('is not taken from %s', (_, text) => {
		const storage = memory();
		storage.setItem('patchfall.summit', text);
		expect(new KeptSummit(storage).read(summit!)).toBeNull();
	});
});
