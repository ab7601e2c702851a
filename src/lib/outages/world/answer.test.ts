import { describe, expect, test } from 'vitest';
import { answerMin, withoutAnswer, type Answer } from './answer.ts';

const AT_ONCE: Answer = {
	laterMin: 0,
	rings: [{ share: 1, opensMin: 0 }],
	heldBackShare: 0,
	heldBackMin: 0
};
const IN_RINGS: Answer = {
	...AT_ONCE,
	rings: [
		{ share: 0.01, opensMin: 0 },
		{ share: 0.99, opensMin: 480 }
	]
};

describe('the answer to an attack', () => {
	test('reaches everybody within hours where nothing holds it up', () => {
		expect(withoutAnswer(AT_ONCE, 0)).toBe(1);
		expect(withoutAnswer(AT_ONCE, 120)).toBeLessThan(0.03);
		expect(answerMin(AT_ONCE, 0, 5)).toBeCloseTo(30, 9);
	});

	test('reaches later rings as late as these open', () => {
		expect(withoutAnswer(IN_RINGS, 480)).toBeCloseTo(0.99, 3);
		expect(withoutAnswer(IN_RINGS, 720)).toBeLessThan(0.01);
		expect(answerMin(IN_RINGS, 300, 330)).toBeGreaterThan(10_000);
		expect(answerMin(IN_RINGS, 480, 510)).toBeLessThan(31);
	});

	test('comes a day late where it is held back, and to these alone', () => {
		const held = { ...AT_ONCE, heldBackShare: 0.3, heldBackMin: 1440 };
		expect(withoutAnswer(held, 1000)).toBeCloseTo(0.3, 6);
		expect(withoutAnswer(held, 1800)).toBeLessThan(0.001);
	});

	test('is waited for by everybody where no release may ship before some days', () => {
		const later = { ...AT_ONCE, laterMin: 600 };
		expect(withoutAnswer(later, 600)).toBe(1);
		expect(answerMin(later, 0, 300)).toBe(525_600);
	});

	test('comes to the same over short and long steps', () => {
		const left = (steps: readonly number[]) => {
			let share = 1;
			for (let at = 1; at < steps.length; at++) {
				const [from, to] = [steps[at - 1]!, steps[at]!];
				share *= Math.exp(-(to - from) / answerMin(IN_RINGS, from, to));
			}
			return share;
		};
		expect(left([0, 240, 600])).toBeCloseTo(left(Array.from({ length: 61 }, (_, i) => i * 10)), 4);
	});
});
