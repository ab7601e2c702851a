import { agreeingSeat } from '../../exercise/bots/policy.ts';
import { policiesOfSeats } from '../../exercise/bots/roster.ts';
import type { BotProfile, RoomEvent } from '../../exercise/log/events.ts';
import { foldLog } from '../../exercise/log/evolve.ts';
import type { ExerciseScenario } from '../../exercise/scenario/scenario.ts';
import { entry, PREPARATION_MIN, seatsIn, type RoomState } from '../../exercise/state.ts';
import type { Engine } from '../../exercise/world/engine.ts';
import { worldOrders } from '../../exercise/world/orders.ts';
import type { Order } from '../../sim/model.ts';
import { gridMinuteUpTo } from '../../sim/time/grid.ts';
import { arriveSteps, resumeStep, type Conducting } from '../conductor/conductor.ts';
import { dueIn } from '../conductor/looks.ts';
import { perform, type Sent } from '../perform.ts';
import { playThrough, type Play } from '../play-through.ts';
import { agreesTo, peoplesCommands, peopleStep, type TimedCommand } from './people-of-log.ts';
import { eventsBefore, logOfWorld } from './past-of-log.ts';
import { RecordedRun } from './recorded-run.ts';

/** Where a fork leaves its parent, and what is different from there on. */
export interface ForkPlan {
	readonly world: string;
	/** Everything before this minute stays; below 0: the fork begins in preparation. */
	readonly atMin: number;
	/** Decisions of people that are not taken any more, from that minute on. */
	readonly leavesOut: readonly string[];
	/** Decisions that are taken at that minute. */
	readonly commits: readonly { readonly seat: string; readonly decision: string }[];
	/** Who acts from there on in these seats of people; in the others they do what they did. */
	readonly bots: Readonly<Record<string, BotProfile>>;
}

/** A fork that has been played to where its parent ended. */
export interface Fork {
	readonly events: readonly RoomEvent[];
	readonly state: RoomState;
	/** What of the plan, and of what people had done, the rules did not allow any more. */
	readonly refused: Play['refusals'];
}

/**
 * Plays an exercise on from a moment of its past, with something changed: the same log before it, the same rules and the same
 * chance after it. Bots and messages that wait for the world react to what it has come to.
 *
 * @param timeline the forked world, at or before the fork's minute
 * @throws RangeError where the log has no such world
 */
export function playFork(
	scenario: ExerciseScenario,
	timeline: RecordedRun,
	log: readonly RoomEvent[],
	plan: ForkPlan
): Fork {
	const { world } = plan;
	const own = logOfWorld(log, world);
	const end = foldLog(own);
	const endMin = entry(end.worlds, world)?.minute ?? 0;
	const atMin = plan.atMin < 0 ? plan.atMin : gridMinuteUpTo(scenario.spans, Math.min(plan.atMin, endMin));
	const past = eventsBefore(own, world, atMin);
	const commands = commandsOf(peoplesCommands(scenario, own, end, world), plan, atMin, (decision) =>
		agreeingPerson(scenario, end, world, decision)
	);
	let now: Play = { scenario, state: foldLog(past), events: past, refusals: [] };
	const conducting: Conducting = {
		policiesIn: (id) => policiesOfSeats(scenario, seatsIn(now.state, id)),
		waitsForPeople: true,
		asksAt: [...new Set(commands.map((one) => one.atMin))]
	};
	now = arrived(now, atMin, world, conducting, timeline);
	const people = peopleStep(commands, world);
	const { events, state, refusals } = playThrough(scenario, {
		...{ opening: [], conducting, timeline, from: now, untilMin: endMin },
		people: (room) => {
			const sent = people(room);
			// Bots that people have handed a seat to are asked from there on.
			now = { ...now, ...perform(room, [() => sent]) };
			return sent;
		},
		// Where time stops something may be decided, and people come back to that.
		onHalt: (play) => timeline.keepAt(...standing(play, world))
	});
	return { events, state, refused: refusals.filter(({ body }) => isAsked(body, commands)) };
}

/**
 * The log of an exercise up to a moment of its past, for people who decide from there on themselves: a round is open there. Of
 * its beginning: as its preparation left it.
 *
 * @throws RangeError where the log has no such world
 */
