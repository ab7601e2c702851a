import type { PersonKind } from '../../../lib/room/people/person.ts';
import type { RequestBody } from '../../../lib/room/protocol/requests.ts';
import { nextAct } from './acts.ts';
import type { Chance } from './chance.ts';
import type { Device } from './device.ts';
import type { Disk } from './disk.ts';
import { CALM, type Weather } from './network.ts';
import type { SimulatedServer } from './server.ts';
import type { WatchedRoom } from './watched-room.ts';

/** All that something can happen to. */
export interface Hall {
	readonly chance: Chance;
	readonly room: WatchedRoom;
	readonly server: SimulatedServer;
	readonly disk: Disk;
	healDiskIn(ms: number): void;
	send(device: Device, body: RequestBody): void;
	join(kind: PersonKind, team: string | null): void;
}

/** Who comes in by a code. */
export const PEOPLE: readonly (readonly [kind: PersonKind, team: string | null])[] = [
	['player', 'makers'],
	['player', 'ward'],
	['player', 'ward'],
	['phone', null],
	['phone', null],
	['phone', null],
	['observer', null]
];

function somebodyActs(hall: Hall): string {
	const { room } = hall;
	for (let n = 0; n < 5; n++) {
		const device = hall.chance.pick(room.devices);
		const body = nextAct(device, room.around(hall.chance));
		if (body === null) continue;
		hall.send(device, body);
		return `asks ${device.person.kind} ${JSON.stringify(body)}`;
	}
	return 'nothing';
}

/** Somebody presses again and again, and changes their mind. */
function somebodyPresses(hall: Hall): string {
	const { room } = hall;
	const device = hall.chance.pick(room.devices);
	const times = hall.chance.between(2, 5);
	for (let n = 0; n < times; n++) {
		const body = nextAct(device, room.around(hall.chance));
		if (body !== null) hall.send(device, body);
	}
	return `presses ${device.person.kind} ${times} times`;
}

function weatherChanges(hall: Hall): string {
	const chance = hall.chance;
	const device = chance.pick(hall.room.devices);
	const weather: Weather = chance.is(0.3)
		? CALM
		: {
				delayMs: chance.pick([5, 50, 400, 3000]),
				loss: chance.pick([0, 0, 0.2, 0.6]),
				duplicates: chance.pick([0, 0.3]),
				holdsSockets: chance.is(0.15)
			};
	device.network.weather = weather;
	return `weather ${JSON.stringify(weather)}`;
}

function connectionsDie(hall: Hall): string {
	hall.chance.pick(hall.room.devices).network.goSilent();
	return 'silent';
}

function deviceDoes(hall: Hall): string {
	const device = hall.chance.pick(hall.room.devices);
	const what = hall.chance.pick(['woke', 'online', 'left', 'clock'] as const);
	if (what === 'clock') device.setClock(hall.chance.between(-86_400_000, 86_400_000));
	else device.news(what);
	return `device ${what}`;
}

function diskFails(hall: Hall): string {
	const what = hall.chance.pick(['full', 'commit', 'read'] as const);
	if (what === 'full') hall.disk.isFull = true;
	else if (what === 'commit') hall.disk.failsNextCommit = true;
	else hall.disk.failsNextRead = true;
	hall.healDiskIn(hall.chance.between(1, 5000));
	return `disk ${what}`;
}

function serverDies(hall: Hall): string {
	const point = hall.chance.pick(['now', 'before', 'torn', 'after'] as const);
	if (point === 'now') hall.server.kill();
	else hall.server.killAt(hall.chance.between(1, 6), point);
	return `dies ${point}`;
}

function serverStops(hall: Hall): string {
	hall.server.stop();
	return 'stops';
}

function threadDies(hall: Hall): string {
	hall.server.machine?.endThread();
	return 'thread dies';
}

function somebodyComes(hall: Hall): string {
	const { room } = hall;
	if (room.devices.length > 18) return 'nothing';
	const [kind, team] = hall.chance.pick(PEOPLE);
	hall.join(kind, team);
	return `comes ${kind}`;
}

/** Everything that can happen, and how often it does; each says what it did. */
export const HAPPENINGS: readonly (readonly [weight: number, happens: (hall: Hall) => string])[] = [
	[60, somebodyActs],
	[4, somebodyPresses],
	[10, weatherChanges],
	[4, connectionsDie],
	[6, deviceDoes],
	[3, diskFails],
	[2, serverDies],
	[0.5, serverStops],
	[0.5, threadDies],
	[2, somebodyComes]
];
