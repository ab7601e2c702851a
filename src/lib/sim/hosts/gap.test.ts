import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Activity } from './activity.ts';
import { Gap } from './gap.ts';
import { CLASS_COUNT } from '../model.ts';
import { LIVE, crashedIn, order, PAUSED, ROLLED_BACK, runPlay } from '../testing/play.ts';
import { smallModel } from '../testing/small-model.ts';
import { Zones } from './zones.ts';

const model = smallModel({ stepMin: 10 });
const zones = new Zones(model);
const churnMin = [10_000, 240, 120, 480, 10_000];

describe('jumping a gap is the same as stepping through it', () => {
	test('for hosts that were on, for hosts that were off, and for hosts that may not wake', () => {
		const minutes = fc.integer({ min: 0, max: 287 }).map((step) => step * 10);
		fc.assert(
			fc.property(minutes, minutes, (a, b) => {
				const [fromMin, toMin] = [Math.min(a, b), Math.max(a, b)];
				const gap = new Gap(model, zones);
				gap.prepare(fromMin, toMin, churnMin);
				const activity = new Activity(model, zones);
				for (let habit = 0; habit < zones.offsetMin.length * CLASS_COUNT; habit++) {
					let wasOn = 1;
					let wasOff = 0;
					let mayNotWake = 1;
					for (let minute = fromMin; minute < toMin; minute += 10) {
						activity.prepare(minute, 10, churnMin);
						const [wake, sleep] = [activity.wake[habit]!, activity.sleep[habit]!];
						wasOn = wasOn * (1 - sleep) + (1 - wasOn) * wake;
						wasOff = wasOff * (1 - sleep) + (1 - wasOff) * wake;
						mayNotWake *= 1 - sleep;
					}
					expect(gap.onIfOn(habit)).toBeCloseTo(wasOn, 9);
					expect(gap.onIfOff(habit)).toBeCloseTo(wasOff, 9);
					expect(gap.stayedOn[habit]).toBeCloseTo(mayNotWake, 9);
				}
			}),
			{ numRuns: 40 }
		);
	});
});

describe('a pause', () => {
	const crashed = (resumedMin: number, minutes = 40) => {
		const orders = [
			order(60, 'rollout.order', PAUSED),
			order(resumedMin, 'rollout.order', LIVE),
			order(resumedMin + minutes, 'rollout.order', ROLLED_BACK)
		];
		const slow = smallModel({ stepMin: 1, set: { 'update.pollMin': 60 } });
		return crashedIn(runPlay({ model: slow, orders }, 1));
	};

	test('that is lifted at once changes little; one until other people are awake finds them', () => {
		const [short, long] = [crashed(62), crashed(720)];
		expect(long).toBeGreaterThan(1.05 * short);
	});
});
