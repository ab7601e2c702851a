import { botSeats } from '../../lib/room/opening.ts';
import { playBots } from '../../lib/room/play-through.ts';
import { firstWorldOf } from '../../lib/exercise/state.ts';
import { worldOrders } from '../../lib/exercise/world/orders.ts';
import type { Model, Order } from '../../lib/sim/model.ts';
import { createWorld, Runner, seedFromText, snapshot, stateHash, type World } from '../../lib/sim/run.ts';
import { runOracle } from '../../lib/sim/testing/oracle/oracle.ts';
import { DEFAULT_SCENARIO } from '../../lib/scenario/packs/built-in.ts';
import { loadPack } from '../packs.ts';
import { DEFAULT_BUDGET, time, type Timing } from './measure.ts';
import { digits, type Measured } from './report.ts';
import { allHosts, fleetHosts, sampleSites } from './small-fleet.ts';
import { walkByTable, walkByXState, WAY } from './transitions.ts';

const SEED = seedFromText('1');
const SAMPLE_HOSTS = 1_000_000;
const HASHES = 20;
const XSTATE_WALKS = 2_000;
const TABLE_WALKS = 1_000_000;

/** A model with what is ordered in it on the record. */
interface Course {
	readonly model: Model;
	readonly orders: readonly Order[];
}

type Baseline = NonNullable<Measured['baseline']>;

/** Measures the physics, one figure after the other; `say` hears which is next. */
export function measurePhysics(say: (what: string) => void): Measured[] {
	const course = referenceCourse();
	say('reference run');
	const reference = time(() => runCounts(course));
	say('one host at a time, which takes longest');
	const perHost = perHostFigure(course, reference);
	say('hash and snapshot');
	const world = runCounts(course);
	say('transitions');
	const byXState = time(() => walkByXState(XSTATE_WALKS));
	const byTable = time(() => walkByTable(TABLE_WALKS));
	const xstateUs = (byXState.medianMs * 1000) / (XSTATE_WALKS * WAY.length);
	const tableNs = (byTable.medianMs * 1e6) / (TABLE_WALKS * WAY.length);
	const { sites, cells } = course.model;
	return [
		{
			name: 'reference_run_ms',
			value: reference.medianMs,
			note: `${fleetHosts(course.model)} hosts in reach, ${cells.count} cells at ${sites.count} sites, ${ofRuns(reference)}`,
			baseline: theLoop(reference)
		},
		perHost,
		repeated('state_hash_ms', world, () => stateHash(world)),
		repeated('snapshot_ms', world, () => snapshot(world)),
		{
			name: 'xstate_transition_us',
			value: xstateUs,
			note: `${WAY.length} transitions of a host that crashes and comes back, ${ofRuns(byXState)}`,
			baseline: { of: 'the table', value: tableNs / 1000 }
		},
		{
			name: 'table_transition_ns',
			value: tableNs,
			note: `the same ${WAY.length} transitions, ${ofRuns(byTable)}`,
			baseline: { of: 'XState', value: xstateUs * 1000 }
		}
	];
}

function referenceCourse(): Course {
	const { model, exercise } = loadPack(DEFAULT_SCENARIO);
	const { state } = playBots(exercise, { seed: '1', seats: botSeats(exercise, 'record') });
	return { model, orders: worldOrders(exercise, firstWorldOf(state)) };
}

/** A whole run by the counts engine, the making of its world included. */
export function runCounts({ model, orders }: Course): World {
	const world = createWorld(model, SEED);
	new Runner(world).advance(orders, model.clock.horizonMin);
	return world;
}

/**
 * Compares time for each host over the same days on the same grid with the same orders. The figure counts only hosts
 * that have to be stepped; what the loop would take on all hosts of the model stands in the note.
 */
function perHostFigure(course: Course, reference: Timing): Measured {
	const { hosts, loop, counts, scaledMs } = perHost(course, 'fleet', SAMPLE_HOSTS);
	const all = perHost(course, 'all', SAMPLE_HOSTS);
	return {
		name: 'reference_run_vs_per_host_ratio',
		value: scaledMs / reference.medianMs,
		note:
			`the per-host simulation of the tests takes ${digits(loop.medianMs)} ms for ${hosts} of the ` +
			`${fleetHosts(course.model)} hosts in reach (every so-many-th site), which for all of them would be ` +
			`${digits(scaledMs / 1000)} s: scaled by hosts, not run; the counts engine takes ${digits(counts.medianMs)} ms ` +
			`on that sample, ${digits(loop.medianMs / counts.medianMs)} times less. Were the loop to walk all ` +
			`${allHosts(course.model)} hosts, it would take ${digits(all.scaledMs / 1000)} s or ` +
			`${digits(all.scaledMs / reference.medianMs)} times the reference run; ${ofRuns(loop)}`
	};
}

function perHost({ model, orders }: Course, whom: 'fleet' | 'all', aim: number) {
	const sample = { model: sampleSites(model, aim, whom), orders };
	const hosts = allHosts(sample.model);
	const budget = { ...DEFAULT_BUDGET, warmups: 0, runsMost: 3 };
	const loop = time(() => runOracle(sample.model, orders, 1), budget);
	const counts = time(() => runCounts(sample), budget);
	const whole = whom === 'fleet' ? fleetHosts(model) : allHosts(model);
	return { hosts, loop, counts, scaledMs: (loop.medianMs / hosts) * whole };
}

function repeated(name: 'state_hash_ms' | 'snapshot_ms', world: World, act: () => unknown): Measured {
	const timing = time(() => {
		let last: unknown;
		for (let i = 0; i < HASHES; i++) last = act();
		return last;
	});
	const value = timing.medianMs / HASHES;
	const size = digits(world.buffer.byteLength / 1e6);
	return { name, value, note: `${size} MB of state, ${ofRuns(timing)}`, baseline: theLoop(timing) };
}

function theLoop({ baselineMs }: Timing): Baseline {
	return { of: 'the fixed loop', value: baselineMs };
}

function ofRuns({ runs }: Timing): string {
	return `median of ${runs} warm runs`;
}
