import type { Order } from '../../sim/model.ts';
import { ROLLOUT_ORDERS, STATEMENTS } from '../../sim/parameters.ts';
import { createWorld, Observer, Runner, seedFromText, type World } from '../../sim/run.ts';
import { rolloutTable } from '../../sim/table/tables.ts';
import { nextGridMinute } from '../../sim/time/grid.ts';
import { CELL_STRIDE, downAt, IN_FLIGHT } from '../../sim/world/columns.ts';
import { NEVER } from '../../sim/world/world.ts';
import { outcomeOf, type Outcome } from './outcome.ts';
import type { Answering, ShockWorld } from './shock-world.ts';

const ROLLED_BACK = ROLLOUT_ORDERS.indexOf('rolledBack');
const PAUSED = ROLLOUT_ORDERS.indexOf('paused');
const ROLLOUT = rolloutTable('moreRings');
const EXPLAINED = STATEMENTS.indexOf('explained');
/** From then on nobody orders anything any more: steps are long. */
const ANSWERED_BY_MIN = 4320;

/**
 * Runs one shock to its end: the world, and a vendor that answers what it sees. Ends early once every host is back and
 * every service whole.
 *
 * @param beforehand a set of the model's parameters, in force from the start
 * @param look is shown the world at each minute of its grid
 */
export function runShock(
	{ model, seed, settings, answering }: ShockWorld,
	beforehand: readonly Order[],
	look?: (world: World) => void
): Outcome {
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
		if (minute > 0 && minute <= ANSWERED_BY_MIN) orders.push(...vendor.answers(world, minute));
		runner.advance(orders, nextGridMinute(spans, horizonMin, minute));
		const now = hostsDown(world);
		hostMinutes += ((down + now) / 2) * (runner.minute - minute);
		down = now;
		look?.(world);
		if (minute > ANSWERED_BY_MIN && isQuiet(world)) break;
	}
	return outcomeOf(answering.vendors[0]!, new Observer(world).frame(), hostMinutes / 60);
}

/** A vendor that nobody plays: it notices, decides, stops its release, and says what helps. */
class AnsweringVendor {
	readonly #how: Answering;
	#knownMin: number | null = null;
	#isPaused = false;
	#stage: 'waits' | 'stopped' | 'spoken' = 'waits';

	constructor(how: Answering) {
		this.#how = how;
	}

	/** What it orders at a minute of the world, having seen it until then. */
	answers(world: World, minute: number): Order[] {
		const { detectionMin, decisionMin, speaksMin } = this.#how;
		const orders: Order[] = [];
		// A gate that stops a release stops it for hosts inside and outside the kernel.
		const gated = world.rollout.includes(ROLLOUT.state.paused);
		if (gated && !this.#isPaused) {
			this.#isPaused = true;
			orders.push(...this.#all(minute, 'rollout.order', PAUSED));
		}
		const noticed = Math.min(...world.noticedMin) < NEVER || gated || minute >= detectionMin;
		if (noticed) this.#knownMin ??= minute;
		if (this.#knownMin === null) return orders;
		const stopsMin = this.#knownMin + decisionMin;
		if (this.#stage === 'waits' && minute >= stopsMin) {
			this.#stage = 'stopped';
			orders.push(...this.#all(minute, 'rollout.order', ROLLED_BACK));
		}
		if (this.#stage === 'stopped' && minute >= stopsMin + speaksMin) {
			this.#stage = 'spoken';
			orders.push(
				...this.#all(minute, 'vendor.workaround', 1),
				...this.#all(minute, 'vendor.statement', EXPLAINED)
			);
		}
		return orders;
	}

	#all(atMin: number, parameter: string, value: number): Order[] {
		return this.#how.vendors.map((id) => ({ atMin, parameter, scope: { kind: 'vendor', id }, value }));
	}
}

function hostsDown({ counts, model }: World): number {
	let down = 0;
	for (let at = 0; at < model.cells.count * CELL_STRIDE; at += CELL_STRIDE)
		if (counts[at + IN_FLIGHT]! > 0) down += downAt(counts, at);
	return down;
}

function isQuiet({ active }: World): boolean {
	return !active.includes(1);
}
