import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { byMinute, recordOrders } from '../../lib/exercise/world/orders.ts';
import type { Model, Order } from '../../lib/sim/model.ts';
import { createWorld, Runner, seedFromText } from '../../lib/sim/run.ts';
import { DEFAULT_SCENARIO } from '../../lib/scenario/packs/built-in.ts';
import { loadPack } from '../packs.ts';
import { projectFolder } from '../project.ts';
import { runOnBitecs, type BitecsRun } from './bitecs-hosts.ts';
import { median } from './measure.ts';
import { digits, type Measured } from './report.ts';
import { allHosts, fleetHosts, sampleSites } from './small-fleet.ts';

const SAMPLE_HOSTS = 100_000;
const WARMUPS = 2;
const RUNS = 5;

/**
 * Measures a public simulator on the life cycle that the reference run steps: time for each host and step of the grid.
 * What differs is said in the note, and all of it is in the rival's favour, except that it counts no hosts together.
 */
export function measureRivals(say: (what: string) => void): Measured[] {
	const { model, exercise } = loadPack(DEFAULT_SCENARIO);
	const orders = byMinute(exercise.record.flatMap((act) => recordOrders(exercise, act)));
	say('bitECS, a host at a time');
	const sample = sampleSites(model, SAMPLE_HOSTS, 'fleet');
	const bitecs: BitecsRun[] = [];
	const ownMs: number[] = [];
	// In turn, so that a machine busy with something else shows in both.
	for (let i = 0; i < WARMUPS + RUNS; i++) {
		bitecs.push(runOnBitecs(sample, orders, i + 1));
		const began = performance.now();
		run(model, orders);
		ownMs.push(performance.now() - began);
	}
	const { steps } = bitecs[0];
	const perHostStep = (ms: readonly number[], hosts: number) =>
		(median(ms.slice(WARMUPS)) * 1e6) / (hosts * steps);
	const bitecsNs = perHostStep(
		bitecs.map(({ passesMs }) => passesMs),
		allHosts(sample)
	);
	const ownNs = perHostStep(ownMs, fleetHosts(model));
	const crashed = median(bitecs.map((one) => one.crashed)) / allHosts(sample);
	return [
		{
			name: 'host_step_vs_bitecs_ratio',
			value: bitecsNs / ownNs,
			note:
				`bitECS ${version()} takes ${digits(bitecsNs)} ns for each of ${allHosts(sample)} hosts and ${steps} steps of ` +
				`the grid, the counts engine ${digits(ownNs)} ns for each of ${fleetHosts(model)}, medians of ${RUNS} warm ` +
				`runs in turn. Same days, orders, rates and host statechart: ${digits(100 * crashed)} % of bitECS's hosts ` +
				'crash, which the per-host simulation of the tests confirms. Of bitECS only the passes over its entities are ' +
				'timed, and hosts that are done leave them; of the counts engine everything is, services and losses too. It ' +
				'is faster because it counts hosts that are alike together; bitECS is made for things that differ'
		}
	];
}

function run(model: Model, orders: readonly Order[]): unknown {
	const world = createWorld(model, seedFromText('1'));
	new Runner(world).advance(orders, model.clock.horizonMin);
	return world;
}

function version(): string {
	const file = join(projectFolder, 'node_modules', 'bitecs', 'package.json');
	return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
