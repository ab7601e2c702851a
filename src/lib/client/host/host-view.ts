import type { RoomSetup } from '../../room/people/setup.ts';
import type { PlayableRole, PlayableScenario } from '../../room/facts/playable.ts';

/** What somebody chooses from who opens a room. */
export type HostedScenario = PlayableScenario;
export type HostedRole = PlayableRole;

/** What is chosen of a room besides who plays in it. */
export type RoomChoice = Pick<RoomSetup, 'scenarioId' | 'cut' | 'seed' | 'signal' | 'heldUntilMin'>;
