import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Activity, hourOfDay, isWeekend, localWeekMinute, onlineShare } from './activity.ts';
import { ASLEEP, PROTECTED } from '../world/columns.ts';
import { CLASS_COUNT, HOST_CLASSES, type Model } from '../model.ts';
import { hostsIn, ofClass, ofMetro, watchPlay } from '../testing/play.ts';
import { smallModel } from '../testing/small-model.ts';
import { Zones } from './zones.ts';

const WORKSTATION = HOST_CLASSES.indexOf('workstation');
const model = smallModel();

describe('local time', () => {
	test('minute 0 is Friday 14:00 in Sydney and Friday 05:00 in London', () => {
		const [sydney, london] = model.metros.map(({ utcOffsetMin }) => localWeekMinute(model, 0, utcOffsetMin));
		expect([sydney, london].map((minute) => hourOfDay(minute!))).toEqual([14, 5]);
		expect([sydney, london].map((minute) => Math.floor(minute! / 1440))).toEqual([4, 4]);
	});

	test('the weekend begins at local midnight, and the week starts again after Sunday', () => {
		const local = (minute: number) => localWeekMinute(model, minute, 600);
		expect([599, 600].map((minute) => isWeekend(local(minute)))).toEqual([false, true]);
		expect([600 + 2880 - 1, 600 + 2880].map((minute) => isWeekend(local(minute)))).toEqual([true, false]);
		expect(local(600 + 2880)).toBe(0);
	});

	test('west of Greenwich on a Monday morning it is still Sunday', () => {
		const monday: Model = { ...model, clock: { ...model.clock, startWeekMinute: 30 } };
		expect(isWeekend(localWeekMinute(monday, 0, -360))).toBe(true);
	});
});

describe('the share that is on', () => {
	test('is the habit’s on the hour, and moves evenly between hours', () => {
		// Workstations: 0.45 at 07:00, 0.85 at 08:00.
		const share = (hour: number, minute: number) =>
			onlineShare(model, WORKSTATION, 4 * 1440 + hour * 60 + minute);
		expect([share(7, 0), share(8, 0)]).toEqual([0.45, 0.85]);
		expect(share(7, 30)).toBeCloseTo(0.65, 12);
	});

	test('stays the habit’s at the end of every interval of waking and sleeping, whatever the grid, the churn and the habit', () => {
		const hours = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 24, maxLength: 24 });
		const fiveMinutes = fc.constantFrom([1, 1, 1, 1, 1], [5], [2, 3], [3, 2]);
		const longer = fc.integer({ min: 1, max: 18 }).map((fives) => [5 * fives]);
		const steps = fc
			.array(fc.oneof(fiveMinutes, longer), { minLength: 1, maxLength: 60 })
			.map((some) => some.flat());
		const churn = fc.double({ min: 0.1, max: 20_000, noNaN: true });
		fc.assert(
			fc.property(hours, hours, steps, churn, (weekday, weekend, stepMins, churnMin) => {
				const odd: Model = { ...model, habits: HOST_CLASSES.map(() => ({ weekday, weekend })) };
				const activity = new Activity(odd, new Zones(odd));
				let minute = 0;
				let on = onlineShare(odd, 0, localWeekMinute(odd, 0, 600));
				for (const stepMin of stepMins) {
					activity.prepare(minute, stepMin, new Float64Array(CLASS_COUNT).fill(churnMin));
					for (const chance of [activity.wake[0]!, activity.sleep[0]!]) {
						expect(chance).toBeGreaterThanOrEqual(0);
						expect(chance).toBeLessThanOrEqual(1);
					}
					expect(activity.online[0]).toBeCloseTo(on, 9);
					if (activity.isDue) on = on * (1 - activity.sleep[0]!) + (1 - on) * activity.wake[0]!;
					minute += stepMin;
				}
				expect(on).toBeCloseTo(onlineShare(odd, 0, localWeekMinute(odd, minute, 600)), 9);
			})
		);
	});

	test.each([1, 15, 60])(
		'of hosts that a release is on offer to is the habit’s, too (steps of %i)',
		(stepMin) => {
			const hosts = [10_000, 100_000, 100_000, 50_000, 10_000];
			const sites = [
				{ metro: 0, hosts },
				{ metro: 1, hosts }
			];
			const never = smallModel({
				sites,
				days: 3,
				stepMin,
				releaseMin: 0,
				set: { 'update.pollMin': 525_600, 'update.affectedShare': 1, 'update.fetchMin': 525_600 }
			});
			watchPlay({ model: never, orders: [] }, 1, (world, minute) => {
				if (minute % 180 !== 0) return;
				for (const [metro, { utcOffsetMin }] of never.metros.entries()) {
					HOST_CLASSES.forEach((_, c) => {
						const of = (cell: number) => ofClass(never, c)(cell) && ofMetro(never, metro)(cell);
						const on = hostsIn(world, PROTECTED, of);
						const all = on + hostsIn(world, ASLEEP, of);
						const share = onlineShare(never, c, localWeekMinute(never, minute, utcOffsetMin));
						// The few that looked for content were on, which pulls the share of the others down by less than 1 %.
						expect(Math.abs(on / all - share)).toBeLessThan(
							0.006 + 4 * Math.sqrt((share * (1 - share)) / all)
						);
					});
				}
			});
		}
	);
});
