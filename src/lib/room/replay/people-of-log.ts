import { agrees } from '../../exercise/bots/policy.ts';
import type { RoomEvent } from '../../exercise/log/events.ts';
import { injectOf, type ExerciseScenario } from '../../exercise/scenario/scenario.ts';
import { asPlanned } from '../../exercise/injects/plan.ts';
import {
	entry,
	isPreparation,
	PREPARATION_MIN,
	type RoomState,
	type WorldState
} from '../../exercise/state.ts';
import type { Sent, Step } from '../perform.ts';

/** Something that people did, and when: the command that does it again. */
export interface TimedCommand {
	/** Below 0 in preparation. */
	readonly atMin: number;
	readonly seat: string | null;
	readonly decision: string | null;
	readonly sent: Sent;
}

/**
 * What people did in one world of an exercise: decisions that stood, what they agreed to, levers set by hand, messages let out
 * by hand, and seats handed to bots and back.
 *
 * @throws RangeError where the room has no such world
 */
export function peoplesCommands(
	scenario: ExerciseScenario,
	events: readonly RoomEvent[],
	end: RoomState,
	worldId: string
): TimedCommand[] {
	const world = entry(end.worlds, worldId);
	if (world === undefined) throw new RangeError(`there is no world '${worldId}'`);
	const all = [
		...seatsHandedOver(events, worldId),
		...decisionsIn(world, end, worldId),
		...settingsIn(events, worldId),
		...releasesIn(scenario, world, end, worldId)
	];
	return all
		.map((one, index) => ({ one, index }))
		.sort((a, b) => a.one.atMin - b.one.atMin || a.index - b.index)
		.map(({ one }) => one);
}

/** Sends, in preparation and in each open round, what is due there and has not been sent. */
export function peopleStep(commands: readonly TimedCommand[], world: string): Step {
	const left = [...commands];
	return ({ state }) => {
		const isBefore = state.position.phase === 'preparation';
		const minute = isBefore ? PREPARATION_MIN : (entry(state.worlds, world)?.minute ?? 0);
		const isDue = ({ atMin }: TimedCommand) => (isBefore ? isPreparation(atMin) : atMin <= minute);
		const due = left.filter(isDue);
		left.splice(0, left.length, ...left.filter((one) => !due.includes(one)));
		return due.map(({ sent }) => sent);
	};
}

function decisionsIn({ acts }: WorldState, { seats }: RoomState, world: string): TimedCommand[] {
	const isPerson = (seat: string | undefined) => seat !== undefined && entry(seats, seat)?.bot === null;
	return acts.flatMap((act) => {
		if (act.kind !== 'decision' || act.part !== 'incident') return [];
		const { seat, decision, atMin, rationale, confidencePct, confirmedBy } = act;
		const payload = { world, decision, rationale, confidencePct };
		const sent: Sent = { by: { kind: 'seat', seat }, body: { type: 'commitDecision', payload } };
		return [
			...(isPerson(seat) ? [{ atMin, seat, decision, sent }] : []),
			...(isPerson(confirmedBy) ? [agreesTo(world, decision, confirmedBy!, atMin)] : [])
		];
	});
}

/** The command by which a person agrees to a decision again. */
export function agreesTo(world: string, decision: string, seat: string, atMin: number): TimedCommand {
	return { atMin, seat, decision, sent: agrees(seat, world, decision) };
}

function settingsIn(events: readonly RoomEvent[], world: string): TimedCommand[] {
	return events.flatMap((event) => {
		if (event.type !== 'settingMade' || event.world !== world) return [];
		const { atMin, setting } = event;
		return [byFacilitator(atMin, { type: 'makeSetting', payload: { world, setting } })];
	});
}

function seatsHandedOver(events: readonly RoomEvent[], world: string): TimedCommand[] {
	return events.flatMap((event) => {
		if (event.type !== 'playedBy' || event.world !== world) return [];
		const { atMin, seat, bot } = event;
		return [{ ...byFacilitator(atMin, { type: 'setPlayer', payload: { seat, bot } }), seat }];
	});
}

/** Those that wait for the world, or for their minute, come by themselves. */
function releasesIn(
	scenario: ExerciseScenario,
	{ released }: WorldState,
	end: RoomState,
	world: string
): TimedCommand[] {
	const planned = asPlanned(scenario, end);
	return released.flatMap(({ atMin, part, ...message }) => {
		const known = injectOf(planned, message.inject);
		if (part !== 'incident' || known?.scheduled === true || (known?.when ?? null) !== null) return [];
		const { inject, channel, from, title, body, to } = message;
		const written = { inject, channel, from, title, body, to: to === null ? null : [...to] };
		const isKnown = injectOf(scenario, inject) !== undefined;
		return [
			byFacilitator(atMin, {
				type: 'releaseInject',
				payload: { world, inject: isKnown ? inject : written }
			})
		];
	});
}

function byFacilitator(atMin: number, body: Sent['body']): TimedCommand {
	return { atMin, seat: null, decision: null, sent: { by: { kind: 'facilitator' }, body } };
}
