import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import type { SendAnswer } from '../../src/lib/client/connection/room-connection.ts';
import type { RoomEvent } from '../../src/lib/exercise/log/events.ts';
import { Browser, Seat, SETUP, type Opened } from '../../src/lib/server/rooms-api/testing/browser.ts';
import { ROOMS_FILE } from '../../src/lib/server/stores/open-database.ts';
import { HeadlessPage } from '../../src/tools/load/headless-page.ts';

const PHONES = 6;
const OPTIONS = ['One', 'Two', 'Three'];

/** What somebody wrote, and what they were answered; null: nothing yet. */
interface Written {
	readonly text: string;
	answer: SendAnswer | null;
}

/** A room in which people write notes and vote without a pause, until it is told to rest. */
export class BusyRoom {
	readonly opened: Opened;
	readonly written: Written[] = [];
	/** The last option that each phone was told is its vote, and any after it that it was told nothing of. */
	readonly votes = new Map<string, Set<number>>();
	readonly people: HeadlessPage[] = [];
	readonly #folder: string;
	#ballot = '';
	#isBusy = true;
	/** What has not been answered yet. */
	readonly #open = new Set<Promise<unknown>>();

	private constructor(opened: Opened, folder: string) {
		this.opened = opened;
		this.#folder = folder;
	}

	static async open(url: string, folder: string): Promise<BusyRoom> {
		const host = new Browser(url);
		const room = new BusyRoom(await host.open(SETUP), folder);
		const { code, audienceCode, person } = room.opened;
		const enter = (seat: Seat) => {
			const one = new HeadlessPage(seat);
			room.people.push(one);
			return one;
		};
		const desk = enter(new Seat(host, code, person.id));
		const phones: HeadlessPage[] = [];
		for (let n = 0; n < PHONES; n++) {
			const browser = new Browser(url);
			phones.push(enter(await browser.join(audienceCode, 'phone', null)));
		}
		const options = OPTIONS.map((text) => ({ text, decision: null }));
		await desk.send({ type: 'openBallot', question: 'What first?', options, to: 'audience', seconds: null });
		room.#ballot = 'ballot-1';
		void room.#writes(desk);
		for (const phone of phones) void room.#votesOn(phone);
		return room;
	}

	/** Since when everybody has heard of the room again; null: somebody has not. */
	backSince(ms: number): number | null {
		const heard = this.people.map(({ heardMs, isThere }) => (isThere ? heardMs : 0));
		return heard.every((one) => one > ms) ? Math.max(...heard) : null;
	}

	/** Nobody asks for anything any more; resolves once all that was asked for has been answered. */
	async rest(): Promise<void> {
		this.#isBusy = false;
		await Promise.all([...this.#open]);
	}

	/** Closes the vote: its tally, by option. */
	async count(): Promise<readonly number[]> {
		const answer = await this.people[0]!.send({ type: 'closeBallot', ballot: this.#ballot });
		if (answer.kind !== 'accepted') throw new Error(JSON.stringify(answer));
		const closed = this.events().find((event) => event.type === 'ballotClosed');
		return closed?.type === 'ballotClosed' ? closed.tally.map(({ votes }) => votes) : [];
	}

	/** The log as it stands on the disk. */
	events(): RoomEvent[] {
		const database = new DatabaseSync(join(this.#folder, ROOMS_FILE), { readOnly: true });
		try {
			const rows = database.prepare('SELECT version, event FROM events ORDER BY version').all();
			return rows.map(({ event }) => JSON.parse(String(event)) as RoomEvent);
		} finally {
			database.close();
		}
	}

	/** What is wrong with what was kept: notes that were acknowledged and are not there, or are there twice. */
	faults(): string[] {
		const count = new Map<string, number>();
		for (const event of this.events())
			if (event.type === 'noted') count.set(event.text, (count.get(event.text) ?? 0) + 1);
		return this.written.flatMap(({ text, answer }) => {
			const times = count.get(text) ?? 0;
			if (times > 1) return [`${text} is there ${times} times`];
			if (times === 0 && answer?.kind === 'accepted') return [`${text} was acknowledged and is not there`];
			return times === 1 && answer?.kind === 'refused' ? [`${text} was refused and is there`] : [];
		});
	}

	close(): void {
		this.#isBusy = false;
		for (const page of this.people) page.close();
	}

	async #writes(desk: HeadlessPage): Promise<void> {
		for (let n = 1; this.#isBusy; n++) {
			const written: Written = { text: `note ${n}`, answer: null };
			this.written.push(written);
			const payload = { text: written.text };
			written.answer = await this.#keeping(desk.send({ type: 'command', body: { type: 'note', payload } }));
			await pause();
		}
	}

	async #votesOn(phone: HeadlessPage): Promise<void> {
		for (let n = 0; this.#isBusy; n++) {
			const option = (n + phone.id.length + phone.id.charCodeAt(3)) % OPTIONS.length;
			const may = this.votes.get(phone.id) ?? new Set();
			this.votes.set(phone.id, new Set([...may, option]));
			const answer = await this.#keeping(phone.send({ type: 'vote', ballot: this.#ballot, option }));
			if (answer.kind === 'accepted') this.votes.set(phone.id, new Set([option]));
			await pause();
		}
	}

	async #keeping<Result>(asked: Promise<Result>): Promise<Result> {
		this.#open.add(asked);
		return asked.finally(() => this.#open.delete(asked));
	}
}

/** Between two requests of one person: a room takes ten a second of each. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 120));
