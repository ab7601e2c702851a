import { expect, test } from 'vitest';
import { HAND_OVER_MS, MemoryHandOvers } from './hand-overs.ts';
import { describeHandOvers } from './testing/hand-overs-contract.ts';

function handOvers() {
	const clock = { nowMs: 0 };
	return { clock, codes: new MemoryHandOvers(() => clock.nowMs) };
}

describeHandOvers('in memory', async () => new MemoryHandOvers());

test('R90: a code is good for two minutes', async () => {
	const { codes, clock } = handOvers();
	const { code } = await codes.make('r1', 'p1');
	clock.nowMs = HAND_OVER_MS - 1;
	expect(await codes.read('r1', code)).toMatchObject({ ok: true });
	clock.nowMs = HAND_OVER_MS;
	expect(await codes.read('r1', code)).toEqual({ ok: false, code: 'codeOld' });
});
