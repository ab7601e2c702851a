import type { ExerciseRoom } from '../../exercise/commands/rule.ts';
import type { RoomEvent } from '../../exercise/log/events.ts';
import type { Step } from '../perform.ts';
import { runningWorlds } from './bot-acts.ts';
import { arriveSteps, type Arrival, type Conducting } from './conductor.ts';
import { nextHalt, type Halt } from './halts.ts';

/** Where each of the worlds that run halts next. */
function haltsOf(
	room: ExerciseRoom,
	{ policiesIn }: Conducting
): { readonly world: string; readonly halt: Halt }[] {
	return runningWorlds(room.state).map((world) => ({
		world,
		halt: nextHalt(room, world, policiesIn(world))
	}));
}

/** Where the first of the worlds halts; at a stop all do. */
export function firstHalt(room: ExerciseRoom, conducting: Conducting): Halt {
	const halts = haltsOf(room, conducting);
	const minute = Math.min(...halts.map(({ halt }) => halt.minute));
	return { minute, opens: halts.some(({ halt }) => halt.opens && halt.minute === minute) };
}

/** What happens where the worlds come to a minute: in those that something is due in, and those that halt there. */
export function arrivalSteps(
	room: ExerciseRoom,
	events: readonly RoomEvent[],
	conducting: Conducting,
	minute: number,
	due: readonly Arrival[]
): Step[] {
	const halting = haltsOf(room, conducting).filter(({ halt }) => minute >= halt.minute);
	const others = halting.filter(({ world }) => due.every((one) => one.world !== world));
	const arrivals = [...due, ...others.map(({ world }) => ({ world, due: [] }))];
	const opens = halting.some(({ halt }) => halt.opens);
	return arriveSteps(room, { minute, opens }, arrivals, conducting, events);
}
