import type { BotCommand, Moment, Policy } from '../../lib/exercise/bots/policy.ts';
import type { CommandBody } from '../../lib/exercise/commands/commands.ts';
import type { ExerciseRoom } from '../../lib/exercise/commands/rule.ts';
import { injectOf } from '../../lib/exercise/scenario/scenario.ts';
import {
	entry,
	isPreparation,
	type Act,
	type ReleasedInject,
	type RoomState
} from '../../lib/exercise/state.ts';
import type { Setting } from '../../lib/sim/model.ts';

const FACILITATOR = { kind: 'facilitator' } as const;

/** Sets levers before the incident starts: in preparation, or at minute 0 where the scenario has no preparation. */
export function settingsPolicy(settings: readonly Setting[]): Policy {
	return {
		name: 'settings',
		acts: (room, moment) =>
			startsPlay(room, moment) ? settings.map((setting) => setByHand(moment.world, setting)) : [],
		nextMin: () => null
	};
}

/**
 * Does in a new room what was done in one world of a played one, at the same minutes and in the same order: decisions
 * by the seats of the same roles, levers set and injects released by the facilitator. Hence the same orders reach the
 * physics. What was withdrawn stays undone, and what the summit decided comes after the world has stopped.
 */
export function logPolicy(played: RoomState, world: string): Policy {
	const { acts, released } = played.worlds[world];
	const steps = [
		...acts
			.filter((act) => act.kind === 'setting' || act.part === 'incident')
			.map((act) => ({
				atMin: act.atMin,
				by: (room: ExerciseRoom, here: string) => repeat(room, here, played, act)
			})),
		...released
			.filter(({ part }) => part === 'incident')
			.map((inject) => ({
				atMin: inject.atMin,
				by: (room: ExerciseRoom, here: string) => release(room, here, inject)
			}))
	];
	return {
		name: 'log',
		acts(room, moment) {
			const fromMin = startsPlay(room, moment) ? -Infinity : moment.sinceMin;
			return steps
				.filter(({ atMin }) => fromMin < atMin && atMin <= moment.minute)
				.map((step, index) => ({ step, index }))
				.sort((a, b) => a.step.atMin - b.step.atMin || a.index - b.index)
				.map(({ step }) => step.by(room, moment.world));
		},
		nextMin: (_room, minute) => {
			const later = steps.flatMap(({ atMin }) => (atMin > minute ? [atMin] : []));
			return later.length === 0 ? null : Math.min(...later);
		}
	};
}

/** Whether this is the first moment at which a play lets anybody act. */
function startsPlay({ scenario }: ExerciseRoom, { sinceMin, minute }: Moment): boolean {
	return scenario.phases.includes('preparation') ? isPreparation(minute) : isPreparation(sinceMin);
}

function repeat({ state }: ExerciseRoom, world: string, played: RoomState, act: Act): BotCommand {
	if (act.kind === 'setting') return setByHand(world, act.setting);
	const role = entry(played.seats, act.seat)?.role;
	const seat = Object.keys(state.seats).find((id) => state.seats[id].role === role) ?? act.seat;
	const { decision, rationale, confidencePct } = act;
	const body = { type: 'commitDecision', payload: { world, decision, rationale, confidencePct } } as const;
	return { by: { kind: 'seat', seat }, body };
}

function setByHand(world: string, { hostClass, ...setting }: Setting): BotCommand {
	const plain = hostClass === undefined ? setting : { ...setting, hostClass };
	return { by: FACILITATOR, body: { type: 'makeSetting', payload: { world, setting: plain } } };
}

function release({ scenario }: ExerciseRoom, world: string, released: ReleasedInject): BotCommand {
	const { atMin: _atMin, part: _part, to, ...message } = released;
	const known = injectOf(scenario, released.inject) !== undefined;
	const inject = known ? released.inject : { ...message, to: to === null ? null : [...to] };
	const body = { type: 'releaseInject', payload: { world, inject } } as CommandBody;
	return { by: FACILITATOR, body };
}
