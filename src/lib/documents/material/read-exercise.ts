import { foldLog } from '../../exercise/log/evolve.ts';
import type { Log } from '../../exercise/log/log-file.ts';
import { worldOrders } from '../../exercise/world/orders.ts';
import { simEngine } from '../../exercise/world/engine.ts';
import { Timeline } from '../../exercise/world/timeline.ts';
import { firstWorldOf, type RoomState } from '../../exercise/state.ts';
import { hotWashOf } from '../../debrief/hot-wash/make-hot-wash.ts';
import { TABLE } from '../../room/facts/room-facts.ts';
import { botSeats } from '../../room/opening.ts';
import { playBots } from '../../room/play-through.ts';
import { sampleMinutes } from '../../room/sample-minutes.ts';
import type { Localized } from '../../scenario/scenario.ts';
import type { Order } from '../../sim/model.ts';
import type { Frame } from '../../sim/observe/frame.ts';
import { ownsSomething, type Material, type Party } from './material.ts';

/**
 * Reads an exercise for its documents: runs its worlds once more, beside the record and nobody acting.
 *
 * @param runs false: worlds are not run, because the log is of another physics or scenario
 * @param language of what the author wrote, where it is there
 */
export function readExercise(
	pack: Material['pack'],
	{ events }: Pick<Log, 'events'>,
	{ runs, language = 'en' }: { readonly runs: boolean; readonly language?: string }
): Material {
	const state = foldLog(events);
	const cutId = state.exercise!.cut;
	const cut = pack.scenario.cuts.find(({ id }) => id === cutId) ?? null;
	const say = (text: Localized) => text[language] ?? text.en;
	const seats = teamsOf(pack, state);
	const worlds = runs ? runsOf(pack, state, new Set(seats.map(({ world }) => world))) : null;
	const parties = seats.map(({ team, roles, world }): Party => {
		const ids = roles.map(({ id }) => id);
		const played = worlds?.get(world);
		const wash =
			played === undefined
				? null
				: hotWashOf(
						{
							...{ scenario: pack.scenario, room: pack.exercise, state, world, mine: ids },
							...{ role: ids.length === 1 ? ids[0] : TABLE, cut: cut?.id ?? null },
							stops: state.rounds.map(({ atMin }) => atMin)
						},
						{ frames: played, singles: {} }
					);
		return { team, roles, world, wash, hasOwn: ownsSomething(pack, ids) };
	});
	return { pack, events, state, cut, parties, say };
}

/** The teams that people played; where there is none, every team. Each in the world in which it acted. */
function teamsOf({ scenario }: Material['pack'], state: RoomState) {
	const seats = Object.values(state.seats);
	const people = seats.filter(({ bot }) => bot === null);
	const shown = people.length > 0 ? people : seats;
	return [...new Set(shown.map(({ team }) => team))].flatMap((team) => {
		const ids = new Set(shown.filter((seat) => seat.team === team).map(({ role }) => role));
		const roles = scenario.roles.filter(({ id }) => ids.has(id));
		const world = worldOf(state, team);
		return world === null ? [] : [{ team, roles, world }];
	});
}

function worldOf({ worlds }: RoomState, team: string): string | null {
	const all = Object.entries(worlds);
	const own = all.find(([, world]) => world.team === team);
	const shared = all.find(([, world]) => world.team === null && world.fork === null);
	return (own ?? shared)?.[0] ?? null;
}

interface Runs {
	readonly played: readonly Frame[];
	readonly record: readonly Frame[];
	readonly none: readonly Frame[];
}

/** The worlds as they were played, with the record and nobody acting on the same seed, to the same minute. */
function runsOf(pack: Material['pack'], state: RoomState, wanted: ReadonlySet<string>): Map<string, Runs> {
	const { exercise, model } = pack;
	const { seed } = state.exercise!;
	const reached = Math.max(0, ...[...wanted].map((id) => state.worlds[id]!.minute));
	const minutes = sampleMinutes(exercise.spans, exercise.horizonMin, [reached]);
	const onRecord = playBots(exercise, { seed, seats: botSeats(exercise, 'record') }).state;
	const run = (orders: readonly Order[], untilMin: number) => {
		const timeline = new Timeline(simEngine(model, seed), { snapshots: 0 });
		return minutes.filter((minute) => minute <= untilMin).map((minute) => timeline.frameAt(orders, minute));
	};
	const record = run(worldOrders(exercise, firstWorldOf(onRecord)), reached);
	const none = run([], reached);
	const to = (frames: readonly Frame[], minute: number) => frames.filter((frame) => frame.minute <= minute);
	return new Map(
		[...wanted].map((id) => {
			const world = state.worlds[id]!;
			const played = run(worldOrders(exercise, world), world.minute);
			const last = played.at(-1)!.minute;
			return [id, { played, record: to(record, last), none: to(none, last) }];
		})
	);
}
