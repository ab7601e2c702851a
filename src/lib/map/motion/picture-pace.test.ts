import { describe, expect, it } from 'vitest';
import { PicturePace } from './picture-pace.ts';

/** A card that draws when it is told to. */
function slowCard() {
	const card = { asked: 0, drawn: 0, mark };
	function mark() {
		const number = ++card.asked;
		return () => card.drawn >= number;
	}
	return card;
}

/** Frames of the page, from now on, until one is the map's. */
function framesUntilTime(pace: PicturePace, nowMs = 0): number {
	for (let frame = 0; frame < 100; frame++) if (pace.isTime(nowMs)) return frame;
	return Infinity;
}

describe('the pace of pictures', () => {
	it('is one in each frame where they are drawn at once', () => {
		const pace = new PicturePace(null);
		for (let nowMs = 0; nowMs < 160; nowMs += 16) {
			expect(pace.isTime(nowMs)).toBe(true);
			pace.asked(nowMs);
		}
	});

	it('is the card’s: none is asked for while the last is being drawn', () => {
		const card = slowCard();
		const pace = new PicturePace(card);
		expect(pace.isTime(0)).toBe(true);
		pace.asked(0);
		expect(framesUntilTime(pace, 500)).toBe(Infinity);
		card.drawn = 1;
		expect(framesUntilTime(pace, 500)).toBe(0);
	});

	it('does not wait for ever for a card that says nothing', () => {
		const pace = new PicturePace(slowCard());
		pace.asked(0);
		expect(framesUntilTime(pace, 999)).toBe(Infinity);
		expect(framesUntilTime(pace, 1001)).toBe(0);
	});

	it('gives the page two frames for its answer to an input', () => {
		const pace = new PicturePace(null);
		pace.giveWay();
		expect(framesUntilTime(pace)).toBe(2);
	});

	it('comes to pictures also while a key is held down', () => {
		const pace = new PicturePace(null);
		let pictures = 0;
		for (let frame = 0; frame < 30; frame++) {
			pace.giveWay();
			if (!pace.isTime(frame * 40)) continue;
			pictures++;
			pace.asked(frame * 40);
		}
		expect(pictures).toBe(10);
	});
});
