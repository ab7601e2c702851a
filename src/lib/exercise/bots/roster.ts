import type { ExerciseScenario } from '../scenario/scenario.ts';
import type { RoomState } from '../state.ts';
import { BOTS } from './bots.ts';
import type { Bot, Policy } from './policy.ts';
import { outsidersOnRecord, recordBot } from './record.ts';
import { standInPolicy } from './stand-in.ts';

export { BOTS };

/**
 * One policy for each role that a bot plays. Where the record is among them, those outside the exercise do what they did
 * as well.
 *
 * @param bots by role; a role that is left out is played by nobody here, so by a person
 */
export function policiesOf(
	scenario: ExerciseScenario,
	bots: Readonly<Record<string, Bot>>
): readonly Policy[] {
	const own = scenario.roles.flatMap(({ id }) => (Object.hasOwn(bots, id) ? [bots[id].policyFor(id)] : []));
	return own.some(({ name }) => name === recordBot.name) ? [outsidersOnRecord, ...own] : own;
}

/**
 * Who acts in a room for the roles that bots play, as its seats say. Those outside the exercise do what they did where the
 * record is among the bots, and where people play the whole table.
 */
export function policiesOfSeats(scenario: ExerciseScenario, seats: RoomState['seats']): readonly Policy[] {
	const standIns = Object.entries(seats).flatMap(([id, seat]) => standInPolicy(id, seat) ?? []);
	return [...policiesAsSeated(scenario, seats), ...standIns];
}

/** By the seats as they were taken: a bot that stands in for people changes nothing for anybody else. */
function policiesAsSeated(scenario: ExerciseScenario, seats: RoomState['seats']): readonly Policy[] {
	const bots = Object.values(seats).flatMap(({ role, bot }) =>
		bot === null ? [] : [[role, BOTS[bot]] as const]
	);
	if (bots.length === 0) return [outsidersOnRecord];
	const isRecord = scenario.roles.every(({ id }) =>
		bots.some(([role, bot]) => role === id && bot === BOTS.record)
	);
	// The whole record keeps the order in which things were done on the day.
	return isRecord ? [recordBot] : policiesOf(scenario, Object.fromEntries(bots));
}
