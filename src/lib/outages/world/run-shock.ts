import type { Order } from '../../sim/model.ts';
import { ROLLOUT_ORDERS, STATEMENTS } from '../../sim/parameters.ts';
import { createWorld, Observer, Runner, seedFromText, type World } from '../../sim/run.ts';
import { rolloutTable } from '../../sim/table/tables.ts';
import { nextGridMinute } from '../../sim/time/grid.ts';
import { otherDownAt } from '../../sim/other-defects/columns.ts';
import { CELL_STRIDE, downAt, IN_FLIGHT } from '../../sim/world/columns.ts';
import { NEVER } from '../../sim/world/world.ts';
import { answerMin } from './answer.ts';
import { outcomeOf, type Outcome } from './outcome.ts';
import type { Answering, ShockWorld } from './shock-world.ts';

const ROLLED_BACK = ROLLOUT_ORDERS.indexOf('rolledBack');
const ROLLOUT = rolloutTable('moreRings');
const EXPLAINED = STATEMENTS.indexOf('explained');
/** Before that nothing is over, however quiet it is: a payload may still wait. */
const LEAST_MIN = 4320;

/**
 * Runs one shock to its end: the world, and a vendor that answers what it sees. Ends early once every host is back and
 * every service whole.
 *
 * @param beforehand a set of the model's parameters, in force from the start
 * @param look is shown the world at each minute of its grid
 */
export function runShock(
	{ model: makeModel, seed, settings, answering }: ShockWorld,
	beforehand: readonly Order[],
	look?: (world: World) => void
): Outcome {
	const model = makeModel();
	const world = createWorld(model, seedFromText(seed));
	const runner = new Runner(world);
	const orders: Order[] = [...beforehand, ...settings.map((setting) => ({ ...setting, atMin: 0 }))];
	const { horizonMin, spans } = model.clock;
	const vendor = new AnsweringVendor(answering);
	let hostMinutes = 0;
	let down = 0;
	look?.(world);
	while (runner.minute < horizonMin) {
		const minute = runner.minute;
		const until = nextGridMinute(spans, horizonMin, minute);
		if (minute > 0) orders.push(...vendor.answers(world, minute, until));
		runner.advance(orders, until);
		const now = hostsDown(world);
		hostMinutes += ((down + now) / 2) * (runner.minute - minute);
		down = now;
		look?.(world);
		if (minute > LEAST_MIN && isQuiet(world)) break;
	}
	return outcomeOf(answering.vendor, new Observer(world).frame(), hostMinutes / 60);
}

/** A vendor that nobody plays: it notices, decides, stops its release, and says what helps. */
class AnsweringVendor {
	readonly #how: Answering;
	#knownMin: number | null = null;
	#stoppedMin: number | null = null;
	#stage: 'waits' | 'stopped' | 'spoken' = 'waits';

	constructor(how: Answering) {
		this.#how = how;
	}

	/** What it orders at a minute of the world, having seen it until then; `until`: when it looks again. */
	answers(world: World, minute: number, until: number): Order[] {
		const { detectionMin, toldMin, decisionMin, speaksMin, answer } = this.#how;
		const orders: Order[] = [];
		const gated = world.rollout.includes(ROLLOUT.state.paused);
		const told = toldMin !== null && minute >= Math.min(...world.firstCrashMin) + toldMin;
		const noticed = Math.min(...world.noticedMin) < NEVER || gated || told || minute >= detectionMin;
		if (noticed) this.#knownMin ??= minute;
		if (this.#knownMin === null) return orders;
		const stopsMin = this.#knownMin + decisionMin;
		if (this.#stage === 'waits' && minute >= stopsMin) {
			this.#stage = 'stopped';
			this.#stoppedMin = minute;
			orders.push(this.#order(minute, 'rollout.order', ROLLED_BACK));
		}
		if (answer !== null && this.#stoppedMin !== null) {
			const [from, to] = [minute - this.#stoppedMin, until - this.#stoppedMin];
			const value = answerMin(answer, from, to);
			orders.push({ atMin: minute, parameter: 'exposure.agentUpdateMin', scope: { kind: 'world' }, value });
		}
		if (this.#stage === 'stopped' && minute >= stopsMin + speaksMin) {
			this.#stage = 'spoken';
			orders.push(
				this.#order(minute, 'vendor.workaround', 1),
				this.#order(minute, 'vendor.statement', EXPLAINED)
			);
		}
		return orders;
	}

	#order(atMin: number, parameter: string, value: number): Order {
		return { atMin, parameter, scope: { kind: 'vendor', id: this.#how.vendor }, value };
	}
}

function hostsDown(world: World): number {
	const { counts, model } = world;
	let down = 0;
	for (let cell = 0; cell < model.cells.count; cell++)
		if (counts[cell * CELL_STRIDE + IN_FLIGHT]! > 0)
			down += downAt(counts, cell * CELL_STRIDE) + otherDownAt(world, cell);
	return down;
}

function isQuiet({ active }: World): boolean {
	return !active.includes(1);
}
