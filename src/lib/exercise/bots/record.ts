import type { Setting } from '../../sim/model.ts';
import type { PayloadOf } from '../commands/commands.ts';
import type { ExerciseRoom } from '../commands/rule.ts';
import {
	cutOf,
	decisionOf,
	isPreparatory,
	type ExerciseScenario,
	type RecordAct
} from '../scenario/scenario.ts';
import { isPreparation } from '../state.ts';
import { decides, seatFor, type Bot, type BotCommand, type Policy } from './policy.ts';

/** Every role does what the record says, when it says so: decisions by the role's seat, the rest by hand. */
export const recordBot: Bot = {
	...recordPolicy(() => true),
	text: { en: 'Does what was really done on the day, when it was done.' },
	policyFor: (role) => recordPolicy((doer) => doer === role)
};

/** What the record says of those outside the exercise: it belongs to every play among whose bots the record is. */
export const outsidersOnRecord: Policy = recordPolicy((doer) => doer === null);

/** Does those acts of the record whose doer (a role, or null for somebody outside the exercise) is among the wanted. */
function recordPolicy(isWanted: (doer: string | null) => boolean): Policy {
	const wanted = ({ scenario }: ExerciseRoom) =>
		scenario.record.filter((act) => isWanted(doerOf(scenario, act)));
	const duringPlay = (room: ExerciseRoom) =>
		wanted(room)
			.filter((act) => !isPrepared(room.scenario, act))
			.map((act) => ({ ...act, atMin: openMin(room, act) }));
	return {
		name: 'record',
		acts(room, moment) {
			const due = isPreparation(moment.minute)
				? wanted(room).filter((act) => isPrepared(room.scenario, act))
				: duringPlay(room).filter(({ atMin }) => moment.sinceMin < atMin && atMin <= moment.minute);
			return due
				.map((act, index) => ({ act, index }))
				.sort((a, b) => a.act.atMin - b.act.atMin || a.index - b.index)
				.map(({ act }) => command(room, moment.world, act));
		},
		nextMin(room, minute) {
			const later = duringPlay(room).flatMap(({ atMin }) => (atMin > minute ? [atMin] : []));
			return later.length === 0 ? null : Math.min(...later);
		}
	};
}

/** When an act of the record is done: what belongs to the recovery alone waits until the room's cut begins it. */
function openMin({ scenario, state }: ExerciseRoom, act: RecordAct): number {
	const phases = 'decision' in act ? decisionOf(scenario, act.decision)?.phases : undefined;
	if (phases === undefined || phases.includes('incident')) return act.atMin;
	return Math.max(act.atMin, cutOf(scenario, state.exercise?.cut ?? null)?.recoveryFromMin ?? 0);
}

function doerOf(scenario: ExerciseScenario, act: RecordAct): string | null {
	return 'setting' in act ? act.role : (decisionOf(scenario, act.decision)?.role ?? null);
}

function command({ scenario, state }: ExerciseRoom, world: string, act: RecordAct): BotCommand {
	if ('setting' in act) {
		const body = { type: 'makeSetting', payload: { world, setting: plain(act.setting) } } as const;
		return { by: { kind: 'facilitator' }, body };
	}
	const role = decisionOf(scenario, act.decision)?.role;
	return decides(seatFor(state, role, world) ?? 'nobody', world, act.decision);
}

/** A setting as it travels: a class that is not given is not there at all. */
function plain({ hostClass, ...setting }: Setting): PayloadOf<'makeSetting'>['setting'] {
	return hostClass === undefined ? setting : { ...setting, hostClass };
}

/** What is decided before the incident starts, whatever minute the record dates it. */
function isPrepared(scenario: ExerciseScenario, act: RecordAct): boolean {
	const decision = 'decision' in act ? decisionOf(scenario, act.decision) : undefined;
	return decision !== undefined && isPreparatory(decision);
}
