import type { Policy } from '../../exercise/bots/policy.ts';
import type { ExerciseScenario } from '../../exercise/scenario/scenario.ts';
import type { RoomState } from '../../exercise/state.ts';
import type { Engine } from '../../exercise/world/engine.ts';
import type { Clock } from '../../room/clock.ts';
import type { RunMany } from '../../room/debriefing.ts';
import type { Pack } from '../../room/scenario-library.ts';
import type { AttributionParts } from '../attribution/play-attribution.ts';
import type { ClaimChannel } from '../runs/run-claims.ts';
import type { RunSummary } from '../runs/run-summary.ts';
import type { OpenedStore } from '../store/open-store.ts';

/** Everything that a run takes from outside of it. Tests bring their own. */
export interface Dependencies extends AttributionParts {
	readonly clock: Clock;
	/** Date of the device, ms since 1970: for the list of runs, never for play. */
	readonly dateMs: () => number;
	/** An id that nobody else has. */
	readonly newId: () => string;
	/** Never rejects. */
	readonly openStore: () => Promise<OpenedStore<RunSummary>>;
	/** Between the tabs of this device; null where there is none. */
	readonly channel: ClaimChannel;
	readonly runMany: RunMany;
	readonly engineOf: (pack: Pack, seed: string) => Engine;
	/** Who acts for the roles of bots. */
	readonly policiesOf: (scenario: ExerciseScenario, seats: RoomState['seats']) => readonly Policy[];
}
