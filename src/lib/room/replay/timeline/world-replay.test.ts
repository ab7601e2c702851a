import { describe, expect, it } from 'vitest';
import { foldLog } from '../../../exercise/log/evolve.ts';
import { saveLog } from '../../../exercise/log/log-file.ts';
import { readLog } from '../../../exercise/log/read-log.ts';
import { simEngine } from '../../../exercise/world/engine.ts';
import { worldOrders } from '../../../exercise/world/orders.ts';
import { Timeline } from '../../../exercise/world/timeline.ts';
import { lived, SEED, type Lived } from '../testing/lived.ts';
import { sampleMinutes } from '../../sample-minutes.ts';
import { playedPack } from '../../testing/played-pack.ts';
import { gridMinuteUpTo } from '../../../sim/time/grid.ts';
import { WorldReplay } from './world-replay.ts';

const pack = playedPack();
const { exercise, model } = pack;
const samples = sampleMinutes(exercise.spans, exercise.horizonMin);

/** The worlds of an exercise as its log, saved and read, gives them. */
function replayed({ events }: Pick<Lived, 'events'>, checkpoints = 12, stops: readonly number[] = []) {
	const reading = readLog(saveLog({ events, results: [] }), 'a.log.json', () => exercise);
	if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
	const state = foldLog(reading.log.events);
	return Object.fromEntries(
		Object.entries(state.worlds).map(([id, world]) => {
			const engine = simEngine(model, state.exercise!.seed);
			const orders = worldOrders(exercise, world);
			const { spans } = exercise;
			const replay = new WorldReplay({
				...{ engine, orders, spans, endMin: world.minute, samples, stops, checkpoints }
			});
			replay.run();
			return [id, replay];
		})
	);
}

describe('a replay of a world', () => {
	it.each([
		['one world', 'shared', { vendor: 'expert' }, 'vendor'],
		['three worlds', 'parallel', { one: 'expert', two: 'none', three: 'thrifty' }, 'hospital']
	] as const)(
		'R226: has at every boundary of a phase the state that it had live, in %s',
		async (_name, ways, likes, role) => {
			const live = await lived(pack, ways, likes, role);
			const worlds = replayed(live);
			const seen = live.boundaries.flatMap((boundary) =>
				Object.entries(boundary.worlds).map(([id, { minute, hash }]) => {
					expect(worlds[id]!.hashAt(minute), `${id} at ${minute}`).toBe(hash);
					return `${id} ${hash}`;
				})
			);
			// Worlds that differ, so that equal hashes say something.
			expect(new Set(seen).size).toBeGreaterThanOrEqual(5 * Object.keys(worlds).length);
		}
	);

	it('R226: answers alike wherever it is asked first, and however many copies it keeps', async () => {
		const live = await lived(pack, 'shared', { vendor: 'expert' }, 'vendor');
		const [few, many] = [1, 40].map((checkpoints) => replayed(live, checkpoints, [20, 61]).shared!);
		const timeline = new Timeline(simEngine(model, SEED), { snapshots: 0 });
		const orders = worldOrders(exercise, foldLog(live.events).worlds.shared!);
		for (const minute of [600, 0, 61, 20, 300, 19, 59, 601]) {
			const afresh = timeline.hashAt(orders, gridMinuteUpTo(exercise.spans, Math.min(minute, many!.endMin)));
			expect([few!.hashAt(minute), many!.hashAt(minute)]).toEqual([afresh, afresh]);
			expect(few!.mapSnapshotAt(minute).byMetro).toEqual(many!.mapSnapshotAt(minute).byMetro);
		}
		expect(many!.bytes).toBeGreaterThan(few!.bytes);
		expect(few!.frames.map(({ minute }) => minute)).toEqual(samples.filter((one) => one <= few!.endMin));
	});
});
