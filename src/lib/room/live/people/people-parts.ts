import { isInRounds } from '../../../exercise/phases/phases.ts';
import { project, type Projection } from '../../../exercise/project/project.ts';
import type { MePart, TeamEntry, TeamPart } from '../parts.ts';
import type { DeskPart, DeskTeam } from '../desk/staff-parts.ts';
import { isTeamReady, standInsOf } from './bot-seats.ts';
import { onlyWorlds } from '../worlds/only-worlds.ts';
import { isPresented } from '../stage/presented.ts';
import { readingMin } from '../rounds/reading.ts';
import { sharedReading } from '../ballots/shares.ts';
import { confidencesOf, agreementOf } from '../rounds/own-work.ts';
import type { Live } from '../live.ts';
import { worldOf } from '../worlds/worlds.ts';

/** What feeds tell of people and teams. */

export function teamEntries({ people }: Live): TeamEntry[] {
	return people.teams.map(({ id, name, roles }) => ({
		id,
		name,
		roles,
		seatsTaken: people.members(id).length
	}));
}

export function teamPart(live: Live, id: string, projection: Projection): TeamPart {
	const { people, rounds, leads } = live;
	const { name, roles, lead } = people.team(id)!;
	const { isAdviceRead, hasAskedForTime } = rounds.of(id);
	return {
		id,
		name,
		roles,
		members: people.members(id).map((one) => ({
			id: one.id,
			name: one.name,
			isHere: people.isHere(one.id)
		})),
		lead,
		isLeadGone: leads.isGone(id),
		standIns: standInsOf(live, id),
		isReady: isTeamReady(live, id),
		advised: rounds.advice(id).length,
		isAdviceRead,
		hasAskedForTime,
		shares: sharedReading(live, id, projection)
	};
}

export function deskPart(live: Live): DeskPart {
	const { people, lastStepBy, pace, ballots, chair, acts } = live;
	return {
		isLocked: people.locked.players,
		isAudienceLocked: people.locked.audience,
		chair: chair.part,
		acts: acts.part((id) => people.find(id)?.name ?? ''),
		teams: teamEntries(live).map((team) => deskTeam(live, team)),
		people: people.all
			.filter(({ kind }) => kind !== 'phone')
			.map(({ id, kind, name, team }) => ({ id, kind, name, team, isHere: people.isHere(id) })),
		phones: people.all.filter(({ kind, id }) => kind === 'phone' && people.isHere(id)).length,
		lastStepBy,
		pace,
		standing: live.exercise.room.state.standing,
		isTurnoutShown: ballots.isTurnoutShown,
		isBallotQuiet: live.quiet.isQuiet,
		isRehearsal: live.summary.isRehearsal ?? false,
		isPresented: isPresented(live)
	};
}

function deskTeam(live: Live, team: TeamEntry): DeskTeam {
	const { people, rounds, leads } = live;
	const { isAdviceRead, hasAskedForTime } = rounds.of(team.id);
	return {
		...team,
		lead: people.leadOf(team.id),
		isLeadGone: leads.isGone(team.id),
		standIns: standInsOf(live, team.id),
		readingMin: readingMinOf(live, team.id),
		here: people.members(team.id).filter(({ id }) => people.isHere(id)).length,
		isReady: isTeamReady(live, team.id),
		advised: rounds.advice(team.id).length,
		isAdviceRead,
		hasAskedForTime,
		ownTimer: live.timer.ownPartOf(team.id)
	};
}

/** In steps of ten seconds: nobody reads to the second. */
function readingMinOf(live: Live, team: string): number {
	const { exercise, pack } = live;
	const { scenario, state } = exercise.room.view;
	if (!isInRounds(state.position.phase) || state.position.step === 'advance') return 0;
	const own = onlyWorlds(state, [worldOf(live, team)]);
	const projection = project(scenario, own, { kind: 'team', team });
	const { decisions } = pack.scenario;
	return Math.round(readingMin({ projection, decisions }) * 6) / 6;
}

/** Undefined: there is no such person any more. */
export function mePart(live: Live, id: string): MePart | undefined {
	const { people, rounds, ballots, reflections } = live;
	const person = people.find(id);
	if (person === undefined) return undefined;
	const { kind, name, team } = person;
	const isLead = people.isLead(person);
	const isRead = team !== null && isLead && rounds.of(team).isAdviceRead;
	return {
		...{ id, kind, name, team, isLead },
		advice: rounds.adviceOf(id),
		read: isRead ? rounds.advice(team) : null,
		agreement: agreementOf(live, person),
		confidences: confidencesOf(live, person),
		cards: reflections.countOf(id),
		vote: ballots.voteOf(id),
		nthVote: ballots.nthOf(id)
	};
}
