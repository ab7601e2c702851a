import type { Policy } from '../exercise/bots/policy.ts';
import { policiesOfSeats } from '../exercise/bots/roster.ts';
import type { ExerciseRoom } from '../exercise/commands/rule.ts';
import type { ExerciseScenario } from '../exercise/scenario/scenario.ts';
import { isInRounds } from '../exercise/phases/phases.ts';
import { EMPTY_ROOM } from '../exercise/state.ts';
import { worldOrders } from '../exercise/world/orders.ts';
import type { Timeline } from '../exercise/world/timeline.ts';
import { nextGridMinute } from '../sim/time/grid.ts';
import { askedUntil, minuteOf } from './conductor/bot-acts.ts';
import { advanceTime, arriveSteps, goOnSteps, type Conducting } from './conductor/conductor.ts';
import { nextHalt } from './conductor/halts.ts';
import { dueIn, isBotWaiting, isWatched } from './conductor/looks.ts';
import { openingSteps, type SeatSetup } from './opening.ts';
import { perform, type Performed, type Step } from './perform.ts';

/** A play so far: the room, the events that led there, and what was refused on the way. */
export type Play = Omit<Performed, 'answer'>;

export interface PlayOptions {
	/** Steps that create the exercise and fill its seats. */
	readonly opening: readonly Step[];
	readonly conducting: Conducting;
	/** The minute at which to stop; by default the scenario's end. */
	readonly untilMin?: number;
	/** Gives the frames that conditions of injects are read against; without it those injects are not released. */
	readonly timeline?: Pick<Timeline, 'frameAt'>;
	/** A play that goes on from where it stood, instead of from its opening. */
	readonly from?: Play;
	/** Hears of the play wherever time has stopped and goes on: it can go on from there again. */
	readonly onHalt?: (play: Play) => void;
	/** What people send in preparation and in each round, before it is closed. */
	readonly people?: Step;
}

/** Plays one world from its beginning, as fast as it can be computed: the same room as one that is watched. */
export function playThrough(scenario: ExerciseScenario, options: PlayOptions): Play {
	const { conducting, timeline, from, onHalt = () => {}, people = () => [] } = options;
	const endMin = Math.min(options.untilMin ?? scenario.horizonMin, scenario.horizonMin);
	let now: Play = from ?? { scenario, state: EMPTY_ROOM, events: [], refusals: [] };
	const go = (steps: readonly Step[]) => (now = added(now, perform(now, steps)));
	if (from === undefined) go(options.opening);
	const [world] = Object.keys(now.state.worlds);
	for (;;) {
		const { phase, step } = now.state.position;
		if (phase === 'preparation' || step === 'decide') go([people]);
		const onward = goOnSteps(now, conducting, now.events);
		if (onward !== null && !(isInRounds(phase) && minuteOf(now.state, world) >= endMin)) {
			const { version } = now.state;
			go(onward);
			if (now.state.version === version) return now;
			continue;
		}
		if (!isInRounds(phase) || minuteOf(now.state, world) >= endMin) return now;
		onHalt(now);
		go(nextArrival(now, world, endMin, conducting, timeline));
	}
}

export interface BotsOptions extends Pick<PlayOptions, 'untilMin' | 'timeline'> {
	readonly seed: string;
	readonly cut?: string | null;
	readonly seats: readonly SeatSetup[];
	/** By default those that the seats name. */
	readonly policies?: readonly Policy[];
}

/** An exercise that nobody watches, played by bots or by what a log says of people. */
export function playBots(scenario: ExerciseScenario, options: BotsOptions): Play {
	const { seed, cut = null, seats, policies, ...rest } = options;
	const bySeat = Object.fromEntries(seats.map((seat) => [seat.seat, seat]));
	const all = policies ?? policiesOfSeats(scenario, bySeat);
	const conducting = { policiesIn: () => all, waitsForPeople: false };
	return playThrough(scenario, { ...rest, opening: openingSteps(seed, cut, seats), conducting });
}

/** What happens at the next minute at which anything does. */
function nextArrival(
	now: Play,
	world: string,
	endMin: number,
	conducting: Conducting,
	timeline: PlayOptions['timeline']
): readonly Step[] {
	const { scenario, state, events } = now;
	const { spans, horizonMin } = scenario;
	const halt = nextHalt(now, world, conducting.policiesIn(world), conducting.asksAt);
	const since = askedUntil(state, events, world);
	const orders = worldOrders(scenario, state.worlds[world]);
	const lookAt = (minute: number) => {
		if (timeline === undefined || !isWatched(now, world, minute)) return null;
		const frame = timeline.frameAt(orders, minute);
		const due = dueIn(now, world, frame);
		const isHalt = due.length > 0 || isBotWaiting(now, conducting, world, since, minute);
		return isHalt ? { world, due, frame } : null;
	};
	let minute = minuteOf(state, world);
	// Among bots alone the world is looked at before it has moved, too.
	const atOnce = minute === 0 && !conducting.waitsForPeople ? lookAt(0) : null;
	if (atOnce !== null) return arriveSteps(now, { minute, opens: false }, [atOnce], conducting, events);
	while (minute < Math.min(halt.minute, endMin)) {
		minute = timeline === undefined ? halt.minute : nextGridMinute(spans, horizonMin, minute);
		const arrival = minute < endMin ? lookAt(minute) : null;
		if (arrival === null) continue;
		const opens = halt.opens && minute >= halt.minute;
		return arriveSteps(now, { minute, opens }, [arrival], conducting, events);
	}
	if (halt.minute < endMin || endMin === horizonMin)
		return arriveSteps(now, halt, [{ world, due: [] }], conducting, events);
	return [advanceTime(world, endMin)];
}

function added(before: Play, { state, events, refusals }: ExerciseRoom & Play): Play {
	return {
		scenario: before.scenario,
		state,
		events: [...before.events, ...events],
		refusals: [...before.refusals, ...refusals]
	};
}
