import { BOTS, policiesOf } from '../../lib/exercise/bots/roster.ts';
import type { BotProfile } from '../../lib/exercise/log/events.ts';
import { firstWorldOf } from '../../lib/exercise/state.ts';
import { exerciseScenario } from '../../lib/exercise/scenario/from-scenario.ts';
import { botSeats } from '../../lib/room/opening.ts';
import { playBots } from '../../lib/room/play-through.ts';
import { worldOrders } from '../../lib/exercise/world/orders.ts';
import { compileModel } from '../../lib/scenario/compile/model.ts';
import { DEFAULT_SCENARIO } from '../../lib/scenario/packs/built-in.ts';
import { libraryOf, MODEL_FILE, packsOf } from '../../lib/scenario/packs/index.ts';
import { formatFault, parseScenario } from '../../lib/scenario/parse.ts';
import { createWorld, Runner, seedFromText, stateHash } from '../../lib/sim/run.ts';
import { goldenHashes } from '../../lib/sim/testing/golden.ts';

/** What an engine that reads no files is handed: the packs' texts by path, and the parsed worlds/earth.json. */
export interface Texts {
	readonly packs: Readonly<Record<string, string>>;
	readonly earth: unknown;
}

const SEED = '1';

/** Who plays all roles of the reference scenario, one log each. */
export const PLAYERS: readonly BotProfile[] = ['record', 'none', 'cautious', 'fast'];

/** The name of such a log among the hashes. */
export function logName(player: BotProfile): string {
	return `${DEFAULT_SCENARIO}, played by ${player}`;
}

/**
 * State hashes at the end of the golden plays and of the debrief-size reference scenario under several players. All of
 * it is done by the engine that is asked: reading the pack, compiling its world, deciding, folding the log, running it.
 *
 * @throws Error with every fault of the pack
 */
export function allHashes({ packs: files, earth }: Texts): Record<string, string> {
	const packs = packsOf(files);
	const pack = packs.find(({ id }) => id === DEFAULT_SCENARIO)!;
	const parsed = parseScenario(pack.text, pack.file, libraryOf(earth, files[MODEL_FILE]!, packs));
	if (!parsed.ok) throw new Error(parsed.faults.map(formatFault).join('\n'));
	const model = compileModel(parsed.scenario, 'debrief');
	const exercise = exerciseScenario(parsed.scenario, model);
	const hashes = goldenHashes();
	for (const player of PLAYERS) {
		const bots = Object.fromEntries(exercise.roles.map(({ id }) => [id, BOTS[player]]));
		const policies = policiesOf(exercise, bots);
		const { state } = playBots(exercise, { seed: SEED, seats: botSeats(exercise, player), policies });
		const world = createWorld(model, seedFromText(SEED));
		new Runner(world).advance(worldOrders(exercise, firstWorldOf(state)), exercise.horizonMin);
		hashes[logName(player)] = stateHash(world);
	}
	return hashes;
}
