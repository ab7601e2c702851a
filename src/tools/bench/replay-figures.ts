import { firstWorldOf } from '../../lib/exercise/state.ts';
import { simEngine } from '../../lib/exercise/world/engine.ts';
import { worldOrders } from '../../lib/exercise/world/orders.ts';
import { botSeats } from '../../lib/room/opening.ts';
import { playBots } from '../../lib/room/play-through.ts';
import { WorldReplay } from '../../lib/room/replay/timeline/world-replay.ts';
import { sampleMinutes } from '../../lib/room/sample-minutes.ts';
import { DEFAULT_SCENARIO } from '../../lib/scenario/packs/built-in.ts';
import { loadPack } from '../packs.ts';
import { median, percentile } from './measure.ts';
import { digits, type Measured } from './report.ts';

const SEED = '1';
/** As many copies of the state as who played alone gets (see client/replay). */
const CHECKPOINTS = 24;
const ROUNDS = 5;

/** Measures jumps of a replay from decision to decision, to and fro over ten days, and to minutes in between. */
export function measureReplay(say: (what: string) => void): Measured[] {
	say('jumps of a replay');
	const { exercise, model } = loadPack(DEFAULT_SCENARIO);
	const { state } = playBots(exercise, { seed: SEED, seats: botSeats(exercise, 'expert') });
	const world = firstWorldOf(state);
	const decided = world.acts.map(({ atMin }) => Math.max(0, atMin));
	const stops = [...new Set([...decided, exercise.horizonMin])].sort((a, b) => a - b);
	const replay = new WorldReplay({
		...{ engine: simEngine(model, SEED), orders: worldOrders(exercise, world), spans: exercise.spans, stops },
		samples: sampleMinutes(exercise.spans, exercise.horizonMin),
		...{ endMin: world.minute, checkpoints: CHECKPOINTS }
	});
	replay.run();
	const between = Array.from({ length: 100 }, (_, n) => (exercise.horizonMin * ((n * 37) % 100)) / 100);
	// There and back, so that neither the state before nor the way to it helps.
	const order = stops.flatMap((stop, n) => [stop, stops[(n * 7 + 3) % stops.length]!]);
	const jumps = Array.from({ length: ROUNDS }, () => order.map((minute) => jump(replay, minute))).flat();
	const anywhere = between.map((minute) => jump(replay, minute));
	return [
		{
			name: 'replay_jump_ms_p95',
			value: percentile(jumps, 95),
			note: `processor time; ${jumps.length} jumps between ${stops.length} decisions, median ${digits(median(jumps))} ms; anywhere else ${digits(percentile(anywhere, 95))} ms; ${digits(replay.bytes / 1e6)} MB of copies`
		}
	];
}

/** What a page is told of a minute: the map, the figures, the state. In ms of the processor: others may use the machine. */
function jump(replay: WorldReplay, minute: number): number {
	const before = process.cpuUsage();
	replay.mapSnapshotAt(minute);
	replay.frameAt(minute);
	replay.hashAt(minute);
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}
