import type { RoomSetup } from '../../../lib/room/people/setup.ts';
import { ScenarioLibrary } from '../../../lib/room/scenario-library.ts';
import { playedPack } from '../../../lib/room/testing/played-pack.ts';

const { scenario } = playedPack();

/** A library of one scenario, small enough that a step of its world costs nothing. */
export const LIBRARY = new ScenarioLibrary({ earth: '', models: [], scenarios: [] });
LIBRARY.add(scenario);

/** A room of it, for two teams in one world. */
export const setupOf = (seed: string): RoomSetup => ({
	...{ scenarioId: scenario.id, cut: 'short', seed, bots: {} },
	teams: [
		{ id: 'makers', name: 'Makers', roles: ['vendor'] },
		{ id: 'ward', name: 'Ward', roles: ['hospital'] }
	]
});
