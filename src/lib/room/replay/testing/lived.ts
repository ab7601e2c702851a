import { askedOf } from '../../../exercise/availability/agreement.ts';
import { agrees as agreesTo, seatFor } from '../../../exercise/bots/policy.ts';
import { BOTS, policiesOfSeats } from '../../../exercise/bots/roster.ts';
import type { ExerciseRoom } from '../../../exercise/commands/rule.ts';
import type { BotProfile, RoomEvent } from '../../../exercise/log/events.ts';
import { foldLog } from '../../../exercise/log/evolve.ts';
import { simEngine } from '../../../exercise/world/engine.ts';
import { runningWorlds } from '../../conductor/bot-acts.ts';
import type { Sent } from '../../perform.ts';
import { openingSteps, type SeatSetup } from '../../opening.ts';
import { Room } from '../../room.ts';
import { RunningExercise } from '../../running-exercise.ts';
import { sampleMinutes } from '../../sample-minutes.ts';
import type { Pack } from '../../scenario-library.ts';
import { FakeClock } from '../../testing/fake-clock.ts';

/** What the worlds of an exercise were when it came into a phase or a step of one. */
export interface Boundary {
	/** How many events the log held by then. */
	readonly version: number;
	/** By world: its minute, and the hash of its state there. */
	readonly worlds: Readonly<Record<string, { readonly minute: number; readonly hash: string }>>;
}

export interface Lived {
	readonly seed: string;
	readonly events: readonly RoomEvent[];
	readonly boundaries: readonly Boundary[];
}

export const SEED = 'a seed';

/**
 * An exercise as it runs live: people in these teams decide in its rounds as bots would, one like each name; bots hold the
 * other roles.
 *
 * @param likes by team, or in one world by role
 * @param agrees a role of somebody else who decides nothing and agrees to all that they are asked
 */
export async function lived(
	pack: Pack,
	ways: 'shared' | 'parallel',
	likes: Readonly<Record<string, BotProfile>>,
	role: string,
	agrees: string | null = null
): Promise<Lived> {
	const { exercise: scenario, model } = pack;
	const clock = new FakeClock();
	const engine = () => simEngine(model, SEED);
	const boundaries: Boundary[] = [];
	const room = new Room({
		scenario,
		events: [],
		append: ({ events, state, fresh }) => {
			if (fresh.some(({ type }) => type === 'phaseEntered')) {
				const worlds = runningWorlds(state).map((id) => {
					const { minute } = state.worlds[id]!;
					return [id, { minute, hash: exercise.world(id).hashAt(minute) }] as const;
				});
				boundaries.push({ version: events.length, worlds: Object.fromEntries(worlds) });
			}
			return Promise.resolve();
		},
		publish: () => {}
	});
	const exercise = new RunningExercise({
		...{ room, engine, clock, policiesOf: policiesOfSeats },
		samples: sampleMinutes(scenario.spans, scenario.horizonMin),
		pace: { unit: 'steps', perSecond: null },
		show: () => {},
		changed: () => {},
		failed: (error) => {
			throw error;
		}
	});
	const seats = Object.keys(likes).flatMap((team) => seatsOf(pack, ways, team, [role, agrees]));
	await room.perform(() => openingSteps(SEED, 'short', seats, ways));
	await exercise.start();
	for (let n = 0; n < 400 && room.state.position.phase !== 'hotWash'; n++) {
		const { phase, step } = room.state.position;
		if (phase === 'preparation' || step === 'decide')
			await room.perform(() => [() => decided(room, likes, role), (view) => agreed(view, agrees)]);
		if (step === 'advance') await clock.pass(1000);
		else await exercise.goOn();
	}
	if (room.state.position.phase !== 'hotWash') throw new Error('the exercise does not come to its end');
	exercise.close();
	return { seed: SEED, events: room.events, boundaries };
}

/** The log as far as a boundary. */
export function stateAt({ events }: Lived, { version }: Boundary) {
	return foldLog(events.slice(0, version));
}

function seatsOf(
	{ exercise }: Pack,
	ways: 'shared' | 'parallel',
	team: string,
	people: readonly (string | null)[]
): SeatSetup[] {
	return exercise.roles.map(({ id }) => {
		const isParallel = ways === 'parallel';
		return {
			seat: isParallel ? `${team}.${id}` : id,
			role: id,
			team: isParallel ? team : id,
			bot: people.includes(id) ? null : 'record'
		};
	});
}

function decided(room: Room, likes: Readonly<Record<string, BotProfile>>, role: string) {
	const { state } = room;
	const isBefore = state.position.phase === 'preparation';
	return runningWorlds(state).flatMap((world) => {
		const like = likes[state.worlds[world]!.team ?? Object.keys(likes)[0]!]!;
		const minute = isBefore ? -1 : state.worlds[world]!.minute;
		return BOTS[like].policyFor(role).acts(room.view, { world, sinceMin: -1, minute });
	});
}

function agreed({ scenario, state }: ExerciseRoom, role: string | null): Sent[] {
	if (role === null) return [];
	return runningWorlds(state).flatMap((world) =>
		askedOf(scenario, state, world, role).map(({ decision }) =>
			agreesTo(seatFor(state, role, world)!, world, decision)
		)
	);
}
