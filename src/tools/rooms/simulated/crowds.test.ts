import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SendAnswer } from '../../../lib/client/connection/room-connection.ts';
import type { Person } from '../../../lib/room/people/person.ts';
import { FakeClock } from '../../../lib/room/testing/fake-clock.ts';
import { newCode } from '../../../lib/server/rooms/codes.ts';
import { Chance } from './chance.ts';
import { Device } from './device.ts';
import { Disk } from './disk.ts';
import { HOST_KEY, SimulatedServer, type HttpAnswer } from './server.ts';
import { LIBRARY, setupOf } from './small-library.ts';

/* Halls full of people at one address, in simulated time. */

let time: FakeClock;
let disk: Disk;
let server: SimulatedServer;
let complaints: string[];

beforeEach(() => {
	time = new FakeClock();
	disk = new Disk();
	complaints = [];
	const complained = (event: string) => void complaints.push(event);
	server = new SimulatedServer({ time, disk, library: LIBRARY, ended: () => {}, complained });
});
afterEach(() => {
	server.kill();
	disk.remove();
});

/** Asks, and lets time pass until there is an answer. */
async function ask(method: 'GET' | 'POST', url: string, cookie = '', body?: unknown): Promise<HttpAnswer> {
	let answer: HttpAnswer | null = null;
	void server.ask(method, url, cookie, body).then((one) => (answer = one));
	while (answer === null) await time.pass(1);
	return answer;
}

const cookieOf = ({ headers }: HttpAnswer) => headers['Set-Cookie']!.split(';', 1)[0]!;
const options = ['One', 'Two', 'Three'].map((text) => ({ text, decision: null }));

async function openedRoom() {
	const opened = await ask('POST', '/api/rooms', '', { setup: setupOf('a'), hostKey: HOST_KEY });
	const { code, audienceCode, person } = opened.body as {
		code: string;
		audienceCode: string;
		person: Person;
	};
	const cookie = cookieOf(opened);
	const requests = `/api/rooms/${code}/seats/${person.id}/requests`;
	let ids = 0;
	const desk = async (body: object) =>
		(await ask('POST', requests, cookie, { id: `desk-${++ids}`, ...body })).body as { answer: SendAnswer };
	await desk({ type: 'openBallot', question: 'What first?', options, to: 'audience', seconds: null });
	return { audienceCode, desk };
}

async function joined(code: string) {
	const answer = await ask('POST', `/api/rooms/${code}/seats`, '', { kind: 'phone', team: null, name: '' });
	expect(answer.status).toBe(201);
	return { cookie: cookieOf(answer), person: (answer.body as { person: Person }).person };
}

test('200 phones far away that press again and again: each seat counts once, for what it pressed last', async () => {
	const { audienceCode, desk } = await openedRoom();
	const chance = new Chance(1, 0);
	const last = new Map<string, Set<number>>();
	const waiting: Promise<unknown>[] = [];
	const phones: Device[] = [];
	for (let n = 0; n < 200; n++) {
		const seat = await joined(audienceCode);
		const phone = new Device({
			...{ time, server, code: audienceCode, ...seat, chance: new Chance(2, n) },
			sent: () => {},
			answeredTwice: (first, second) => expect(second).toEqual(first)
		});
		phone.network.weather = { delayMs: 3000, loss: 0.2, duplicates: 0.3, holdsSockets: false };
		phones.push(phone);
	}
	for (const phone of phones) {
		const { id } = phone.person;
		for (let press = chance.between(1, 10); press > 0; press--) {
			const option = chance.below(3);
			const sent = phone.send({ type: 'vote', ballot: 'ballot-1', option }, phone.nextId());
			waiting.push(
				sent.then((answer) => {
					if (answer.kind === 'accepted') last.set(id, new Set([option]));
					else if (answer.kind === 'notSent') last.set(id, new Set([...(last.get(id) ?? []), option]));
				})
			);
			await time.pass(chance.below(300));
		}
	}
	// What is late on its way comes in, and changes nothing.
	let isOver = false;
	void Promise.all(waiting).then(() => (isOver = true));
	while (!isOver) await time.pass(1000);
	await time.pass(60_000);
	await desk({ type: 'closeBallot', ballot: 'ballot-1' });
	const [room] = [...server.machine!.rooms.values()];
	const { tally } = room!.live.exercise.room.state.ballots[0]!;
	expect(last.size).toBe(200);
	expect(tally.reduce((sum, { votes }) => sum + votes, 0)).toBe(200);
	for (const [option, { votes }] of tally.entries()) {
		const sure = [...last.values()].filter((set) => set.size === 1 && set.has(option)).length;
		const most = [...last.values()].filter((set) => set.has(option)).length;
		expect([votes >= sure, votes <= most], `option ${option}: ${sure}, ${votes}, ${most}`).toEqual([
			true,
			true
		]);
	}
	// Afterwards it is said that it is closed, and nothing is changed.
	const version = room!.live.exercise.room.state.version;
	const late = phones[0]!;
	late.network.weather = { delayMs: 5, loss: 0, duplicates: 0, holdsSockets: false };
	let answer: SendAnswer | null = null;
	void late
		.send({ type: 'vote', ballot: 'ballot-1', option: 0 }, late.nextId())
		.then((one) => (answer = one));
	await time.pass(1000);
	expect(answer).toMatchObject({ kind: 'refused', refusal: { code: 'voteClosed' } });
	expect(room!.live.exercise.room.state.version).toBe(version);
	expect(complaints).toEqual([]);
	for (const phone of phones) phone.close();
});

