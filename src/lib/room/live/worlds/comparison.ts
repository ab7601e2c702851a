import type { HotWash, SeriesPoint } from '../../../debrief/hot-wash/hot-wash.ts';
import type { Localized } from '../../../scenario/scenario.ts';
import type { Live } from '../live.ts';
import type { WorldMaps } from './stop-maps.ts';
import { isParallel, worldOf } from './worlds.ts';

/** A team beside the others, in the order of the tables. */
export interface ComparedTeam {
	/** From 1. */
	readonly number: number;
	/** Null: names are not shown. */
	readonly name: string | null;
	readonly isReady: boolean;
	/** Nobody sits in it: what is shown is what bots did. */
	readonly isPlayedByBots: boolean;
	/** Null: it is not shown, or not known yet. */
	readonly figures: TeamFigures | null;
}

export interface TeamFigures {
	/** Of the harm that comes when nobody acts. */
	readonly harm: number | null;
	readonly decisions: readonly { readonly title: Localized; readonly atMin: number }[];
	/** Share of the demand that is served. */
	readonly service: readonly { readonly minute: number; readonly share: number }[];
}

/** Teams that have played the same in worlds of their own. No ranks, no sums. */
export interface ComparisonPart {
	readonly teams: readonly ComparedTeam[];
	/** The harm that the record left; null: not known yet. Nobody acting leaves 1. */
	readonly recordHarm: number | null;
	/** Differences of harm below this are chance: between equal decisions they are as large. Null: not known yet. */
	readonly alikeBelow: number | null;
	readonly endMin: number;
	/** By team, in the same order, at the stop at which they lie furthest apart. Null: not shown, or not known yet. */
	readonly maps: WorldMaps | null;
}

/**
 * Whether others may be shown what a team's world came to: where the facilitator has allowed it, and otherwise once teams
 * have read their own finding.
 */
export function areFiguresOpen({ exercise, debriefings }: Live): boolean {
	const { standing } = exercise.room.state;
	return standing === 'figures' || standing === 'names' || debriefings.othersInMs() === 0;
}

/** What is compared at present; undefined: nothing. */
export function comparisonPart(live: Live): ComparisonPart | undefined {
	if (!isParallel(live)) return undefined;
	const { people, rounds, exercise, debriefings, pack } = live;
	const { standing } = exercise.room.state;
	const shows = areFiguresOpen(live);
	if (!shows && standing !== 'progress') return undefined;
	const washes = people.teams.map(({ id }) => debriefings.washNow(live, id));
	const known = shows ? washes.find((wash) => wash !== null) : null;
	return {
		teams: people.teams.map(({ id, name }, index) => ({
			number: index + 1,
			name: standing === 'names' ? name : null,
			isReady: rounds.of(id).isReady,
			isPlayedByBots: people.members(id).length === 0,
			figures: shows ? figuresOf(washes[index] ?? null) : null
		})),
		recordHarm: known?.outcome.harm?.record ?? null,
		alikeBelow: shows ? debriefings.alikeBelow : null,
		endMin: pack.exercise.horizonMin,
		maps: shows ? live.maps.furthestApart(people.teams.map(({ id }) => worldOf(live, id))) : null
	};
}

function figuresOf(wash: HotWash | null): TeamFigures | null {
	if (wash === null) return null;
	return {
		harm: wash.outcome.harm?.played ?? null,
		decisions: wash.timeLine.roles
			.filter(({ isMine }) => isMine)
			.flatMap(({ decisions }) => decisions.map(({ title, atMin }) => ({ title, atMin }))),
		service: wash.timeSeries.played.map((point) => ({ minute: point.minute, share: shareOf(point) }))
	};
}

/** Of the role's own organisations, or where it has none, the mean of all sectors. */
function shareOf({ own, outputs }: SeriesPoint): number {
	if (own !== null) return own.output;
	const all = Object.values(outputs);
	return all.length === 0 ? 1 : all.reduce((sum, share) => sum + share, 0) / all.length;
}
