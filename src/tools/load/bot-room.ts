import { moveFrom } from '../../lib/exercise/state.ts';
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { GridSpan } from '../../lib/sim/model.ts';
import type { RoomSetup } from '../../lib/room/people/setup.ts';
import { Browser, Seat, type Opened } from '../../lib/server/rooms-api/testing/browser.ts';
import { loadPack } from '../packs.ts';
import { persistently } from './come-in.ts';
import { HeadlessPage } from './headless-page.ts';

/** What is played in a room of bots. */
export interface BotPlay {
	readonly setup: RoomSetup;
	readonly spans: readonly GridSpan[];
	/** A scenario of somebody's own; null: it is a built-in one. */
	readonly file: { readonly name: string; readonly text: string } | null;
}

interface BotRoomParts {
	readonly url: string;
	readonly play: BotPlay;
	/** Steps of the world's grid a second. */
	readonly pace: number;
	/** Until somebody presses on at a stop: from half of it to half as much again. */
	readonly stopMs: number;
}

const TEAMS_MOST = 4;
/** Multiples of it lie evenly between 0 and 1. */
const GOLDEN = 0.618;

/** Teams of one role each, four at most, in a scenario that comes with Patchfall or in a file. */
export function loadPlay(nameOrFile: string): BotPlay {
	const { scenario, exercise } = loadPack(nameOrFile);
	const teams = scenario.roles
		.filter(({ kind }) => kind !== 'table')
		.slice(0, TEAMS_MOST)
		.map(({ id }, n) => ({ id: `team-${n + 1}`, name: `Team ${n + 1}`, roles: [id] }));
	const [{ id: cut }] = scenario.cuts;
	const setup: RoomSetup = { scenarioId: scenario.id, cut, seed: 'bots', teams, bots: {} };
	const text = existsSync(nameOrFile) ? readFileSync(nameOrFile, 'utf8') : null;
	return { setup, spans: exercise.spans, file: text === null ? null : { name: basename(nameOrFile), text } };
}

/** Many of them at once, each with a world that goes its own way. */
export function openBotRooms(count: number, { play, ...parts }: BotRoomParts): BotRoom[] {
	return Array.from({ length: count }, (_, n) => {
		const setup = { ...play.setup, seed: `bots ${n}` };
		// Rooms that begin together do not stay together.
		const stopMs = parts.stopMs * (0.5 + ((n * GOLDEN) % 1));
		return new BotRoom({ ...parts, stopMs, play: { ...play, setup } });
	});
}

/**
 * A room in which bots sit in every seat and somebody presses on at its desk. One that has come to its hot wash is thrown away,
 * and another one opened.
 */
export class BotRoom {
	readonly #parts: BotRoomParts;
	#desk: HeadlessPage | null = null;
	#isClosed = false;
	readonly #driven: Promise<void>;
	/** Of the way from one stop to the next: when a minute was heard of, and when it would have been due. */
	#way: { readonly heardMs: number; readonly dueMs: number }[] = [];
	/** How much later than due each minute was heard of. */
	readonly lagsMs: number[] = [];
	/** Whether its desk has been shown where it stands. */
	isOpen = false;
	/** Rooms that have been played to the end. */
	played = 0;

	constructor(parts: BotRoomParts) {
		this.#parts = parts;
		this.#driven = this.#drive();
	}

	get desk(): HeadlessPage | null {
		return this.#desk;
	}

	/** Resolves once its room is gone; rejects with what has gone wrong on the way. */
	async close(): Promise<void> {
		this.#isClosed = true;
		await this.#driven;
		this.#endWay();
	}

	async #drive(): Promise<void> {
		while (!this.#isClosed) {
			const { browser, opened } = await this.#open();
			const seat = new Seat(browser, opened.code, opened.person.id);
			const desk = new HeadlessPage(seat);
			this.#desk = desk;
			desk.watch(() => this.#look(desk));
			await desk.until((page) => page.part('view') !== null);
			this.isOpen = true;
			await desk.send({ type: 'setPace', stepsPerSecond: this.#parts.pace });
			while (!this.#isClosed && !isOver(desk)) await this.#pressOn(desk);
			if (isOver(desk)) this.played++;
			this.#desk = null;
			desk.close();
			await persistently(() => browser.post(`${seat.path}/rehearsals/end`, {}));
		}
	}

	async #open(): Promise<{ browser: Browser; opened: Opened }> {
		const browser = new Browser(this.#parts.url);
		const { setup, file } = this.#parts.play;
		const body = { setup, file, isRehearsal: true };
		const { status, body: opened } = await persistently(() => browser.post('/api/rooms', body));
		if (status !== 201) throw new Error(`${status} ${JSON.stringify(opened)}`);
		return { browser, opened: opened as Opened };
	}

	async #pressOn(desk: HeadlessPage): Promise<void> {
		await wait(this.#parts.stopMs);
		const from = moveFrom(desk.part('view')!.projection);
		// It may be refused while decisions are still being made, or not arrive: the next press will do.
		if (from.step !== 'advance') await desk.send({ type: 'goOn', from });
	}

	/** Minutes that are heard of while time passes. */
	#look(desk: HeadlessPage): void {
		const clock = desk.part('clock');
		if (clock?.isMoving) {
			const dueMs = (stepsUntil(this.#parts.play.spans, clock.minute) / this.#parts.pace) * 1000;
			if (this.#way.at(-1)?.dueMs !== dueMs) this.#way.push({ heardMs: performance.now(), dueMs });
		} else this.#endWay();
	}

	#endWay(): void {
		const late = this.#way.map(({ heardMs, dueMs }) => heardMs - dueMs);
		const onTime = Math.min(...late);
		for (const ms of late) this.lagsMs.push(ms - onTime);
		this.#way = [];
	}
}

function isOver(desk: HeadlessPage): boolean {
	return ['hotWash', 'summit', 'nextOutages', 'debrief', 'closed'].includes(desk.part('step')?.phase ?? '');
}

/** How many steps of the grid there are up to a minute. */
function stepsUntil(spans: readonly GridSpan[], minute: number): number {
	let steps = 0;
	let from = 0;
	for (const { untilMin, stepMin } of spans) {
		const to = Math.min(minute, untilMin);
		if (to > from) steps += (to - from) / stepMin;
		from = untilMin;
	}
	return steps;
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
