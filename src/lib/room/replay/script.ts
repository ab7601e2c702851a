import { answersByInject } from '../../exercise/availability/answers.ts';
import type { BotProfile } from '../../exercise/log/events.ts';
import { agreeingSeat, agrees, decides, type BotCommand, type Policy } from '../../exercise/bots/policy.ts';
import { policiesOfSeats } from '../../exercise/bots/roster.ts';
import { asPlanned } from '../../exercise/injects/plan.ts';
import type { ExerciseInject, ExerciseScenario } from '../../exercise/scenario/scenario.ts';
import {
	entry,
	isPreparation,
	seatsIn,
	type RoomState,
	type Seat,
	type SettingAct
} from '../../exercise/state.ts';
import type { SeatSetup } from '../opening.ts';

/** A decision that people took, and when. */
export interface ScriptedDecision {
	readonly seat: string;
	readonly decision: string;
	/** Before 0 in preparation. */
	readonly atMin: number;
}

/** What people did in one world of an exercise, for a play that repeats it. Plain data: it travels between threads as it is. */
export interface PlayScript {
	readonly cut: string | null;
	/** Everybody who acts in that world; `bot` null: a person. */
	readonly seats: readonly SeatSetup[];
	/** Minutes at which rounds were opened, ascending. */
	readonly rounds: readonly number[];
	/** In the order in which they were taken. */
	readonly decisions: readonly ScriptedDecision[];
	/** Levers that a facilitator set by hand. */
	readonly settings: readonly SettingAct[];
	/** What facilitators had planned by the end. */
	readonly plan: RoomState['plan'];
	/** Injects that a facilitator released by hand, and when. */
	readonly byHand: readonly { readonly inject: string; readonly atMin: number }[];
}

/**
 * What people did in a world of an exercise.
 *
 * @throws RangeError where the room has no such world
 */
export function scriptOf(scenario: ExerciseScenario, state: RoomState, worldId: string): PlayScript {
	const world = entry(state.worlds, worldId);
	if (world === undefined) throw new RangeError(`there is no world '${worldId}'`);
	const seats = seatsIn(state, worldId);
	const isPerson = (id: string) => seats[id]?.bot === null;
	return {
		cut: state.exercise?.cut ?? null,
		seats: Object.entries(seats).map(([seat, { role, team, bot }]) => ({ seat, role, team, bot })),
		rounds: state.rounds.map(({ atMin }) => atMin),
		decisions: world.acts.flatMap((act) =>
			act.kind === 'decision' && act.part === 'incident' && isPerson(act.seat)
				? [{ seat: act.seat, decision: act.decision, atMin: act.atMin }]
				: []
		),
		settings: world.acts.filter(
			(act): act is SettingAct => act.kind === 'setting' && !isOnRecord(scenario, act)
		),
		plan: state.plan,
		byHand: world.released.map(({ inject, atMin }) => ({ inject, atMin }))
	};
}

/** What the record sets by hand, those who follow the record set again; it may be dated a step later than there. */
function isOnRecord({ record }: ExerciseScenario, { setting }: SettingAct): boolean {
	const said = ({ parameter, scope, value }: SettingAct['setting']) =>
		JSON.stringify([parameter, scope, value]);
	return record.some((act) => 'setting' in act && said(act.setting) === said(setting));
}

/** Bots that answer no message: what waits for the world to be asked of them changes nothing that they do. */
const ASKED_IN_VAIN: readonly (BotProfile | null)[] = ['record', 'none', null];

/**
 * The scenario as its facilitators had planned it by the end, for a play that repeats a script. Of the injects that wait for
 * a condition it has only those that somebody would answer: the world has to be looked at for each of them in every step,
 * and the others move nobody.
 */
export function scenarioOfScript(
	scenario: ExerciseScenario,
	{ seats, decisions, plan, byHand }: PlayScript
): ExerciseScenario {
	const planned = asPlanned(scenario, { plan });
	const asked = answersByInject(planned);
	const answering = seats.filter(({ bot }) => !ASKED_IN_VAIN.includes(bot)).map(({ role }) => role);
	const isAnswered = (inject: string) =>
		asked
			.get(inject)
			?.some(({ id, role }) => answering.includes(role) || decisions.some(({ decision }) => decision === id));
	const injects = planned.injects.map((inject): ExerciseInject => {
		const hand = inject.when === null ? byHand.find((one) => one.inject === inject.id) : undefined;
		return hand === undefined || inject.scheduled
			? inject
			: { ...inject, scheduled: true, plannedMin: hand.atMin };
	});
	return { ...planned, injects: injects.filter(({ id, when }) => when === null || isAnswered(id)) };
}

/**
 * Who acts in a play that repeats a script: people do what is kept of what they did, when they did it, if the room lets
 * them; bots do what their characters do where the play has come to.
 */
export function policiesOfScript(scenario: ExerciseScenario, script: PlayScript): readonly Policy[] {
	const seats: Record<string, Seat> = Object.fromEntries(
		script.seats.map(({ seat, role, team, bot }) => [seat, { role, team, bot }])
	);
	return [scripted(script), ...policiesOfSeats(scenario, seats)];
}

/** Seats for such a play: people decide whenever they did, and no round waits for them. */
export function seatsOfScript({ seats }: PlayScript): SeatSetup[] {
	return seats.map((seat) => ({ ...seat, bot: seat.bot ?? 'none' }));
}

/** What people did, in a policy's place. Time stops wherever a round was opened, whatever is kept of it. */
function scripted({ decisions, settings, rounds }: PlayScript): Policy {
	const minutes = [...new Set([...rounds, ...[...decisions, ...settings].map(({ atMin }) => atMin)])];
	minutes.sort((a, b) => a - b);
	return {
		name: 'scripted',
		acts({ scenario, state }, { world, sinceMin, minute }) {
			// People decide once a round is open: what bots do on the way into it comes before.
			if (state.position.step === 'situation') return [];
			const isDue = ({ atMin }: { readonly atMin: number }) =>
				isPreparation(minute) ? isPreparation(atMin) : sinceMin < atMin && atMin <= minute;
			return [
				...settings.filter(isDue).map((act) => setsByHand(world, act)),
				...decisions
					.filter(isDue)
					.flatMap(({ seat, decision }) => [
						decides(seat, world, decision),
						...agreement(scenario, state, world, decision)
					])
			];
		},
		nextMin: (_room, minute) => minutes.find((one) => one > minute) ?? null
	};
}

/** What was agreed to in the play that is repeated is agreed to again. */
function agreement(
	scenario: ExerciseScenario,
	state: RoomState,
	world: string,
	decision: string
): BotCommand[] {
	const seat = agreeingSeat(scenario, state, world, decision);
	return seat === undefined ? [] : [agrees(seat, world, decision)];
}

function setsByHand(world: string, { setting: { hostClass, ...rest } }: SettingAct): BotCommand {
	const setting = hostClass === undefined ? rest : { ...rest, hostClass };
	return { by: { kind: 'facilitator' }, body: { type: 'makeSetting', payload: { world, setting } } };
}
