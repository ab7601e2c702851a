import {
	feedsOf,
	feedsShown,
	isMapFeed,
	OWN_PAGE,
	withoutMembersOnly,
	type FeedKey,
	type MapFeedKey,
	type PageLook
} from '../../room/feed/audience-key.ts';
import type { JoinAnswer, Joining } from '../../room/live/live-room-contract.ts';
import type { RoomReplay } from '../../room/live/hot-wash/looking-back.ts';
import { MAP_DRAWN_MS } from '../../room/map/map-parts.ts';
import type { Person } from '../../room/people/person.ts';
import type { PersonRequest } from '../../room/protocol/requests.ts';
import type { RequestAnswer } from '../../room/protocol/refusals.ts';
import type { RoomCodes } from '../seats/seat-store.ts';
import { hashOf } from '../seats/tokens.ts';
import { RoomFeeds, type FeedChange, type Missed } from './room-feeds.ts';
import type { Machine } from './machine.ts';
import type { RoomHosts } from './room-hosts.ts';
import { ThreadGone, type News } from './room-threads.ts';
import type { Door } from './thread-messages.ts';

/** Why nothing more is to come for somebody. */
export type Gone = 'seatGone' | 'seatMoved' | 'roomGone' | 'restarting';

/** A page of a person, as long as it is connected. */
export interface Follower {
	/** Asks again and again: no push reaches it. */
	readonly isPoll?: true;
	changed(change: FeedChange): void;
	/** What it has been shown means nothing any more: everything is to be sent again. */
	anew(): void;
	gone(why: Gone): void;
	/** By which it came: a seat can be open on several devices. */
	readonly token: string;
	/** Missing: the page shows what is the person's own, and no map. */
	readonly look?: PageLook;
}

