import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { recordOrders } from '../lib/exercise/world/orders.ts';
import { LandMask } from '../lib/map/geo/land-mask.ts';
import { outlineOf } from '../lib/map/geo/outline.ts';
import { project } from '../lib/map/geo/projection.ts';
import { mapCellsOf, observeMapCells } from '../lib/sim/observe/map/map-cells.ts';
import { createWorld, observe, Runner, seedFromText } from '../lib/sim/run.ts';
import { HOST_STATES, type HostState } from '../lib/sim/table/states.ts';
import { pictureSvg } from './home/picture.ts';
import { nightOf, pathOf, threadOf, type LngLat } from './home/plane.ts';
import { MARKS, pointsOf, type Mark } from './home/points.ts';
import { buildLand } from './map/land.ts';
import { DEFAULT_SCENARIO } from '../lib/scenario/packs/built-in.ts';
import { loadPack } from './packs.ts';
import { projectFolder } from './project.ts';
import { runCommand } from './readable-error.ts';

/** The minute of the record that the home page shows: 05:10 UTC, an hour after the release. */
const MINUTE = 70;
const HOSTS_PER_POINT = 1000;
const FILE = join(projectFolder, 'static', 'pictures', 'world-at-0510.svg');
/** Coarser than the map's: the picture does not zoom. */
const LEAST_TRIANGLE = 1.2;
const LEAST_ISLAND = 6;

const RELEASED_AT: LngLat = [-121.9, 37.4];
/** Large cities, far apart, that the update has reached by then. */
const REACHED = [
	'new-york-us',
	'london-gb',
	'frankfurt-de',
	'tokyo-jp',
	'mumbai-in',
	'sao-paulo-br',
	'sydney-au'
];

const MARK_OF: Readonly<Record<HostState, Mark>> = {
	asleep: 'asleep',
	protected: 'healthy',
	fetching: 'healthy',
	crashed: 'crashed',
	waitingForKey: 'crashed',
	waitingForHands: 'crashed',
	underRepair: 'crashed',
	recovered: 'recovered',
	unprotected: 'unprotected',
	agentDown: 'unprotected',
	compromised: 'unprotected'
};

await runCommand(() => {
	const { scenario, model, exercise } = loadPack(DEFAULT_SCENARIO);
	const orders = exercise.record
		.flatMap((act) => recordOrders(exercise, act))
		.sort((a, b) => a.atMin - b.atMin);
	const world = createWorld(model, seedFromText('home'));
	new Runner(world).advance(orders, MINUTE);

	const cells = mapCellsOf(model);
	const counts = observeMapCells(world, cells);
	const hosts = model.metros.map(
		() => Object.fromEntries(MARKS.map((mark) => [mark, 0])) as Record<Mark, number>
	);
	// Only hosts of the vendor whose trust is at stake: among all hosts of the world they would hardly be seen.
	const vendor = scenario.vendors.findIndex(({ id }) => id === exercise.trustIn);
	for (let cell = 0; cell < cells.count; cell++) {
		if (cells.vendor[cell] !== vendor) continue;
		HOST_STATES.forEach((state, i) => {
			hosts[cells.metro[cell]!]![MARK_OF[state]] += counts[cell * HOST_STATES.length + i]!;
		});
	}
	const atlas = createRequire(import.meta.url)('world-atlas/land-50m.json') as Topology;
	const topology = buildLand(atlas, LEAST_TRIANGLE, LEAST_ISLAND);
	const land = feature(topology, topology.objects.land!);
	const mask = LandMask.of(outlineOf(land));
	const cities = model.metros.map(({ lng, lat }, metro) => ({ at: project(lng, lat), hosts: hosts[metro]! }));
	const reached = model.metros.filter(({ id }) => REACHED.includes(id));
	const svg = pictureSvg({
		land: pathOf(land),
		night: nightOf(model.clock.startMinute + MINUTE),
		points: pointsOf(cities, HOSTS_PER_POINT, (x, y) => mask.isLand(x, y)),
		threads: reached.map(({ lng, lat }) => threadOf(RELEASED_AT, [lng, lat])),
		rings: reached.map(({ lng, lat }) => project(lng, lat))
	});
	writeFileSync(FILE, svg);
	const { down } = observe(world).world;
	console.log(
		`${FILE}: ${svg.length} bytes, ${gzipSync(svg).length} gzipped; ${down} hosts down; one point is ${HOSTS_PER_POINT} hosts`
	);
	return Promise.resolve();
});
