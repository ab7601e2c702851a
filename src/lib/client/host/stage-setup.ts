import type { RoomSetup } from '../../room/people/setup.ts';
import type { HostedScenario, RoomChoice } from './host-view.ts';

/**
 * What a room for a presenter and an audience is opened with: one team in which nobody sits, for the roles that are voted on.
 * The computer plays all others as they were played on the day.
 */
export function stageSetup(
	{ votedRoles }: Pick<HostedScenario, 'votedRoles'>,
	choice: RoomChoice,
	name: string
): RoomSetup {
	return { ...choice, teams: [{ id: 'audience-team', name, roles: [...votedRoles] }], bots: {} };
}