interface Followed {
	feeds: readonly FeedKey[];
	readonly pages: Set<Follower>;
	/** Calls off what runs while nobody of them is connected and the room has not been told so yet. */
	stay: (() => void) | null;
}

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
	readonly #people = new Map<string, Followed>();
	readonly #followers = new Map<FeedKey, Set<Follower>>();
	/** By map that pages show: calls off that it is asked for again. */
	readonly #drawn = new Map<MapFeedKey, () => void>();
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
		if (answer.kind === 'joined') this.#place(person.id, answer.feeds);
		return answer;
	}

	/** @throws ThreadGone, ThreadBroke */
	request(person: string, request: PersonRequest): Promise<RequestAnswer> {
		return this.#parts.hosts.ask('request', this.codes.id, { person, request });
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
		const feeds = feedsShown(this.#people.get(person)?.feeds, look);
		if (feeds === null) return null;
		const missed = this.#feeds.since(feeds, cursor);
		return look.looksAt === null ? missed : { ...missed, parts: withoutMembersOnly(missed.parts) };
	}

	/** The feeds that a person follows; none: there is no such person. */
	feeds(person: string): readonly FeedKey[] {
		return this.#people.get(person)?.feeds ?? [];
	}

	/** Where the feeds of a page stand. */
	cursor(person: string, look = OWN_PAGE): string {
		return this.#feeds.cursor(feedsShown(this.#people.get(person)?.feeds, look) ?? []);
	}

	/**
	 * Tells a page of a person from now on what changes for them; they are here for as long as one is told.
	 * @returns ends it; null: there is no such person, or it may not look there
	 */
	follow(person: string, page: Follower): (() => void) | null {
		const followed = this.#people.get(person);
		const feeds = feedsShown(followed?.feeds, page.look ?? OWN_PAGE);
		if (followed === undefined || feeds === null) return null;
		if (followed.stay !== null) followed.stay();
		else if (followed.pages.size === 0) this.#presence(person, true);
		followed.stay = null;
		followed.pages.add(page);
		this.#listen(feeds, page, true);
		return () => this.#unfollow(person, followed, page);
	}

	/** By the clock that deadlines of the room are told by. */
	get nowMs(): number {
		return this.#parts.clock.nowMs() + this.#aheadMs;
	}

	/** How many people have a seat in it. */
	get seats(): number {
		return this.#people.size;
	}

	/** People who are here and whom no push reaches. */
	get polling(): number {
		return [...this.#people.values()].filter(({ pages }) => [...pages].some(({ isPoll }) => isPoll)).length;
	}

	/** What its thread tells of it. */
	hear(news: Exclude<News, { type: 'failed' }>): void {
		if (news.type === 'moved') return this.#move(news.person, news.feeds);
		const change = this.#feeds.update(news.feed, news.told);
		// While it is being opened again all of it is new: pages are told when it is there.
		if (change === null || !this.#isOpen) return;
		for (const page of [...(this.#followers.get(news.feed) ?? [])]) {
			const shown = (page.look ?? OWN_PAGE).looksAt === null ? change : change.fromOutside;
			if (shown !== null) page.changed(shown);
		}
	}

	/** The seat is on another device now: pages that came by any other token are told so. @param hash of that token, in hex */
	seatMoved(person: string, hash: string): void {
		for (const page of [...(this.#people.get(person)?.pages ?? [])])
			if (hashOf(page.token).toString('hex') !== hash) page.gone('seatMoved');
	}

	/** Why nothing comes for anybody any more; null: it goes on. */
	get ended(): Gone | null {
		return this.#ended;
	}

	/** Nothing more comes for anybody. */
	end(why: Gone): void {
		this.#ended = why;
		for (const person of [...this.#people.keys()]) this.#drop(person, why);
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
				for (const person of [...this.#people.keys()]) {
					if (here.has(person)) continue;
					seatRemoved(person);
					this.#drop(person, 'seatGone');
				}
				for (const person of answer.people) this.#place(person.id, feedsOf(person));
				this.#isOpen = true;
				this.#welcomeBack();
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
		const isWaitedFor = [...this.#people.values()].some(({ pages }) => pages.size > 0);
		if (isWaitedFor) this.#parts.clock.later(() => void this.open(), AGAIN_AFTER_MS);
		return false;
	}

	/** Pages that stayed connected while the room was away. It knows of nobody yet that they are here. */
	#welcomeBack(): void {
		for (const [person, followed] of this.#people) {
			if (followed.pages.size > 0) this.#presence(person, true);
			followed.stay?.();
			followed.stay = null;
			for (const page of [...followed.pages]) page.anew();
		}
		for (const map of [...this.#drawn.keys()]) this.#drawMap(map);
	}

	#move(person: string, feeds: readonly FeedKey[] | null): void {
		if (feeds === null) {
			this.#parts.seatRemoved(person);
			return this.#drop(person, 'seatGone');
		}
		this.#place(person, feeds);
		for (const page of [...(this.#people.get(person)?.pages ?? [])]) page.anew();
	}

	#place(person: string, feeds: readonly FeedKey[]): void {
		const before = this.#people.get(person);
		if (before === undefined) return void this.#people.set(person, { feeds, pages: new Set(), stay: null });
		for (const page of before.pages) this.#listen(shownOn(before, page), page, false);
		before.feeds = feeds;
		for (const page of before.pages) this.#listen(shownOn(before, page), page, true);
	}

	#unfollow(person: string, followed: Followed, page: Follower): void {
		if (!followed.pages.delete(page)) return;
		this.#listen(shownOn(followed, page), page, false);
		if (followed.pages.size > 0) return;
		followed.stay = this.#parts.clock.later(() => {
			followed.stay = null;
			this.#presence(person, false);
		}, this.#parts.awayAfterMs);
	}

	#drop(person: string, why: Gone): void {
		const followed = this.#people.get(person);
		if (followed === undefined) return;
		this.#people.delete(person);
		const pages = [...followed.pages];
		followed.pages.clear();
		followed.stay?.();
		for (const page of pages) {
			this.#listen(shownOn(followed, page), page, false);
			page.gone(why);
		}
	}

	#presence(person: string, isHere: boolean): void {
		if (this.#isOpen) this.#parts.hosts.presence(this.codes.id, person, isHere);
	}

	#listen(feeds: readonly FeedKey[], page: Follower, isOn: boolean): void {
		for (const feed of feeds) {
			const pages = this.#followers.get(feed) ?? new Set();
			if (isOn) pages.add(page);
			else pages.delete(page);
			if (pages.size > 0) this.#followers.set(feed, pages);
			else this.#followers.delete(feed);
			if (isMapFeed(feed) && this.#drawn.has(feed) !== pages.size > 0)
				if (isOn) this.#drawMap(feed);
				else this.#restMap(feed);
		}
	}

	/** Has a map drawn for as long as pages show it. */
	#drawMap(map: MapFeedKey): void {
		this.#restMap(map);
		this.#drawn.set(
			map,
			this.#parts.clock.later(() => this.#drawMap(map), MAP_DRAWN_MS / 2)
		);
		// A room that is being opened again is asked when it is there.
		if (this.#isOpen) this.#parts.hosts.ask('drawMap', this.codes.id, { map }).catch(() => {});
	}

	#restMap(map: MapFeedKey): void {
		this.#drawn.get(map)?.();
		this.#drawn.delete(map);
	}
}

const shownOn = ({ feeds }: Followed, { look }: Follower) => feedsShown(feeds, look ?? OWN_PAGE) ?? [];
