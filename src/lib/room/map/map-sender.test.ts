import { describe, expect, test } from 'vitest';
import { simEngine } from '../../exercise/world/engine.ts';
import { Timeline } from '../../exercise/world/timeline.ts';
import { mapCellsOf } from '../../sim/observe/map/map-cells.ts';
import { HOST_STATES } from '../../sim/table/tables.ts';
import { playedPack } from '../testing/played-pack.ts';
import { mapFactsOf } from './map-facts.ts';
import { MapReader } from './map-reader.ts';
import { MapSender } from './map-sender.ts';

const PACK = playedPack();
const FACTS = mapFactsOf(PACK.scenario, PACK.model);
const timeline = new Timeline(simEngine(PACK.model, 'a seed'), { everyMin: 60, snapshots: 3 });
const at = (minute: number) => timeline.mapSnapshotAt([], minute);
const throughJson = <Value>(value: Value) => JSON.parse(JSON.stringify(value)) as Value;

function told(own: readonly string[]) {
	const teller = new MapSender(FACTS, PACK.model, own);
	const reader = new MapReader();
	return { teller, reader, facts: reader.begin(throughJson(teller.facts)) };
}

describe('a map that goes over a network', () => {
	test('shows the same hosts in the same places, picture after picture', () => {
		const { teller, reader } = told([]);
		let nowMs = 0;
		for (const minute of [0, 5, 9, 20, 40, 39, 90, 600]) {
			const snapshot = at(minute);
			const { whole, now } = throughJson(teller.tell(snapshot, (nowMs += 3000)));
			const read = reader.read(whole, now)!;
			expect(read.minute).toBe(minute);
			expect(read.byMetro).toEqual(snapshot.byMetro);
			expect(read.services).toEqual(snapshot.services);
			read.outputs.forEach((output, place) => {
				const real = Math.min(1, snapshot.outputs[place]!);
				if (Number.isNaN(real)) expect(output).toBeNaN();
				else expect(Math.abs(output - real)).toBeLessThanOrEqual(0.0021);
			});
		}
	});

	test('tells a picture against the last whole one, which is soon much smaller', () => {
		const { teller } = told([]);
		const first = teller.tell(at(5), 0);
		const second = teller.tell(at(6), 250);
		expect(second.whole).toBe(first.whole);
		expect(second.now.since).toBe(5);
		expect(teller.tell(at(7), 10_001).whole).not.toBe(first.whole);
	});

	test('whose whole picture has not come yet is not shown', () => {
		const { teller, reader } = told([]);
		const first = teller.tell(at(5), 0);
		const later = teller.tell(at(20), 20_000);
		expect(reader.read(first.whole, later.now)).toBeNull();
		expect(reader.read(later.whole, later.now)!.minute).toBe(20);
	});

	test('keeps an audience’s own organisations apart, and no other', () => {
		const all = mapCellsOf(PACK.model);
		const organisations = (own: readonly string[]) => new Set(told(own).facts.cells.organisation);
		expect([...new Set(all.organisation)].length).toBeGreaterThan(1);
		expect(organisations([])).toEqual(new Set([-1]));
		expect(organisations(['harbour-hospital'])).toEqual(new Set([-1, 0]));
		const hosts = (facts: { cells: { hosts: Int32Array } }) => facts.cells.hosts.reduce((a, b) => a + b, 0);
		expect(hosts(told([]).facts)).toBe(all.hosts.reduce((a, b) => a + b, 0));
		expect(HOST_STATES.length).toBeGreaterThan(5);
	});
});
