import { describe, expect, it } from 'vitest';
import { CELLS_PER_LINE, WORDS_PER_CELL } from '../../sim/observe/map/map-shares.ts';
import { changedLines } from './changed-lines.ts';

const LINE = CELLS_PER_LINE * WORDS_PER_CELL;

function picture(...changed: number[]): Uint32Array {
	const words = new Uint32Array(5 * LINE).fill(7);
	for (const at of changed) words[at] = 8;
	return words;
}

describe('what is sent to the card', () => {
	it('is nothing for a picture that did not change', () => {
		expect(changedLines(picture(), picture())).toBeNull();
		expect(changedLines(picture(3 * LINE), picture(3 * LINE))).toBeNull();
	});

	it('is the one line in which a word changed, at either of its ends', () => {
		for (const at of [2 * LINE, 3 * LINE - 1])
			expect(changedLines(picture(), picture(at))).toEqual({ from: 2, until: 3 });
	});

	it('is every line from the first change to the last', () => {
		expect(changedLines(picture(LINE + 4), picture(4 * LINE))).toEqual({ from: 1, until: 5 });
		expect(changedLines(picture(), picture().fill(1))).toEqual({ from: 0, until: 5 });
	});
});
