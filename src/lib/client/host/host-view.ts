import type { PlayableRole, PlayableScenario } from '../../room/facts/playable.ts';

/** What somebody chooses from who opens a room. */
export type HostedScenario = PlayableScenario;
export type HostedRole = PlayableRole;
