import type { Setting } from '../../sim/model.ts';
import type { PayloadOf } from '../commands.ts';
import type { Room } from '../commands/rule.ts';
import { decisionOf, type ExerciseScenario, type RecordAct } from '../scenario.ts';
import { isPreparation, type BotCommand, type Policy } from './policy.ts';

/** Every role does what the record says, when it says so: decisions by the role's seat, the rest by hand. */
export const recordBot: Policy = {
	name: 'record',
	acts(room, moment) {
		const { scenario } = room;
		const due = isPreparation(moment)
			? scenario.record.filter((act) => isPrepared(scenario, act))
			: duringPlay(scenario).filter(({ atMin }) => moment.sinceMin < atMin && atMin <= moment.minute);
		return due
			.map((act, index) => ({ act, index }))
			.sort((a, b) => a.act.atMin - b.act.atMin || a.index - b.index)
			.map(({ act }) => command(room, moment.world, act));
	},
	nextMin({ scenario }, minute) {
		const later = duringPlay(scenario).flatMap(({ atMin }) => (atMin > minute ? [atMin] : []));
		return later.length === 0 ? null : Math.min(...later);
	}
};

function command({ scenario, state }: Room, world: string, act: RecordAct): BotCommand {
	if ('setting' in act) {
		const body = { type: 'makeSetting', payload: { world, setting: plain(act.setting) } } as const;
		return { by: { kind: 'facilitator' }, body };
	}
	const role = decisionOf(scenario, act.decision)?.role;
	const seat = Object.keys(state.seats).find((id) => state.seats[id].role === role) ?? 'nobody';
	const payload = { world, decision: act.decision, rationale: null, confidencePct: null };
	return { by: { kind: 'seat', seat }, body: { type: 'commitDecision', payload } };
}

/** A setting as it travels: a class that is not given is not there at all. */
function plain({ hostClass, ...setting }: Setting): PayloadOf<'makeSetting'>['setting'] {
	return hostClass === undefined ? setting : { ...setting, hostClass };
}

function duringPlay(scenario: ExerciseScenario): readonly RecordAct[] {
	return scenario.record.filter((act) => !isPrepared(scenario, act));
}

/** What is decided before the incident starts, whatever minute the record dates it. */
function isPrepared(scenario: ExerciseScenario, act: RecordAct): boolean {
	return 'decision' in act && decisionOf(scenario, act.decision)?.phases.includes('preparation') === true;
}
