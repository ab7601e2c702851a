import { describe, expect, it } from 'vitest';
import type { RingPlan } from '../model.ts';
import { observeRings } from './observe-rings.ts';
import { createWorld, Runner, seedFromText } from '../run.ts';
import { smallModel } from '../testing/small-model.ts';

const ringPlans: RingPlan[] = [
	{
		id: 'quarter-first',
		rings: [
			{ share: 0.25, bakeMin: 45, gatePerMille: null },
			{ share: 0.75, bakeMin: 0, gatePerMille: null }
		]
	}
];

function ringsAt(minute: number, set: Record<string, number | string> = {}) {
	const model = smallModel({ ringPlans, days: 1, set: { 'rollout.plan': 0, ...set } as never });
	const world = createWorld(model, seedFromText('seed'));
	new Runner(world).advance([], minute);
	return { rings: observeRings(world)[0]!, releasedMin: model.releases[0]!.atMin };
}

describe('the rings of a release', () => {
	it('are all still to come before it', () => {
		const { rings, releasedMin } = ringsAt(0);
		expect(releasedMin).toBeGreaterThan(0);
		expect(rings).toMatchObject({ planned: [0.25, 0.75], opened: [], isOffered: false });
	});

	it('open one after another, each when the one before has baked', () => {
		const { releasedMin } = ringsAt(0);
		expect(ringsAt(releasedMin + 20).rings.opened.map(({ openedMin }) => openedMin)).toEqual([releasedMin]);
		const { opened } = ringsAt(releasedMin + 60).rings;
		expect(opened.map(({ openedMin }) => openedMin - releasedMin)).toEqual([0, 45]);
		expect(opened.every(({ reachedOfAll }) => reachedOfAll === 1)).toBe(true);
	});

	it('leave out the hosts whose owners take content late, until they do', () => {
		const late = { 'update.heldBackShare': 0.2, 'update.heldBackMin': 120 };
		const { releasedMin } = ringsAt(0);
		const [first] = ringsAt(releasedMin + 60, late).rings.opened;
		expect(first!.reachedOfAll).toBeCloseTo(0.8, 9);
		for (const share of first!.reached) if (!Number.isNaN(share)) expect(share).toBeCloseTo(0.8, 6);
		const { opened } = ringsAt(releasedMin + 130, late).rings;
		expect(opened.map(({ reachedOfAll }) => Number(reachedOfAll.toFixed(9)))).toEqual([1, 0.8]);
	});
});
