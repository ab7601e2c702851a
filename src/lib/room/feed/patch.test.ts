import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { patched, patchOf } from './patch.ts';

const throughJson = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;
const json = fc.jsonValue({ maxDepth: 4 });

describe('what has changed of a value', () => {
	test('R214: makes the later value of the earlier one, in the same order of keys', () => {
		fc.assert(
			fc.property(json, json, (was, is) => {
				const [before, after] = [{ value: was }, { value: is }];
				const patch = patchOf(before, after);
				if (patch === null) return;
				const made = patched(throughJson(before), throughJson(patch) as typeof patch);
				expect(JSON.stringify(made)).toBe(JSON.stringify(after));
			})
		);
	});

	test.each([
		[{ a: 1, b: { c: [1, 2, 3, 4] } }, { a: 1, b: { c: [1, 2, 9, 4] } }, [0, { b: [0, { c: [{ 2: 9 }] }] }]],
		[{ a: 1, b: 2 }, { b: 2, c: 3 }, [{ c: 3 }, 0, ['a']]],
		[['x', 'y', 'z'], ['x', 'y', 'z', 'new'], [{ 3: 'new' }]],
		[['x', 'y', 'z'], ['x'], [0, 0, 1]],
		[{ a: { b: 1 } }, { a: { b: 1 } }, []],
		[{ a: 1, b: undefined }, { a: 2, b: undefined }, [{ a: 2 }]]
	])('%j to %j is told as %j', (before, after, patch) => {
		expect(patchOf(before, after)).toEqual(patch);
		expect(patched(throughJson(before), patchOf(before, after)!)).toEqual(throughJson(after));
	});

	test('is told whole where that is as short, where its kind has changed, and where keys would change places', () => {
		expect(patchOf([1, 2, 3], [4, 5, 3])).toBeNull();
		expect(patchOf({ a: 1 }, [1])).toBeNull();
		expect(patchOf({ b: 1 }, { a: 0, b: 1 })).toBeNull();
	});

	test('leaves what has not changed as the very same objects', () => {
		const before = { still: { deep: [1] }, moves: 1 };
		const after = patched(before, [{ moves: 2 }]) as typeof before;
		expect(after.still).toBe(before.still);
		expect(before.moves).toBe(1);
	});
});
