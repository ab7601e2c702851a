import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import type { Person, PersonKind } from '../../../lib/room/people/person.ts';
import { readPersonRequest, type RequestBody } from '../../../lib/room/protocol/requests.ts';
import { FakeClock } from '../../../lib/room/testing/fake-clock.ts';
import type { LogFacts } from '../../../lib/server/log.ts';
import { ROOMS_FILE } from '../../../lib/server/stores/open-database.ts';
import { holdAtRest } from './at-rest.ts';
import { Chance, drawFromSeed } from './chance.ts';
import { Broken, hold } from './checks.ts';
import { Device } from './device.ts';
import { Disk } from './disk.ts';
import { HAPPENINGS, PEOPLE, type Hall } from './happenings.ts';
import { CALM } from './network.ts';
import type { Outcome, RunParts } from './outcome.ts';
import { HOST_KEY, SimulatedServer, type HttpAnswer } from './server.ts';
import { LIBRARY, setupOf } from './small-library.ts';
import { WatchedRoom } from './watched-room.ts';

const LINKED = ['facilitator', 'evaluator', 'stage'] as const;

/** A room lives for so many steps. */
const ROOM_STEPS = 400;
/** So often everything is let come to rest, and held against everything. */
const REST_EVERY = 100;
const REST_MS = 45_000;
const RESTS = 15;
/**
 * A server of rooms and its people, in one process and from one seed: the real room, store, hub and the real end of a page,
 * over a disk and networks that fail. What must hold is looked at after each step.
 */
class SimulatedRooms {
	readonly #seed: number;
	readonly #time = new FakeClock();
	readonly #disk = new Disk();
	readonly #server: SimulatedServer;
	readonly #done: string[] = [];
	readonly #counts: Record<string, number> = {};
	#chance: Chance;
	#room: WatchedRoom | null = null;
	#reader: { readonly folder: string; readonly database: DatabaseSync } | null = null;
	/** What was found wrong while something was being sent. */
	#found: Error | null = null;
	#startsAtMs: number | null = null;
	#healsDiskAtMs: number | null = null;

	constructor(seed: number) {
		this.#seed = seed;
		this.#chance = new Chance(seed, 0);
		this.#server = new SimulatedServer({
			...{ time: this.#time, disk: this.#disk, library: LIBRARY },
			ended: () => {
				for (const device of this.#room?.devices ?? []) device.network.serverEnded();
				this.#startsAtMs = this.#time.nowMs() + this.#chance.between(0, 3000);
			},
			complained: (event, facts) => this.#complained(event, facts)
		});
	}

