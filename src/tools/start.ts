/**
 * `npm start`: checks the ground, builds, serves, and says where.
 *
 * SvelteKit's adapter brings a server of its own, but that one sets no headers on files, takes every request for
 * https, and holds a stop for as long as an event stream is open. So its request handler runs in a server of ours.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fastStop } from '../lib/server/fast-stop.ts';
import { readFilePaths } from '../lib/server/file-paths.ts';
import { makeServer, PROTOCOL_HEADER, type RequestHandler } from '../lib/server/http.ts';
import { installLastResort } from '../lib/server/last-resort.ts';
import { errorFacts, writeLog } from '../lib/server/log.ts';
import { lagMeter } from '../lib/server/metrics/measures.ts';
import { makeMetricsServer } from '../lib/server/metrics/metrics-server.ts';
import { metricsText } from '../lib/server/metrics/metrics-text.ts';
import { readPagePolicies } from '../lib/server/page-policies.ts';
import { Proxies } from '../lib/server/proxies.ts';
import { RoomsApi } from '../lib/server/rooms-api/rooms-api.ts';
import { RoomRegistry } from '../lib/server/rooms/room-registry.ts';
import { threadCount } from '../lib/server/rooms/thread-count.ts';
import { newHostKey } from '../lib/server/seats/tokens.ts';
import { buildApp } from './build-app.ts';
import { OTHER_FOLDER, shareFinding } from './doctor/folder.ts';
import { requireWritableFolder } from './folders.ts';
import { homeFolder, projectFolder } from './project.ts';
import { ReadableError, runCommand } from './readable-error.ts';
import { urlsForOthers } from '../lib/server/lan-addresses.ts';
import { announcement } from './start/announce.ts';
import { listen, METRICS, requireFreePort } from './start/listen.ts';
import { openStore } from './start/open-store.ts';
import { ownAddress, whoAnswers } from './start/own-address.ts';
import { readSettings, type StartSettings } from './start/settings.ts';

/** Longest time that a stop waits for requests under way, in milliseconds. */
const STOP_GRACE_MS = 1000;

/** How late the thread that answers people is, is looked at so often. */
const LAG_EVERY_MS = 2000;

const buildFolder = join(projectFolder, 'build');

async function start(): Promise<number | void> {
	const settings = readSettings(process.argv.slice(2), process.env, homeFolder);
	if (typeof settings === 'string') {
		console.log(settings);
		return;
	}
	await checkFolders(settings);
	await requireFreePort(settings.port, settings.host);
	const { metrics } = settings;
	if (metrics !== null) await requireFreePort(metrics.port, metrics.host, METRICS);
	if (settings.buildFirst) {
		console.log('Building, which takes a few seconds …');
		await buildApp();
	}
	const handler = await loadHandler(settings);
	const instance = randomUUID();
	const hostKey = settings.hostKey ?? newHostKey();
	const rooms = await openRooms(settings);
	let inNetwork: readonly string[] = [];
	const roomsApi = new RoomsApi({
		rooms,
		hostKey,
		origin: settings.origin,
		proxies: new Proxies(settings.proxies),
		addresses: () => (settings.origin === null ? inNetwork : [settings.origin]),
		build: buildVersion(),
		log: writeLog
	});
	let stopping = false;
	const server = makeServer({
		handler,
		pagePolicies: readPagePolicies(join(buildFolder, 'prerendered')),
		filePaths: readFilePaths(buildFolder),
		health: {
			instance,
			notReady: () => (stopping ? 'stopping' : rooms.notReady())
		},
		log: writeLog,
		origin: settings.origin,
		rooms: roomsApi
	});
	const stop = fastStop(server);
	const port = await listen(server, settings.port, settings.host);
	await serveMetrics(settings, rooms, roomsApi);
	// A terminal that is closed takes the output along, not the exercises.
	for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
	installLastResort((error) => writeLog('error', 'uncaught', errorFacts(error)));
	stopOnSignal(async () => {
		stopping = true;
		roomsApi.close();
		await Promise.all([stop(STOP_GRACE_MS), rooms.close()]);
	});
	const { url, taken } = await ownAddress(settings.host, port, (address) => whoAnswers(address, instance));
	inNetwork = urlsForOthers(settings.host, port);
	const addresses = { here: url, taken, inNetwork, origin: settings.origin, hostKey };
	console.log(announcement(addresses, process.stdout.hasColors?.() ?? false));
}

async function checkFolders({ dataFolder, store, buildFirst }: StartSettings): Promise<void> {
	if (buildFirst) {
		const remedy = 'Move the project to a place you can write to, or serve an earlier build with --no-build.';
		requireWritableFolder(projectFolder, 'the project', remedy);
		requireWritableFolder(buildFolder, 'the built pages', remedy);
	}
	if (store.kind !== 'sqlite') return;
	requireWritableFolder(dataFolder, 'saved rooms', OTHER_FOLDER);
	const { level, says, remedy } = await shareFinding(dataFolder);
	if (level === 'problem') throw new ReadableError(`${says}\n${remedy}`);
}

/** Opens what is kept of rooms; those that were under way come back one after the other, while the server answers. */
async function openRooms({ store: address, keepDays }: StartSettings): Promise<RoomRegistry> {
	const store = await openStore(address);
	const rooms = new RoomRegistry({ store, keepDays, threads: threadCount(), log: writeLog });
	return rooms;
}

/** Figures for whoever watches over the server, on a port of their own. */
async function serveMetrics(
	{ metrics: place }: StartSettings,
	rooms: RoomRegistry,
	api: RoomsApi
): Promise<void> {
	if (place === null) return;
	const late = lagMeter();
	setInterval(() => rooms.metrics.mainLag.add(late()), LAG_EVERY_MS).unref();
	const text = () =>
		metricsText(rooms.metrics, { isReady: rooms.notReady() === null, sockets: api.sockets, ...rooms.counts });
	await listen(makeMetricsServer(text), place.port, place.host, METRICS);
}

/** As the pages know it, so that one of an older build can tell. */
function buildVersion(): string {
	const file = join(buildFolder, 'client', '_app', 'version.json');
	return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version : '';
}

/** Loads the built request handler; the adapter reads its settings from the environment while it loads. */
async function loadHandler({ dataFolder, origin }: StartSettings): Promise<RequestHandler> {
	const file = join(buildFolder, 'handler.js');
	if (!existsSync(file)) {
		throw new ReadableError(`Nothing is built yet (${file} is missing). Run "npm start" without --no-build.`);
	}
	process.env.PATCHFALL_DATA = dataFolder;
	if (origin !== null) process.env.ORIGIN = origin;
	else delete process.env.ORIGIN;
	// Who runs a reverse proxy says so by an origin or the adapter's own variable, and is believed.
	if (origin === null && !process.env.PROTOCOL_HEADER) process.env.PROTOCOL_HEADER = PROTOCOL_HEADER;
	const { handler } = (await import(pathToFileURL(file).href)) as { handler: RequestHandler };
	return handler;
}

function stopOnSignal(close: () => Promise<void>): void {
	let stopping = false;
	const stop = async (signal: 'SIGINT' | 'SIGTERM') => {
		// Ctrl+C reaches this process twice: from the terminal, and passed on by npm.
		if (stopping) return;
		stopping = true;
		// The adapter's own signal to the app: end the event streams, close the stores.
		process.emit('sveltekit:shutdown' as never, signal as never);
		await close();
		process.exit(0);
	};
	process.on('SIGINT', stop);
	process.on('SIGTERM', stop);
}

await runCommand(start);
