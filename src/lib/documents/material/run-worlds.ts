import { hotWashOf } from '../../debrief/hot-wash/make-hot-wash.ts';
import type { HotWash } from '../../debrief/hot-wash/hot-wash.ts';
import { foldLog } from '../../exercise/log/evolve.ts';
import type { Log } from '../../exercise/log/log-file.ts';
import { firstWorldOf, type RoomState } from '../../exercise/state.ts';
import { simEngine } from '../../exercise/world/engine.ts';
import { worldOrders } from '../../exercise/world/orders.ts';
import { Timeline } from '../../exercise/world/timeline.ts';
import { TABLE } from '../../room/facts/room-facts.ts';
import { botSeats } from '../../room/opening.ts';
import { playBots } from '../../room/play-through.ts';
import { sampleMinutes } from '../../room/sample-minutes.ts';
import type { Pack } from '../../room/scenario-library.ts';
import type { Order } from '../../sim/model.ts';
import type { Frame } from '../../sim/observe/frame.ts';
import { teamsOf } from './teams.ts';

type Of = Pick<Pack, 'scenario' | 'exercise' | 'model'>;

/** Runs an exercise's worlds once more, beside the record and nobody acting: what each team's came to, by team. */
export function runWorlds(pack: Of, { events }: Pick<Log, 'events'>): Record<string, HotWash> {
	const state = foldLog(events);
	const teams = teamsOf(pack, state);
	const runs = runsOf(pack, state, new Set(teams.map(({ world }) => world)));
	return Object.fromEntries(
		teams.map(({ team, roles, world }) => {
			const mine = roles.map(({ id }) => id);
			const exercise = {
				...{ scenario: pack.scenario, room: pack.exercise, state, world, mine },
				...{ role: mine.length === 1 ? mine[0]! : TABLE, cut: state.exercise!.cut },
				stops: state.rounds.map(({ atMin }) => atMin)
			};
			return [team, hotWashOf(exercise, { frames: runs.get(world)!, singles: {} })];
		})
	);
}

interface Runs {
	readonly played: readonly Frame[];
	readonly record: readonly Frame[];
	readonly none: readonly Frame[];
	/** Documents compare with the record and with nobody deciding. */
	readonly others: null;
}

/** The worlds as they were played, with the record and nobody acting on the same seed, to the same minute. */
function runsOf(pack: Of, state: RoomState, wanted: ReadonlySet<string>): Map<string, Runs> {
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
			return [id, { played, record: to(record, last), none: to(none, last), others: null }];
		})
	);
}
