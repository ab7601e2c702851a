import { expect, test } from 'vitest';
import type { Debriefing } from '../../debriefing.ts';
import { FakeClock } from '../../testing/fake-clock.ts';
import { TeamDebriefings } from './team-debriefings.ts';

type Played = Parameters<TeamDebriefings['afterEnd']>[0];

const END_MIN = 100;
/** Two teams in worlds of their own, whose worlds have run to their end. */
const PLAYED = {
	people: {
		teams: [
			{ id: 'a', name: 'A', roles: ['bank'] },
			{ id: 'b', name: 'B', roles: ['bank'] }
		]
	},
	summary: { setup: { cut: 'short', ways: 'parallel' } },
	pack: { exercise: { horizonMin: END_MIN } },
	exercise: {
		room: {
			state: {
				worlds: new Proxy({}, { get: () => ({ minute: END_MIN }) }),
				position: { phase: 'hotWash' }
			}
		},
		world: () => ({ hashAt: () => '0', sampled: () => [] })
	}
} as unknown as Played;

/** Debriefings in which chance comes to these measures, one after the other. */
function debriefings(measures: (number | null)[]) {
	let asked = 0;
	const debriefing = {
		begin() {},
		finish: async () => {},
		chance: async () => measures[asked++]
	} as unknown as Debriefing;
	return { teams: new TeamDebriefings(debriefing, new FakeClock(), () => {}), asked: () => asked };
}

test('R88: how much is chance is measured while teams prepare, once', async () => {
	const { teams, asked } = debriefings([0.1, 0.2]);
	teams.prepare(PLAYED);
	await teams.afterEnd(PLAYED);
	expect({ asked: asked(), alikeBelow: teams.alikeBelow }).toEqual({ asked: 1, alikeBelow: 0.1 });
});

test('R88: where that failed it is measured again at the end', async () => {
	const { teams, asked } = debriefings([null, 0.2]);
	teams.prepare(PLAYED);
	await teams.afterEnd(PLAYED);
	expect({ asked: asked(), alikeBelow: teams.alikeBelow }).toEqual({ asked: 2, alikeBelow: 0.2 });
});

test('R88: and stays unknown where it fails there too', async () => {
	const { teams } = debriefings([null, null, null]);
	teams.prepare(PLAYED);
	await teams.afterEnd(PLAYED);
	expect(teams.alikeBelow).toBeNull();
});
