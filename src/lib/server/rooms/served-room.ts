import {
	feedsOf,
	feedsShown,
	OWN_PAGE,
	withoutMembersOnly,
	type FeedKey
} from '../../room/feed/audience-key.ts';
import { Answered } from '../../room/live/answered.ts';
import type { JoinAnswer, Joining } from '../../room/live/live-room-contract.ts';
import type { RoomReplay } from '../../room/live/hot-wash/looking-back.ts';
import type { Person } from '../../room/people/person.ts';
import type { PersonRequest } from '../../room/protocol/requests.ts';
import type { RequestAnswer } from '../../room/protocol/refusals.ts';
import type { RoomCodes } from '../seats/seat-store.ts';
import { RoomFeeds, type Missed } from './room-feeds.ts';
import { RoomPages, type Follower, type Gone } from './room-pages.ts';
import type { Machine } from './machine.ts';
import type { RoomHosts } from './room-hosts.ts';
import { ThreadGone, type News } from './room-threads.ts';
import type { Door } from './thread-messages.ts';

export interface ServedRoomParts {
	readonly hosts: RoomHosts;
	readonly clock: Machine['clock'];
	/** A page that reloads, or asks again and again, is not away in between. */
	readonly awayAfterMs: number;
	readonly seatRemoved: (person: string) => void;
	readonly broke: (error: unknown) => void;
}

/** A thread may die so often of opening a room before that room is left alone for a while. */
const OPENED_IN_VAIN_MOST = 3;
/** Of several processes another may run it by then. */
const AGAIN_AFTER_MS = 1000;
/** A room that could not be opened is tried again by itself no sooner. */
const BROKEN_MS = 10_000;

/** A room as the main thread knows it: what each audience is shown, who follows it, and the way to its thread. */
export class ServedRoom {
	readonly codes: RoomCodes;
	readonly #parts: ServedRoomParts;
	readonly #pages: RoomPages;
	/** Its thread remembers them too, and may end before a late copy of what it has refused arrives. */
	readonly #answers: Answered;
	#feeds = new RoomFeeds();
	/** Whether it is open, once that is known; null: nobody has asked for it yet. */
	#opened: Promise<boolean> | null = null;
	#isOpen = false;
	#aheadMs = 0;
	#brokenUntilMs = -Infinity;
	#ended: Gone | null = null;

	constructor(codes: RoomCodes, parts: ServedRoomParts) {
		this.codes = codes;
		this.#parts = parts;
		const { clock, awayAfterMs, hosts } = parts;
		this.#answers = new Answered(clock);
		this.#pages = new RoomPages({
			...{ clock, awayAfterMs },
			presence: (person, isHere) => {
				if (this.#isOpen) hosts.presence(codes.id, person, isHere);
			},
			// A room that is being opened again is asked when it is there.
			drawMap: (map) => {
				if (this.#isOpen) hosts.ask('drawMap', codes.id, { map }).catch(() => {});
			}
		});
	}

	/** Takes over a room that has just been opened for the first time. */
	isNew(): void {
		this.#opened = Promise.resolve(true);
		this.#isOpen = true;
	}

