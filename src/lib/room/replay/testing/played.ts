import type { BotProfile } from '../../../exercise/log/events.ts';
import { BOTS, policiesOfSeats } from '../../../exercise/bots/roster.ts';
import type { ExerciseScenario } from '../../../exercise/scenario/scenario.ts';
import type { Seat } from '../../../exercise/state.ts';
import type { Engine } from '../../../exercise/world/engine.ts';
import { Timeline } from '../../../exercise/world/timeline.ts';
import { openingSteps, type SeatSetup } from '../../opening.ts';
import { playThrough, type Play } from '../../play-through.ts';

/**
 * A play in which one person holds a role, beside bots: rounds are opened and wait for them, as on the screen.
 *
 * @param like the bot by whose plan the person decides, in the rounds
 */
export function personsPlay(
	scenario: ExerciseScenario,
	engine: Engine,
	seed: string,
	{ role, cut, others, like }: { role: string; cut: string; others: BotProfile; like: BotProfile }
): Play {
	const seats = scenario.roles.map(({ id }): SeatSetup => {
		return { seat: id, role: id, team: id, bot: id === role ? null : others };
	});
	const bySeat = Object.fromEntries(seats.map(({ seat, ...rest }) => [seat, rest satisfies Seat]));
	const policies = policiesOfSeats(scenario, bySeat);
	const person = BOTS[like].policyFor(role);
	return playThrough(scenario, {
		opening: openingSteps(seed, cut, seats),
		conducting: { policiesIn: () => policies, waitsForPeople: true },
		timeline: new Timeline(engine),
		people: (room) => {
			const [world] = Object.keys(room.state.worlds);
			const isBefore = room.state.position.phase === 'preparation';
			const minute = isBefore ? -1 : room.state.worlds[world!]!.minute;
			return person.acts(room, { world: world!, sinceMin: -1, minute });
		}
	});
}
