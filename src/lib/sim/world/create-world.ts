import { CELL_STRIDE, HELD } from './columns.ts';
import type { Model } from '../model.ts';
import { startControlPlane } from '../other-defects/control-plane.ts';
import type { Seed } from '../random/hash.ts';
import { takeSecondVendor } from '../hosts/second-vendor.ts';
import { rolloutTable, serviceTable, statementTable, vendorTable } from '../table/tables.ts';
import { firstValues } from '../values.ts';
import { NEVER, NO_ORDER, viewsOn, type World } from './world.ts';

/** A world at minute 0: no host reached, every service whole, the model's settings in force. */
export function createWorld(model: Model, seed: Seed): World {
	const world = viewsOn(model, seed, null);
	firstValues(model, world.layout, world.values);
	for (let cell = 0; cell < model.cells.count; cell++) {
		world.counts[cell * CELL_STRIDE + HELD] = model.cells.hosts[cell]!;
	}
	takeSecondVendor(world);
	startControlPlane(world);
	world.level.fill(1);
	world.output.fill(1);
	world.trust.fill(1);
	world.shortSinceMin.fill(NEVER);
	world.stayOffSinceMin.fill(NEVER);
	world.knownSinceMin.fill(NEVER);
	world.rollout.fill(rolloutTable('moreRings').initial);
	world.offerEndsMin.fill(NEVER);
	world.firstCrashMin.fill(NEVER);
	world.noticedMin.fill(NEVER);
	world.orderGiven.fill(NO_ORDER);
	world.vendorState.fill(vendorTable().initial);
	world.statement.fill(statementTable().initial);
	world.service.fill(serviceTable('nothingOwed').initial);
	return world;
}
