import { expect, test } from 'vitest';
import type { Frame } from '../../sim/observe/frame.ts';
import { withSample, type Curves } from './curves.ts';

const facts = { sectors: [], horizonMin: 14_400 };
const frame = (minute: number, down = minute) =>
	({ minute, world: { down, everCrashed: down }, services: {}, lossCents: 0 }) as unknown as Frame;

test('the newest point is always there, and a run watched minute by minute keeps no more than can be seen', () => {
	let curves: Curves = {};
	for (let minute = 0; minute <= 14_400; minute += 1) {
		curves = withSample(curves, { record: frame(minute) }, facts);
		if (minute % 997 === 0) expect(curves.record!.at(-1)!.minute).toBe(minute);
	}
	expect(curves.record!.length).toBeLessThan(1000);
	expect(curves.record![0].minute).toBe(0);
	expect(curves.none).toBeUndefined();
});
