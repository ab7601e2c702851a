import type { ReplayedLog, ReplaySeries } from '../../client/replay/messages.ts';
import type { ReplayLane } from '../../room/replay/timeline/entry.ts';
import { said, words } from './words.ts';

/** What a team is called: names are in no log, so whoever knows them says them. */
export type TeamName = (team: string) => string;

/** What a series is called beside others. */
export function seriesName(
	{ log, team, isBots }: ReplaySeries,
	logs: readonly ReplayedLog[],
	teamName: TeamName
): string {
	const { name, isParallel } = logs[log]!;
	const own = isParallel && team !== null ? (isBots ? words.series.bots : teamName(team)) : null;
	if (log === 0) return own ?? words.series.this;
	return words.series.fork(name, own);
}

export function laneName(lane: ReplayLane, teamName: TeamName): string {
	if (lane.kind === 'role') return said(lane.name);
	if (lane.kind !== 'team') return words.lanes[lane.kind];
	return lane.isBots ? words.series.bots : teamName(lane.team);
}
