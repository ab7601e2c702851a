import { Browser, Seat, SETUP, type Opened } from '../../lib/server/rooms-api/testing/browser.ts';
import { comeIn } from './come-in.ts';
import type { HeadlessPage } from './headless-page.ts';
import type { OpenPage } from './with-pages.ts';

const OPTIONS = ['One', 'Two', 'Three'].map((text) => ({ text, decision: null }));
const PHONE = { kind: 'phone', team: null, name: '' };
/** Phones that join at the same moment. */
const JOINING = 50;
/** What has not arrived by then is lost. */
const LOST_AFTER_MS = 60_000;

/** What became of something that all phones were to hear. */
export interface FanOut {
	/** From the press at the desk, of every phone and press. */
	readonly delaysMs: readonly number[];
	readonly lost: number;
	/** What one phone was sent at a press. */
	readonly bytes: string;
}

export interface Vote {
	/** Phones that have pressed. */
	readonly pressed: number;
	/** Votes that were said to be in. */
	readonly accepted: number;
	readonly counted: number;
	/** From a press to its answer. */
	readonly answersMs: readonly number[];
	/** From the press that closes it to its answer. */
	readonly closedMs: number;
}

/** A room with a desk and a hall full of phones. */
export class Hall {
	readonly desk: HeadlessPage;
	readonly phones: readonly HeadlessPage[];
	readonly opened: Opened;
	#ballots = 0;

	private constructor(opened: Opened, desk: HeadlessPage, phones: readonly HeadlessPage[]) {
		this.opened = opened;
		this.desk = desk;
		this.phones = phones;
	}

	/**
	 * @param open opens its pages, and closes them
	 * @param said how many phones have come in, now and then
	 */
	static async open(
		url: string,
		count: number,
		open: OpenPage,
		said: (there: number) => void
	): Promise<Hall> {
		const host = new Browser(url);
		const opened = await host.open({ ...SETUP, seed: 'hall' });
		const desk = open(new Seat(host, opened.code, opened.person.id));
		const phones: HeadlessPage[] = [];
		const line = async () => {
			for (let n = phones.length; n < count; n = phones.length) {
				const place = phones.push(null!) - 1;
				phones[place] = open(await comeIn(url, opened.audienceCode, 'seats', PHONE));
				if ((place + 1) % 500 === 0) said(place + 1);
			}
		};
		await Promise.all(Array.from({ length: JOINING }, line));
		await Promise.all([desk, ...phones].map((page) => page.until(({ shown }) => shown.size > 0)));
		return new Hall(opened, desk, phones);
	}

	/** A vote is opened and taken back, again and again: how long until each phone shows it. */
	async fanOut(presses: number): Promise<FanOut> {
		const delaysMs: number[] = [];
		let lost = 0;
		let bytes = '';
		const stop = this.phones[0]!.watch((message) => (bytes = JSON.stringify(message)));
		for (let n = 0; n < presses; n++) {
			const isOpened = n % 2 === 0;
			const ballot = isOpened ? `ballot-${++this.#ballots}` : null;
			const all = this.phones.map((phone) =>
				inTime(phone.until((page) => (page.part('ballot')?.id ?? null) === ballot))
			);
			const beganMs = performance.now();
			await this.#asks(isOpened ? OPENING : { type: 'takeBallotBack', ballot: `ballot-${this.#ballots}` });
			for (const atMs of await Promise.all(all)) {
				if (atMs === null) lost++;
				else delaysMs.push(atMs - beganMs);
			}
		}
		stop();
		return { delaysMs, lost, bytes };
	}

	/** Every phone votes once, some time within these. */
	async vote(withinMs: number): Promise<Vote> {
		await this.#asks(OPENING);
		const ballot = `ballot-${++this.#ballots}`;
		const answersMs: number[] = [];
		let accepted = 0;
		await Promise.all(
			this.phones.map(async (phone, n) => {
				await new Promise((resolve) => setTimeout(resolve, Math.random() * withinMs));
				const beganMs = performance.now();
				const answer = await phone.send({ type: 'vote', ballot, option: n % OPTIONS.length });
				answersMs.push(performance.now() - beganMs);
				if (answer.kind === 'accepted') accepted++;
			})
		);
		const beganMs = performance.now();
		await this.#asks({ type: 'closeBallot', ballot });
		const closedMs = performance.now() - beganMs;
		await this.desk.until((page) => page.part('tally') !== null);
		const counted = this.desk.part('tally')!.votes.reduce((sum, votes) => sum + votes, 0);
		await this.#asks({ type: 'putBallotAway', ballot });
		return { pressed: this.phones.length, accepted, counted, answersMs, closedMs };
	}

	async #asks(body: Parameters<HeadlessPage['send']>[0]): Promise<void> {
		const answer = await this.desk.send(body);
		if (answer.kind !== 'accepted') throw new Error(`${body.type}: ${JSON.stringify(answer)}`);
	}
}

const OPENING = {
	type: 'openBallot',
	question: 'What first?',
	options: OPTIONS,
	to: 'audience',
	seconds: null
} as const;

/** Null: it has not come. */
export async function inTime<Result>(coming: Promise<Result>, ms = LOST_AFTER_MS): Promise<Result | null> {
	let late: NodeJS.Timeout | undefined;
	const never = new Promise<null>((resolve) => (late = setTimeout(() => resolve(null), ms)));
	return Promise.race([coming, never]).finally(() => clearTimeout(late));
}
