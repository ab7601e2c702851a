import type { Policy } from '../../exercise/bots/policy.ts';
import type { Pool } from '../../debrief/pool/pool.ts';
import type { Engine } from '../../exercise/world/engine.ts';
import type { ExerciseScenario } from '../../exercise/scenario/scenario.ts';
import type { RunSummary } from '../runs/run-summary.ts';
import type { OpenedStore } from '../store/open-store.ts';
import type { Pack } from '../../room/scenario-library.ts';
import type { Clock } from '../../room/clock.ts';
import type { BotProfile } from './scenario-summary.ts';

/** Runs many worlds beside the one that is played. Rejects where it cannot, or when it is called off. */
export type RunMany = Pool['runMany'];

/** Everything that a room takes from outside of it. Tests bring their own. */
export interface Surroundings {
	readonly wall: Clock;
	/** Date of the device, ms since 1970: for the list of runs, never for play. */
	readonly dateMs: () => number;
	/** An id that nobody else has. */
	readonly newId: () => string;
	/** Never rejects. */
	readonly keeping: () => Promise<OpenedStore<RunSummary>>;
	readonly runMany: RunMany;
	readonly engineOf: (pack: Pack, seed: string) => Engine;
	/** Who plays the roles that the person does not play, from their bots by role. */
	readonly othersOf: (
		scenario: ExerciseScenario,
		bots: Readonly<Record<string, BotProfile>>
	) => readonly Policy[];
}
