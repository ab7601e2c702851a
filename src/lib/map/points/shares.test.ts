import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOST_STATES, type HostState } from '../../sim/table/tables.ts';
import { MARKS, type Mark } from '../marks.ts';
import { markAt, packShares, WHOLE, WORDS_PER_ROW } from './shares.ts';

const spotOf = (counts: Partial<Record<HostState, number>>) => HOST_STATES.map((state) => counts[state] ?? 0);
const pack = (...spots: number[][]) =>
	packShares(
		Int32Array.from(spots.flat()),
		Int32Array.from(spots, (spot) => spot.reduce((a, b) => a + b, 0)),
		Uint32Array.from(spots.keys()),
		new Uint32Array(spots.length * WORDS_PER_ROW)
	);
const marksOf = (shares: Uint32Array, points: number, spot = 0): Mark[] =>
	Array.from(
		{ length: points },
		(_, i) => MARKS[markAt(shares, spot, Math.floor(((i + 0.5) / points) * WHOLE))]!
	);

describe('what a point looks like', () => {
	it('follows from its rank and the counts of its spot alone', () => {
		const shares = pack(
			spotOf({ protected: 7, asleep: 3 }),
			spotOf({ recovered: 2, crashed: 1, waitingForKey: 1, waitingForHands: 1, underRepair: 1, agentDown: 4 })
		);
		expect(marksOf(shares, 10)).toEqual([...Array(7).fill('healthy'), ...Array(3).fill('asleep')]);
		const marks = marksOf(shares, 10, 1);
		expect(marks.filter((mark) => mark === 'crashed')).toHaveLength(3);
		expect(marks.filter((mark) => mark === 'repairing')).toHaveLength(1);
		expect(marks.filter((mark) => mark === 'unprotected')).toHaveLength(4);
		expect(marks.filter((mark) => mark === 'recovered')).toHaveLength(2);
	});

	it('is asleep for all where all sleep, and healthy for all where all are awake', () => {
		expect(new Set(marksOf(pack(spotOf({ asleep: 12 })), 50))).toEqual(new Set(['asleep']));
		expect(new Set(marksOf(pack(spotOf({ protected: 12 })), 50))).toEqual(new Set(['healthy']));
		expect(markAt(pack(spotOf({ protected: 1 })), 0, WHOLE - 1)).toBe(MARKS.indexOf('healthy'));
	});

	it('has points in proportion to hosts, for any counts', () => {
		const counts = fc.array(fc.nat(200_000), {
			minLength: HOST_STATES.length,
			maxLength: HOST_STATES.length
		});
		fc.assert(
			fc.property(counts, (spot) => {
				const hosts = spot.reduce((a, b) => a + b, 0);
				if (hosts === 0) return;
				const marks = marksOf(pack(spot), 1000);
				for (const state of [
					'recovered',
					'compromised',
					'underRepair',
					'fetching',
					'protected',
					'asleep'
				] as const) {
					const mark = { underRepair: 'repairing', protected: 'healthy' }[state as string] ?? state;
					const points = marks.filter((one) => one === mark).length;
					expect(Math.abs(points - (1000 * spot[HOST_STATES.indexOf(state)]!) / hosts)).toBeLessThanOrEqual(
						1.1
					);
				}
			})
		);
	});

	it('only ever goes forward while hosts do: whoever recovers had crashed, whoever crashed had fetched', () => {
		const hours = [
			{ asleep: 40, protected: 60 },
			{ asleep: 30, protected: 50, fetching: 20 },
			{ asleep: 30, protected: 35, fetching: 15, crashed: 20 },
			{ asleep: 30, protected: 20, fetching: 5, crashed: 45 },
			{ asleep: 30, protected: 20, crashed: 30, underRepair: 10, recovered: 10 },
			{ asleep: 30, protected: 20, crashed: 5, underRepair: 5, unprotected: 10, recovered: 30 },
			{ asleep: 20, protected: 30, recovered: 50 }
		];
		let before = marksOf(pack(spotOf(hours[0]!)), 100).map((mark) => MARKS.indexOf(mark));
		for (const hour of hours.slice(1)) {
			const now = marksOf(pack(spotOf(hour)), 100).map((mark) => MARKS.indexOf(mark));
			now.forEach((mark, point) => expect(mark).toBeLessThanOrEqual(before[point]!));
			before = now;
		}
	});
});
