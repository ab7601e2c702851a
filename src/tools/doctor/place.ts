import { lanAddresses, urlsForOthers } from '../../lib/server/lan-addresses.ts';
import { METRICS, requireFreePort, type Said } from '../start/listen.ts';
import type { StartSettings } from '../start/settings.ts';
import { ReadableError } from '../readable-error.ts';
import { good, problem, warning, type Finding } from './finding.ts';
import { serverAt, type RunningServer } from './running-server.ts';

type Place = Pick<StartSettings, 'port' | 'host' | 'origin' | 'metrics'>;

/** Whether people can be served at the port and address that are set. */
export async function placeFindings(settings: Place): Promise<readonly Finding[]> {
	const { port, host, metrics } = settings;
	if (port === 0) return [good('The system chooses a port at each start.')];
	const running = await serverAt(`http://${ownName(host)}:${port}`);
	const ports =
		running !== null
			? [runningFinding(port, running)]
			: [
					await portFinding(port, host),
					...(metrics === null ? [] : [await portFinding(metrics.port, metrics.host, METRICS)])
				];
	return [...ports, await addressFinding(settings, running)];
}

const WHY: Readonly<Record<string, readonly [says: string, remedy: string]>> = {
	restoringRooms: ['opens the rooms that were under way', 'Wait for some seconds and ask again.'],
	roomsNotRestored: [
		'cannot read the rooms that were under way; it tries again every two seconds, and lets nobody in until then',
		'Look for "roomsNotRestored" in its log: it says what the disk or the database answers. Once that is mended it goes on by itself.'
	],
	storeAway: [
		'does not reach the PostgreSQL that keeps its rooms',
		'Start PostgreSQL, or mend the network to it; the server goes on by itself.'
	],
	stopping: ['is being stopped', 'Start it again once it has stopped.']
};

export function runningFinding(port: number, { notReady }: Pick<RunningServer, 'notReady'>): Finding {
	if (notReady === null) return good(`Patchfall runs on port ${port} and is ready for people.`);
	const [why, remedy] = WHY[notReady] ?? [`is not ready (${notReady})`, 'Look at its log.'];
	return problem(`Patchfall runs on port ${port}, but ${why}.`, remedy);
}

async function portFinding(port: number, host: string, said?: Said): Promise<Finding> {
	try {
		await requireFreePort(port, host, said);
		return good(`Port ${port} is free.`);
	} catch (error) {
		if (!(error instanceof ReadableError)) throw error;
		const [says, remedy] = error.message.split(': ');
		return problem(`${says}.`, `${remedy![0]!.toUpperCase()}${remedy!.slice(1)}`);
	}
}

/** Whether the address that people use leads here. */
export async function addressFinding(
	{ host, port, origin }: Place,
	running: RunningServer | null,
	lan = lanAddresses()
): Promise<Finding> {
	if (origin !== null) {
		if (running === null)
			return good(`People use ${origin}; whether it leads here shows once the server runs.`);
		const there = await serverAt(origin);
		if (there?.instance === running.instance) return good(`${origin} leads to this server.`);
		return problem(
			`${origin}, the address that people use, does not lead to the server on port ${port}.`,
			'Check the name, the certificate and the proxy before it (samples stand in src/deploy), or correct PATCHFALL_ORIGIN.'
		);
	}
	const others = urlsForOthers(host, port, lan);
	if (others.length > 0) return good(`Other devices open ${others[0]}.`);
	return warning(
		lan.length === 0
			? 'This machine is in no network: only its own browser can open Patchfall.'
			: `Patchfall listens on ${host}: only this machine's own browser can open it.`,
		lan.length === 0 ? 'Join the Wi-Fi that the phones are in.' : 'Leave HOST out to listen on all networks.'
	);
}

const ownName = (host: string) =>
	host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