	async run({ steps, without }: RunParts): Promise<Outcome> {
		const asBefore = drawFromSeed(this.#seed);
		let step = 0;
		try {
			for (; step < steps; step++) {
				this.#chance = new Chance(this.#seed, step + 1);
				if (this.#room === null) await this.#openRoom();
				if (without?.has(step) !== true) await this.#step();
				await this.#looks();
				const age = ++this.#room!.age;
				if (age % REST_EVERY === 0 || step === steps - 1) await this.#rest();
				if (age >= ROOM_STEPS) this.#leaveRoom();
			}
			return { failure: null, counts: this.#counts };
		} catch (error) {
			const { message, stack = '' } = error as Error;
			const failure = { step, what: message, stack, done: this.#done };
			return { failure, counts: this.#counts };
		} finally {
			asBefore();
			this.#leaveRoom();
			this.#reader?.database.close();
			this.#server.kill();
			this.#disk.remove();
		}
	}

	/** Something happens, and some time passes. */
	async #step(): Promise<void> {
		const chance = this.#chance;
		const said = chance.weighed(HAPPENINGS)(this.#hall);
		this.#done.push(said);
		this.#count(said.split(' ', 1)[0]!);
		await this.#pass(
			chance.weighed([
				[6, 5],
				[3, 80],
				[1, 900]
			] as const) *
				(0.5 + chance.draw())
		);
	}

	get #hall(): Hall {
		const room = this.#room!;
		return {
			...{ chance: this.#chance, room, server: this.#server, disk: this.#disk },
			healDiskIn: (ms) => (this.#healsDiskAtMs = this.#time.nowMs() + ms),
			send: (device, body) => this.#send(room, device, body),
			join: (kind, team) => void this.#join(room, kind, team).catch((error: Error) => (this.#found ??= error))
		};
	}

	#count(what: string): void {
		this.#counts[what] = (this.#counts[what] ?? 0) + 1;
	}

	async #pass(ms: number): Promise<void> {
		const untilMs = this.#time.nowMs() + ms;
		do {
			const nowMs = this.#time.nowMs();
			const nextMs = Math.min(untilMs, this.#startsAtMs ?? untilMs, this.#healsDiskAtMs ?? untilMs);
			await this.#time.pass(Math.max(0, nextMs - nowMs));
			const at = this.#time.nowMs();
			if (this.#healsDiskAtMs !== null && at >= this.#healsDiskAtMs) this.#healDisk();
			if (this.#startsAtMs !== null && at >= this.#startsAtMs) this.#start();
		} while (this.#time.nowMs() < untilMs);
	}

	#start(): void {
		this.#startsAtMs = null;
		this.#server.start();
		// Whatever keeps servers running tries again.
		if (!this.#server.isUp) this.#startsAtMs = this.#time.nowMs() + 1000;
	}

	#healDisk(): void {
		this.#healsDiskAtMs = null;
		this.#disk.heal();
	}

	/* What is looked at. */

	async #looks(): Promise<void> {
		if (this.#found !== null) throw this.#found;
		const room = this.#room!;
		room.log.follow(this.#database);
		const { live } = room;
		if (live === null) return;
		room.log.isLike(live);
		room.notePeople(live);
	}

	/** All is well again: everybody comes back by themselves, and what they are shown is what there is. */
	async #rest(): Promise<void> {
		const room = this.#room!;
		this.#healDisk();
		this.#disk.crashAt(Infinity, 'before', () => {});
		for (const device of room.devices) {
			device.network.weather = CALM;
			device.setClock(0);
			device.news('online');
		}
		for (let n = 0; n < RESTS; n++) {
			await this.#pass(REST_MS / RESTS);
			await this.#looks();
		}
		const { live } = room;
		hold(live !== null, 'the room has not come back');
		room.log.isLikeFromZero(this.#database, live!);
		const served = this.#server.registry!.byId(room.id)!;
		await holdAtRest(room, served, live!, (method, url, cookie) => this.#asks(method, url, cookie));
	}

	/** Every text that leaves the server for a page. */
	#sent(room: WatchedRoom, device: Device, text: string): void {
		if (this.#found !== null) return;
		const { id, kind } = device.person;
		const leak = room.secrets.leakIn(text, room.readerAt(device));
		const other = /"me":\{"id":"(\w+)"/.exec(text)?.[1] ?? id;
		if (leak === null && other === id) return;
		this.#found = new Broken(
			`${kind} ${id} was sent what is not theirs: ${leak ?? other} in ${around(text, leak ?? other)}`
		);
	}

	/** A copy of a request is answered as the first one was. */
	#answeredTwice(first: unknown, second: unknown): void {
		const [one, other] = [first, second].map((body) => JSON.stringify(body));
		if (one === other) return;
		this.#found ??= new Broken(`one request was answered twice: ${one} and ${other}`);
	}

	#complained(event: string, facts: LogFacts): void {
		this.#count(`log:${event}`);
		// What a disk says, and the end of a thread, are no faults of ours.
		if (['roomThreadDied', 'notStarted'].includes(event)) return;
		if (['full', 'broken', 'ERR_SQLITE_ERROR'].includes(String(facts.code))) return;
		this.#found ??= new Broken(`the server has logged ${event}: ${JSON.stringify(facts)}`);
	}

	/* The room and its people. */

	async #openRoom(): Promise<void> {
		this.#healDisk();
		await this.#pass(5000);
		const setup = setupOf(`seed ${this.#seed}`);
		const opened = await this.#asks('POST', '/api/rooms', '', { setup, hostKey: HOST_KEY });
		const { code, audienceCode, person, links } = opened.body as {
			code: string;
			audienceCode: string;
			person: Person;
			links: Record<(typeof LINKED)[number], string>;
		};
		const { room: served } = (await this.#server.registry!.byCode(code))!;
		const { id } = served.codes;
		const room = new WatchedRoom({
			...{ id, code, audienceCode },
			nowMs: () => this.#time.nowMs(),
			live: () => this.#server.machine?.rooms.get(id) ?? null
		});
		this.#room = room;
		this.#enter(room, person, opened);
		this.#enter(room, person, opened, 'ward');
		for (const kind of LINKED) {
			const token = links[kind].split('.')[1];
			const body = { token, name: kind };
			const taken = await this.#asks('POST', `/api/rooms/${code}/links`, '', body);
			this.#enter(room, (taken.body as { person: Person }).person, taken);
		}
		for (const [kind, team] of PEOPLE) await this.#join(room, kind, team);
		await this.#pass(1000);
	}

	async #join(room: WatchedRoom, kind: PersonKind, team: string | null): Promise<void> {
		const code = kind === 'player' ? room.code : room.audienceCode;
		const body = { kind, team, name: kind === 'player' ? `P ${room.devices.length}` : '' };
		const asking = this.#server.ask('POST', `/api/rooms/${code}/seats`, '', body);
		await this.#pass(20);
		const answer = await Promise.race([asking, null]);
		if (answer?.status === 201 && this.#room === room)
			this.#enter(room, (answer.body as { person: Person }).person, answer);
	}

	#enter(room: WatchedRoom, person: Person, { headers }: HttpAnswer, looksAt?: string): void {
		const [cookie] = headers['Set-Cookie']!.split(';', 1);
		const [, code] = /^(?:__Host-)?room-(\w+)-/.exec(cookie!)!;
		const device: Device = new Device({
			...{ time: this.#time, server: this.#server, code: code!, cookie: cookie!, person },
			...(looksAt !== undefined && { looksAt }),
			chance: new Chance(this.#seed, 1_000_000 + room.devices.length),
			sent: (text) => this.#sent(room, device, text),
			answeredTwice: (first, second) => this.#answeredTwice(first, second)
		});
		room.devices.push(device);
	}

	#leaveRoom(): void {
		for (const device of this.#room?.devices ?? []) device.close();
		this.#room = null;
	}

	#send(room: WatchedRoom, device: Device, body: RequestBody): void {
		if (device.looksAt !== null) return;
		const id = device.nextId();
		if (readPersonRequest({ ...body, id }) === null) throw new Broken(`no request: ${JSON.stringify(body)}`);
		const entry = room.ledger.add(device.person.id, id, body);
		void device.send(body, id).then((answer) => {
			entry.answer = answer;
			this.#count(answer.kind === 'refused' ? `refused:${answer.refusal.code}` : answer.kind);
			if (answer.kind === 'refused' && answer.refusal.code === 'unreadable')
				this.#found ??= new Broken(`not readable: ${JSON.stringify(body)}`);
		});
	}

	/** Asks until there is an answer that is none of a server that is away. */
	async #asks(method: 'GET' | 'POST', url: string, cookie: string, body?: unknown): Promise<HttpAnswer> {
		let said = '';
		for (let n = 0; n < 50; n++) {
			let answer: HttpAnswer | null = null;
			void this.#server.ask(method, url, cookie, body).then((one) => (answer = one));
			await this.#pass(200);
			const found = answer as HttpAnswer | null;
			if (found !== null && found.status < 300) return found;
			said = JSON.stringify(found);
		}
		throw new Broken(`no good answer from ${url}: ${said}`);
	}

	/** The file as another program reads it. */
	get #database(): DatabaseSync {
		const { folder } = this.#disk;
		if (this.#reader?.folder !== folder) {
			this.#reader?.database.close();
			this.#reader = { folder, database: new DatabaseSync(join(folder, ROOMS_FILE)) };
		}
		return this.#reader.database;
	}
}

const around = (text: string, mark: string) => {
	const at = text.indexOf(mark);
	return text.slice(Math.max(0, at - 200), at + 80);
};

/** Runs one seed. */
export function runSeed(parts: RunParts): Promise<Outcome> {
	return new SimulatedRooms(parts.seed).run(parts);
}
