import { describe, expect, test } from 'vitest';
import { simEngine } from '../../exercise/world/engine.ts';
import { Timeline } from '../../exercise/world/timeline.ts';
import { mapCellsOf } from '../../sim/observe/map/map-cells.ts';
import { HOST_STATES } from '../../sim/table/states.ts';
import { playedPack } from '../testing/played-pack.ts';
import { mapFactsOf } from './map-facts.ts';
import { MapReader } from './map-reader.ts';
import { MAP_STEPS_MOST, MapSender } from './map-sender.ts';

const PACK = playedPack();
const STATES = HOST_STATES.length;
const FACTS = mapFactsOf(PACK.scenario, PACK.model);
const timeline = new Timeline(simEngine(PACK.model, 'a seed'), { everyMin: 60, snapshots: 3 });
const at = (minute: number) => timeline.mapSnapshotAt([], minute);
const throughJson = <Value>(value: Value) => JSON.parse(JSON.stringify(value)) as Value;

/** Rings as they are told. */
const inThousandths = (rings: ReturnType<typeof at>['rings']) =>
	rings.map((release) => ({
		...release,
		opened: release.opened.map((ring) => ({
			...ring,
			reached: ring.reached.map((share) => Math.round(share * 1000) / 1000)
		}))
	}));

/** Of a release, what a map shows. */
const shownOf = ({ vendor, rollout, vendorState, openRings }: ReturnType<typeof at>['releases'][number]) => [
	...[vendor, rollout, vendorState, openRings]
];

function told(own: readonly string[]) {
	const sender = new MapSender(FACTS, PACK.model, own);
	const reader = new MapReader();
	reader.begin(throughJson(sender.facts));
	return { sender, reader };
}
const MINUTES = [0, 5, 9, 20, 40, 39, 90, 600];

describe('a map that goes over a network', () => {
	test('R215: shows the same hosts in the same places, picture after picture, to whoever hears of every step', () => {
		const { sender, reader } = told([]);
		for (const minute of MINUTES) {
			const snapshot = at(minute);
			const { whole, steps } = throughJson(sender.tell(snapshot, false));
			expect(reader.take(steps.length === 0 ? whole : null, steps.slice(-1))).toBe(true);
			const read = reader.picture!;
			expect(read.minute).toBe(minute);
			expect(read.byMetro).toEqual(snapshot.byMetro);
			expect(read.services).toEqual(snapshot.services);
			expect(read.rings).toEqual(inThousandths(snapshot.rings));
			expect(read.releases.map(shownOf)).toEqual(snapshot.releases.map(shownOf));
			read.outputs.forEach((output, place) => {
				const real = Math.min(1, snapshot.outputs[place]!);
				if (Number.isNaN(real)) expect(output).toBeNaN();
				else expect(Math.abs(output - real)).toBeLessThanOrEqual(0.0021);
			});
		}
	});

	test('R153: is told nothing of a release again whose state on the map has not changed', () => {
		const { sender } = told([]);
		const first = at(30);
		const second = at(35);
		expect(second.releases[0]!.trust).not.toEqual(first.releases[0]!.trust);
		expect(second.releases.map(shownOf)).toEqual(first.releases.map(shownOf));
		sender.tell(first, true);
		expect(sender.tell(second, true).steps[0]!.releases).toBeUndefined();
	});

	test('R215: shows whoever comes late, or asks now and then, the very same', () => {
		const { sender, reader } = told([]);
		const asking = told([]).reader;
		for (let minute = 1; minute < 120; minute++) {
			const { whole, steps } = throughJson(sender.tell(at(minute), true));
			reader.take(steps.length === 0 ? whole : null, steps.slice(-1));
			if (minute % 17 !== 0) continue;
			asking.take(whole, steps);
			const late = told([]).reader;
			late.take(whole, steps);
			expect(late.picture).toEqual(reader.picture);
			expect(asking.picture).toEqual(reader.picture);
		}
	});

	test('R215: is off by little while time passes, never by a host of a cell’s sum, and exact once it stands', () => {
		const { sender, reader } = told([]);
		const { cells } = reader.facts!;
		const coarse = told([]);
		for (let minute = 1; minute < 120; minute++) {
			const snapshot = at(minute);
			const { whole, steps } = sender.tell(snapshot, true);
			reader.take(whole, steps);
			const exact = coarse.sender.tell(snapshot, false);
			coarse.reader.take(exact.whole, exact.steps);
			const [told, real] = [reader.picture!.counts, coarse.reader.picture!.counts];
			cells.hosts.forEach((hosts, cell) => {
				const of = (counts: Int32Array) => counts.subarray(cell * STATES, (cell + 1) * STATES);
				expect(of(told).reduce((all, one) => all + one, 0)).toBe(hosts);
				of(told).forEach((count, state) => {
					expect(count).toBeGreaterThanOrEqual(0);
					expect(Math.abs(count - of(real)[state]!)).toBeLessThanOrEqual((hosts * STATES) / 512);
				});
			});
		}
		const last = at(119);
		const { whole, steps } = sender.tell(last, false);
		reader.take(whole, steps);
		expect(reader.picture!.byMetro).toEqual(last.byMetro);
		expect(sender.tell(last, true).steps).toBe(steps);
	});

	test('R215: a step is small, and whoever comes late is told no more than twice a whole picture', () => {
		const { sender } = told([]);
		const sizes = Array.from({ length: 119 }, (_, minute) => {
			const { whole, steps } = sender.tell(at(minute + 1), true);
			const all = steps.reduce((sum, { numbers }) => sum + numbers.length, 0);
			expect(all - (steps.at(-1)?.numbers.length ?? 0)).toBeLessThanOrEqual(whole.numbers.length);
			expect(steps.length).toBeLessThanOrEqual(MAP_STEPS_MOST);
			return { whole: whole.numbers.length, step: steps.at(-1)?.numbers.length ?? 0 };
		});
		const mean = (of: 'whole' | 'step') => sizes.reduce((sum, one) => sum + one[of], 0) / sizes.length;
		expect(mean('step')).toBeLessThan(mean('whole') / 2);
	});

	test('a step from a picture that is not known shows nothing, and nothing is taken in twice', () => {
		const { sender, reader } = told([]);
		sender.tell(at(5), true);
		sender.tell(at(6), true);
		const { whole, steps } = sender.tell(at(7), true);
		expect(reader.take(null, steps)).toBe(false);
		expect(reader.picture).toBeNull();
		expect(reader.take(whole, steps)).toBe(true);
		expect(reader.take(whole, steps)).toBe(false);
		expect(reader.picture!.minute).toBe(7);
	});

	test('keeps an audience’s own organisations apart, and no other', () => {
		const all = mapCellsOf(PACK.model);
		const organisations = (own: readonly string[]) => new Set(told(own).reader.facts!.cells.organisation);
		expect([...new Set(all.organisation)].length).toBeGreaterThan(1);
		expect(organisations([])).toEqual(new Set([-1]));
		expect(organisations(['harbour-hospital'])).toEqual(new Set([-1, 0]));
		const hosts = (facts: { cells: { hosts: Int32Array } }) => facts.cells.hosts.reduce((a, b) => a + b, 0);
		expect(hosts(told([]).reader.facts!)).toBe(all.hosts.reduce((a, b) => a + b, 0));
		expect(HOST_STATES.length).toBeGreaterThan(5);
	});
});