test.each([0.5, 3, 20, 120])(
	'R277: a server that was away for %d s is found again by everybody within five seconds',
	async (awayS) => {
		const { audienceCode } = await openedRoom();
		const heardMs = new Map<string, number>();
		const phones: Device[] = [];
		for (let n = 0; n < 60; n++) {
			const seat = await joined(audienceCode);
			const phone = new Device({
				...{ time, server, code: audienceCode, ...seat, chance: new Chance(3, n) },
				...{ sent: () => {}, answeredTwice: () => {} }
			});
			phone.connection.hear(({ type }) => {
				if (type === 'changes') heardMs.set(phone.person.id, time.nowMs());
			});
			phones.push(phone);
		}
		await time.pass(2000);
		server.kill();
		for (const phone of phones) phone.network.serverEnded();
		await time.pass(awayS * 1000);
		server.start();
		const upMs = time.nowMs();
		await time.pass(5000);
		const late = phones.filter(({ person }) => (heardMs.get(person.id) ?? 0) < upMs);
		expect(late.map(({ connection }) => connection.status)).toEqual([]);
		for (const phone of phones) phone.close();
	}
);

test('R45: a thousand people behind one address join, vote and reload; 50,000 guesses a minute from there are held back', async () => {
	const { audienceCode } = await openedRoom();
	const statuses: number[] = [];
	const guesses: number[] = [];
	const guess = async () => {
		const answer = await server.ask('GET', `/api/rooms/${newCode()}`, '');
		if (answer !== null) guesses.push(answer.status);
	};
	for (let n = 0; n < 1000; n++) {
		const { cookie, person } = await joined(audienceCode);
		const path = `/api/rooms/${audienceCode}/seats/${person.id}`;
		const vote = { id: `${person.id}-1`, type: 'vote', ballot: 'ballot-1', option: n % 3 };
		for (const answer of [
			await ask('POST', `${path}/requests`, cookie, vote),
			await ask('GET', `/api/rooms/${audienceCode}`),
			await ask('GET', path, cookie),
			await ask('GET', `${path}/feed?wait=0&since=`, cookie)
		])
			statuses.push(answer.status);
		for (let count = 0; count < 50; count++) void guess();
		// A thousand people in a minute.
		await time.pass(Math.max(0, (n + 1) * 60 - time.nowMs()));
	}
	expect(statuses.filter((status) => status !== 200)).toEqual([]);
	expect(guesses.length).toBe(50_000);
	expect(guesses.filter((status) => status !== 429).length).toBeLessThan(100);
	const [room] = [...server.machine!.rooms.values()];
	expect(room!.live.ballots.count(room!.people()).reduce((sum, votes) => sum + votes, 0)).toBe(1000);
	expect(complaints).toEqual([]);
});
