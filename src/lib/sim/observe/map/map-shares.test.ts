import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOST_STATES, type HostState } from '../../table/states.ts';
import { MARKERS, type Marker } from './map-markers.ts';
import { markerAt, tallyMap, WHOLE } from './map-shares.ts';

const cellOf = (counts: Partial<Record<HostState, number>>) => HOST_STATES.map((state) => counts[state] ?? 0);
const pack = (...cells: number[][]) =>
	tallyMap(
		Int32Array.from(cells.flat()),
		{
			count: cells.length,
			metro: new Uint16Array(cells.length),
			hosts: Int32Array.from(cells, (cell) => cell.reduce((a, b) => a + b, 0))
		},
		1
	).shares;
const markersOf = (shares: Uint32Array, points: number, cell = 0): Marker[] =>
	Array.from(
		{ length: points },
		(_, i) => MARKERS[markerAt(shares, cell, Math.floor(((i + 0.5) / points) * WHOLE))]!
	);

describe('what a point looks like', () => {
	it('follows from its rank and the counts of its cell alone', () => {
		const shares = pack(
			cellOf({ protected: 7, asleep: 3 }),
			cellOf({ recovered: 2, crashed: 1, waitingForKey: 1, waitingForHands: 1, underRepair: 1, agentDown: 4 })
		);
		expect(markersOf(shares, 10)).toEqual([...Array(7).fill('healthy'), ...Array(3).fill('asleep')]);
		const markers = markersOf(shares, 10, 1);
		expect(markers.filter((marker) => marker === 'crashed')).toHaveLength(3);
		expect(markers.filter((marker) => marker === 'repairing')).toHaveLength(1);
		expect(markers.filter((marker) => marker === 'unprotected')).toHaveLength(4);
		expect(markers.filter((marker) => marker === 'recovered')).toHaveLength(2);
	});

	it('is asleep for all where all sleep, and healthy for all where all are awake', () => {
		expect(new Set(markersOf(pack(cellOf({ asleep: 12 })), 50))).toEqual(new Set(['asleep']));
		expect(new Set(markersOf(pack(cellOf({ protected: 12 })), 50))).toEqual(new Set(['healthy']));
		expect(markerAt(pack(cellOf({ protected: 1 })), 0, WHOLE - 1)).toBe(MARKERS.indexOf('healthy'));
	});

	it('has points in proportion to hosts, for any counts', () => {
		const counts = fc.array(fc.nat(200_000), {
			minLength: HOST_STATES.length,
			maxLength: HOST_STATES.length
		});
		fc.assert(
			fc.property(counts, (cell) => {
				const hosts = cell.reduce((a, b) => a + b, 0);
				if (hosts === 0) return;
				const markers = markersOf(pack(cell), 1000);
				for (const state of [
					'recovered',
					'compromised',
					'underRepair',
					'fetching',
					'protected',
					'asleep'
				] as const) {
					const marker = { underRepair: 'repairing', protected: 'healthy' }[state as string] ?? state;
					const points = markers.filter((one) => one === marker).length;
					expect(Math.abs(points - (1000 * cell[HOST_STATES.indexOf(state)]!) / hosts)).toBeLessThanOrEqual(
						1.1
					);
				}
			})
		);
	});

	it('is added up by metro to the same hosts', () => {
		const counts = [
			cellOf({ crashed: 3, waitingForKey: 2, asleep: 5 }),
			cellOf({ recovered: 4, protected: 6 })
		];
		const { byMetro } = tallyMap(
			Int32Array.from([...counts, counts[1]!].flat()),
			{ count: 3, metro: Uint16Array.of(0, 1, 1), hosts: Int32Array.of(10, 10, 10) },
			2
		);
		const at = (metro: number, marker: Marker) => byMetro[metro * MARKERS.length + MARKERS.indexOf(marker)];
		expect(at(0, 'crashed')).toBe(5);
		expect(at(0, 'asleep')).toBe(5);
		expect(at(1, 'recovered')).toBe(8);
		expect(at(1, 'healthy')).toBe(12);
		expect(byMetro.reduce((sum, hosts) => sum + hosts, 0)).toBe(30);
	});

	it('only ever goes forward while hosts do: one that recovers had crashed, one that crashed had fetched', () => {
		const hours = [
			{ asleep: 40, protected: 60 },
			{ asleep: 30, protected: 50, fetching: 20 },
			{ asleep: 30, protected: 35, fetching: 15, crashed: 20 },
			{ asleep: 30, protected: 20, fetching: 5, crashed: 45 },
			{ asleep: 30, protected: 20, crashed: 30, underRepair: 10, recovered: 10 },
			{ asleep: 30, protected: 20, crashed: 5, underRepair: 5, unprotected: 10, recovered: 30 },
			{ asleep: 20, protected: 30, recovered: 50 }
		];
		let before = markersOf(pack(cellOf(hours[0]!)), 100).map((marker) => MARKERS.indexOf(marker));
		for (const hour of hours.slice(1)) {
			const now = markersOf(pack(cellOf(hour)), 100).map((marker) => MARKERS.indexOf(marker));
			now.forEach((marker, point) => expect(marker).toBeLessThanOrEqual(before[point]!));
			before = now;
		}
	});
});
