import { expect, test } from '@playwright/test';
import { fuzzRooms } from '../src/tools/fuzz/fuzz-rooms.ts';
import { isDeepRun } from './support/deep-run.ts';

const INPUTS = isDeepRun ? 100_000 : 10_000;
/** Answers are remembered for two minutes, and what is limited for each seat. */
const GROWTH_MB_MOST = 25;

test(`R326: of ${INPUTS} inputs that nobody should send none is done, none makes the server fail, and each is told why`, async () => {
	test.setTimeout(3_600_000);
	const seed = isDeepRun ? Date.now() % 2 ** 31 : 20_240_719;
	const { harm, seen, grownMb, isAsItWas, lives, complaints } = await fuzzRooms(INPUTS, seed);
	console.log(`seed ${seed}, ${grownMb.toFixed(1)} MB more: ${JSON.stringify(seen)}`);
	expect(harm.slice(0, 5)).toEqual([]);
	expect([lives, complaints]).toEqual([true, '']);
	expect(isAsItWas).toBe(true);
	expect(grownMb).toBeLessThan(GROWTH_MB_MOST);
	// Each kind of wrong has been said by its name.
	const named = [
		...['malformed: malformed', 'unreadable: unreadable', 'wrong role: notForYou', 'oversized: tooLarge'],
		...['out of phase: noBallot', 'out of phase: voteClosed', 'foreign room or seat: noSeat'],
		...[
			'replayed: accepted',
			'joining: notByThisCode',
			'other headers: foreignOrigin',
			'other headers: notJson'
		]
	];
	expect(named.filter((one) => (seen[one] ?? 0) < INPUTS / 1000)).toEqual([]);
});