	/** Opens it where that has not been done yet. False: what is kept of it cannot be opened now. */
	open(): Promise<boolean> {
		return (this.#opened ??= this.#reopen());
	}

	/** What ran it has died, or is another process now: it is opened again. */
	hostDied(): void {
		if (!this.#isOpen) return;
		this.#isOpen = false;
		this.#opened = this.#reopen();
	}

	/** Nobody looks at it here: it is shown no more until somebody asks for it. */
	rest(): void {
		this.#isOpen = false;
		this.#opened = null;
		this.#feeds = new RoomFeeds();
	}

	/** Nobody runs it: it is opened here, where that is not under way. */
	vacant(): void {
		if (this.#isOpen) this.hostDied();
		else if (this.#parts.clock.nowMs() >= this.#brokenUntilMs) void this.open();
	}

	/** @throws ThreadGone, ThreadBroke */
	async join(person: Joining): Promise<JoinAnswer> {
		const answer = await this.#parts.hosts.ask('join', this.codes.id, person);
		if (answer.kind === 'joined') this.#pages.place(person.id, answer.feeds);
		return answer;
	}

	/** @throws ThreadGone, ThreadBroke */
	request(person: string, request: PersonRequest): Promise<RequestAnswer> {
		return this.#answers.once(`${person}.${request.id}`, () =>
			this.#parts.hosts.ask('request', this.codes.id, { person, request })
		);
	}

	/** @throws ThreadGone, ThreadBroke */
	async person(id: string): Promise<Person | undefined> {
		const people = await this.#parts.hosts.ask('people', this.codes.id, {});
		return people.find((person) => person.id === id);
	}

	/** The person in the host's chair. @throws ThreadGone, ThreadBroke */
	host(): Promise<string | null> {
		return this.#parts.hosts.ask('host', this.codes.id, {});
	}

	/** @throws ThreadGone, ThreadBroke */
	door(): Promise<Door> {
		return this.#parts.hosts.ask('door', this.codes.id, {});
	}

	/** Null: that person may not look back, or not yet. @throws ThreadGone, ThreadBroke */
	replay(person: string): Promise<RoomReplay | null> {
		return this.#parts.hosts.ask('replay', this.codes.id, { person });
	}

	/** What a page of a person has not been shown yet; null: there is no such person, or it may not look there. */
	since(person: string, cursor: string | null, look = OWN_PAGE): Missed | null {
		const feeds = feedsShown(this.#pages.feeds(person), look);
		if (feeds === null) return null;
		const missed = this.#feeds.since(feeds, cursor);
		return look.looksAt === null ? missed : { ...missed, parts: withoutMembersOnly(missed.parts) };
	}

	/** The feeds that a person follows; none: there is no such person. */
	feeds(person: string): readonly FeedKey[] {
		return this.#pages.feeds(person) ?? [];
	}

	/** Where the feeds of a page stand. */
	cursor(person: string, look = OWN_PAGE): string {
		return this.#feeds.cursor(feedsShown(this.#pages.feeds(person), look) ?? []);
	}

	/**
	 * Tells a page of a person from now on what changes for them; they are here for as long as one is told.
	 * @returns ends it; null: there is no such person, or it may not look there
	 */
	follow(person: string, page: Follower): (() => void) | null {
		return this.#pages.follow(person, page);
	}

	/** By the clock that deadlines of the room are told by. */
	get nowMs(): number {
		return this.#parts.clock.nowMs() + this.#aheadMs;
	}

	/** How many people have a seat in it. */
	get seats(): number {
		return this.#pages.people.length;
	}

	/** People who are here and whom no push reaches. */
	get polling(): number {
		return this.#pages.polling;
	}

	/** What its thread tells of it. */
	hear(news: Exclude<News, { type: 'failed' }>): void {
		if (news.type === 'moved') return this.#move(news.person, news.feeds);
		const change = this.#feeds.update(news.feed, news.told);
		// While it is being opened again all of it is new: pages are told when it is there.
		if (change === null || !this.#isOpen) return;
		this.#pages.changed(news.feed, change);
	}

	/** The seat is on another device now: pages that came by any other token are told so. @param hash of that token, in hex */
	seatMoved(person: string, hash: string): void {
		this.#pages.seatMoved(person, hash);
	}

	/** Why nothing comes for anybody any more; null: it goes on. */
	get ended(): Gone | null {
		return this.#ended;
	}

	/** Nothing more comes for anybody. */
	end(why: Gone): void {
		this.#ended = why;
		for (const person of this.#pages.people) this.#pages.drop(person, why);
	}

	async #reopen(): Promise<boolean> {
		const { hosts, seatRemoved } = this.#parts;
		for (let inVain = 0; inVain < OPENED_IN_VAIN_MOST; inVain++) {
			this.#feeds = new RoomFeeds();
			try {
				const answer = await hosts.restore(this.codes.id);
				if (answer.kind !== 'opened') throw new Error(answer.kind);
				this.#aheadMs = answer.aheadMs ?? 0;
				const here = new Set(answer.people.map(({ id }) => id));
				for (const person of this.#pages.people) {
					if (here.has(person)) continue;
					seatRemoved(person);
					this.#pages.drop(person, 'seatGone');
				}
				for (const person of answer.people) this.#pages.place(person.id, feedsOf(person));
				this.#isOpen = true;
				this.#pages.welcomeBack();
				return true;
			} catch (error) {
				if (!(error instanceof ThreadGone)) return this.#broke(error);
			}
		}
		return this.#broke(new ThreadGone('opening a room ends its thread'));
	}

	#broke(error: unknown): false {
		this.#parts.broke(error);
		// What has failed here may be opened by another process, or once the store is there again.
		this.#opened = null;
		this.#brokenUntilMs = this.#parts.clock.nowMs() + BROKEN_MS;
		if (this.#pages.isFollowed) this.#parts.clock.later(() => void this.open(), AGAIN_AFTER_MS);
		return false;
	}

	#move(person: string, feeds: readonly FeedKey[] | null): void {
		if (feeds === null) {
			this.#parts.seatRemoved(person);
			return this.#pages.drop(person, 'seatGone');
		}
		this.#pages.place(person, feeds);
		this.#pages.anew(person);
	}
}