export function pastUntil(
	scenario: ExerciseScenario,
	engine: Engine,
	log: readonly RoomEvent[],
	{ world, atMin }: Pick<ForkPlan, 'world' | 'atMin'>
): readonly RoomEvent[] {
	const own = logOfWorld(log, world);
	const endMin = entry(foldLog(own).worlds, world)?.minute;
	if (endMin === undefined) throw new RangeError(`there is no world '${world}'`);
	const minute = gridMinuteUpTo(scenario.spans, Math.min(atMin, endMin));
	const past = eventsBefore(own, world, minute);
	const now: Play = { scenario, state: foldLog(past), events: past, refusals: [] };
	const conducting: Conducting = {
		policiesIn: (id) => policiesOfSeats(scenario, seatsIn(now.state, id)),
		waitsForPeople: true
	};
	const timeline = new RecordedRun(engine.start(), { frames: [] });
	return arrived(now, minute, world, conducting, timeline).events;
}

/** What has been ordered in a world so far, and the minute that it has reached. */
function standing({ scenario, state }: Play, world: string): [readonly Order[], number] {
	const now = state.worlds[world]!;
	return [worldOrders(scenario, now), now.minute];
}

/** What people do from the fork on, in the order of its minutes. */
function commandsOf(
	people: readonly TimedCommand[],
	{ world, leavesOut, commits, bots }: ForkPlan,
	atMin: number,
	agreeing: (decision: string) => string | null
): TimedCommand[] {
	const handed = Object.entries(bots).map(([seat, bot]): TimedCommand => {
		const body = { type: 'setPlayer', payload: { seat, bot } } as const;
		// Before anything has happened it is in their seat from the preparation on.
		const since = atMin <= 0 ? PREPARATION_MIN : atMin;
		return { atMin: since, seat, decision: null, sent: { by: { kind: 'facilitator' }, body } };
	});
	const committed = commits.flatMap(({ seat, decision }): TimedCommand[] => {
		const payload = { world, decision, rationale: null, confidencePct: null };
		const sent: Sent = { by: { kind: 'seat', seat }, body: { type: 'commitDecision', payload } };
		const agrees = agreeing(decision);
		return [
			{ atMin, seat, decision, sent },
			...(agrees === null || Object.hasOwn(bots, agrees) ? [] : [agreesTo(world, decision, agrees, atMin)])
		];
	});
	const kept = people.filter(({ atMin: minute, seat, decision }) => {
		const isTakenOver = seat !== null && Object.hasOwn(bots, seat);
		const isLeftOut = decision !== null && (leavesOut.includes(decision) || isIn(commits, decision));
		return minute >= atMin && !isTakenOver && !isLeftOut;
	});
	return [...committed, ...handed, ...kept].sort((a, b) => a.atMin - b.atMin);
}

/** The person whose agreement a decision needs in a world; null: it needs none, or a bot's. */
function agreeingPerson(
	scenario: ExerciseScenario,
	state: RoomState,
	world: string,
	decision: string
): string | null {
	const seat = agreeingSeat(scenario, state, world, decision);
	return seat !== undefined && entry(state.seats, seat)?.bot === null ? seat : null;
}

/** At the minute of the fork a round is open, whatever was there before; in preparation and at its end there is none to open. */
function arrived(
	now: Play,
	atMin: number,
	world: string,
	conducting: Conducting,
	timeline: RecordedRun
): Play {
	const { scenario, state, events } = now;
	if (state.position.step !== 'advance') return now;
	const frame = timeline.frameAt(worldOrders(scenario, state.worlds[world]!), atMin);
	const resume = state.position.clock === 'paused' ? [resumeStep] : [];
	const arrival = { world, due: dueIn(now, world, frame), frame };
	const steps = arriveSteps(now, { minute: atMin, opens: true }, [arrival], conducting, events);
	const done = perform(now, [...resume, ...steps]);
	return { ...done, events: [...events, ...done.events], refusals: done.refusals };
}

function isIn(commits: ForkPlan['commits'], decision: string): boolean {
	return commits.some((one) => one.decision === decision);
}

/** What bots try in vain concerns nobody. */
function isAsked(body: Sent['body'], commands: readonly TimedCommand[]): boolean {
	return commands.some(({ sent }) => sent.body === body);
}
