import { describe, expect, it } from 'vitest';
import type { RingPlan } from '../../../sim/model.ts';
import { mapCellsOf } from '../../../sim/observe/map/map-cells.ts';
import { createWorld, Runner, seedFromText } from '../../../sim/run.ts';
import { smallModel } from '../../../sim/testing/small-model.ts';
import type { MapFacts } from '../../../room/map/map-facts.ts';
import { mapSnapshotOf } from '../../../sim/observe/map/map-snapshot.ts';
import { areRingsShown, ringsAt, ringsSentence, shownRings } from './release-rings.ts';

const ring = (share: number, bakeMin: number) => ({ share, bakeMin, gatePerMille: null });
const quarterFirst: RingPlan = { id: 'quarter-first', rings: [ring(0.25, 45), ring(0.75, 0)] };
const atOnce: RingPlan = { id: 'at-once', rings: [ring(1, 0)] };

function at(
	minute: number,
	plan: RingPlan,
	set: Record<string, number> = {},
	order?: { atMin: number; value: number }
) {
	const model = smallModel({ ringPlans: [plan], days: 2, set });
	const world = createWorld(model, seedFromText('seed'));
	const orders =
		order === undefined
			? []
			: [{ ...order, parameter: 'rollout.order', scope: { kind: 'vendor', id: 'acme' } as const }];
	new Runner(world).advance(orders, minute);
	const cells = mapCellsOf(model);
	const facts = {
		clock: { startMinute: 0 },
		metros: model.metros,
		vendors: [{ id: 'acme', name: { en: 'Acme' } }],
		cells
	} as unknown as MapFacts;
	return { facts, snapshot: mapSnapshotOf(world) };
}
const HALTED = 2;

describe('rings on the map', () => {
	it('are nothing to speak of where everybody gets a release at once', () => {
		const { facts, snapshot } = at(30, atOnce);
		expect(shownRings(facts, snapshot, null)).toBeNull();
		expect(ringsSentence(facts, snapshot)).toBeNull();
		expect(ringsAt(facts, snapshot, 0)).toBeNull();
	});

	it('stand at every city with hosts of the vendor: the first is open, the second still to come', () => {
		const { facts, snapshot } = at(30, quarterFirst);
		const shown = shownRings(facts, snapshot, null)!;
		expect(shown.places).toHaveLength(facts.metros.length);
		expect(shown.rings.map(({ openedMin }) => openedMin)).toEqual([9, null]);
		expect(ringsSentence(facts, snapshot)).toMatch(/^Ring 1 of 2 is open since 00:09: 25/);
		expect(ringsAt(facts, snapshot, 0)).toMatch(/^Ring 1 of 2 is open: 25/);
	});

	it('are the same object while nothing about them changes', () => {
		const [a, b, c] = [20, 30, 60].map((minute) => at(minute, quarterFirst));
		const first = shownRings(a!.facts, a!.snapshot, null);
		const same = shownRings(a!.facts, b!.snapshot, first);
		expect(same).toBe(first);
		expect(shownRings(a!.facts, c!.snapshot, same)).not.toBe(first);
	});

	it('are taken away an hour after the last has opened', () => {
		expect(areRingsShown(at(60, quarterFirst).snapshot)).toBe(true);
		expect(areRingsShown(at(9 + 45 + 61, quarterFirst).snapshot)).toBe(false);
	});

	it('stay with a gap while some owners take the release late', () => {
		const { facts, snapshot } = at(200, quarterFirst, {
			'update.heldBackShare': 0.2,
			'update.heldBackMin': 1440
		});
		const shown = shownRings(facts, snapshot, null)!;
		expect(shown.rings[0]!.closed[0]).toBeCloseTo(0.8, 5);
		expect(ringsSentence(facts, snapshot)).toMatch(/20.% of these wait/);
	});

	it('are gone once the release was stopped, and the text says where', () => {
		const { facts, snapshot } = at(120, quarterFirst, {}, { atMin: 20, value: HALTED });
		expect(shownRings(facts, snapshot, null)).toBeNull();
		expect(ringsSentence(facts, snapshot)).toMatch(/was stopped at ring 1 of 2/);
	});
});
