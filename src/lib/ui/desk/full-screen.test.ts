import { expect, test } from 'vitest';
import { mayBeProjected } from './full-screen.svelte.ts';

const stage = (isHere: boolean) => ({ kind: 'stage', isHere });
const player = { kind: 'player', isHere: true };

test('a desk in full screen while no stage is there may be on the projector', () => {
	expect(mayBeProjected(true, [player])).toBe(true);
	expect(mayBeProjected(true, [player, stage(false)])).toBe(true);
	expect(mayBeProjected(true, [player, stage(true)])).toBe(false);
	expect(mayBeProjected(false, [player])).toBe(false);
});
