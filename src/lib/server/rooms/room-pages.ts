import {
	feedsShown,
	isMapFeed,
	OWN_PAGE,
	type FeedKey,
	type MapFeedKey,
	type PageLook
} from '../../room/feed/audience-key.ts';
import { MAP_DRAWN_MS } from '../../room/map/map-parts.ts';
import { hashOf } from '../seats/tokens.ts';
import type { Machine } from './machine.ts';
import type { FeedChange } from './room-feeds.ts';

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

export interface RoomPagesParts {
	readonly clock: Machine['clock'];
	/** A page that reloads, or asks again and again, is not away in between. */
	readonly awayAfterMs: number;
	/** Tells the room that somebody is here, or is not any more. */
	readonly presence: (person: string, isHere: boolean) => void;
	/** Has the room draw a map for a while. */
	readonly drawMap: (map: MapFeedKey) => void;
}

/** Who has a seat in a room, and the pages on which they follow it. */
export class RoomPages {
	readonly #parts: RoomPagesParts;
	readonly #people = new Map<string, Followed>();
	readonly #followers = new Map<FeedKey, Set<Follower>>();
	/** By map that pages show: calls off that it is asked for again. */
	readonly #drawn = new Map<MapFeedKey, () => void>();

	constructor(parts: RoomPagesParts) {
		this.#parts = parts;
	}

	/** Ids of all who have a seat. */
	get people(): readonly string[] {
		return [...this.#people.keys()];
	}

	/** People who are here and whom no push reaches. */
	get polling(): number {
		return [...this.#people.values()].filter(({ pages }) => [...pages].some(({ isPoll }) => isPoll)).length;
	}

	/** Whether somebody is here. */
	get isFollowed(): boolean {
		return [...this.#people.values()].some(({ pages }) => pages.size > 0);
	}

	/** The feeds that a person follows; undefined: there is no such person. */
	feeds(person: string): readonly FeedKey[] | undefined {
		return this.#people.get(person)?.feeds;
	}

	/** Gives somebody a seat, or other feeds than before. */
	place(person: string, feeds: readonly FeedKey[]): void {
		const before = this.#people.get(person);
		if (before === undefined) return void this.#people.set(person, { feeds, pages: new Set(), stay: null });
		for (const page of before.pages) this.#listen(shownOn(before, page), page, false);
		before.feeds = feeds;
		for (const page of before.pages) this.#listen(shownOn(before, page), page, true);
	}

	/** Takes somebody's seat: nothing more comes for them. */
	drop(person: string, why: Gone): void {
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

	/**
	 * Tells a page of a person from now on what changes for them; they are here for as long as one is told.
	 * @returns ends it; null: there is no such person, or it may not look there
	 */
	follow(person: string, page: Follower): (() => void) | null {
		const followed = this.#people.get(person);
		const feeds = feedsShown(followed?.feeds, page.look ?? OWN_PAGE);
		if (followed === undefined || feeds === null) return null;
		if (followed.stay !== null) followed.stay();
		else if (followed.pages.size === 0) this.#parts.presence(person, true);
		followed.stay = null;
		followed.pages.add(page);
		this.#listen(feeds, page, true);
		return () => this.#unfollow(person, followed, page);
	}

	/** Tells pages that show a feed what has changed in it. */
	changed(feed: FeedKey, change: FeedChange): void {
		for (const page of [...(this.#followers.get(feed) ?? [])]) {
			const shown = (page.look ?? OWN_PAGE).looksAt === null ? change : change.fromOutside;
			if (shown !== null) page.changed(shown);
		}
	}

	/** Nothing that a person's pages have been shown means anything any more. */
	anew(person: string): void {
		for (const page of [...(this.#people.get(person)?.pages ?? [])]) page.anew();
	}

	/** The room is there again. It knows of nobody yet that they are here, and of no map that it is shown. */
	welcomeBack(): void {
		for (const [person, followed] of this.#people) {
			if (followed.pages.size > 0) this.#parts.presence(person, true);
			followed.stay?.();
			followed.stay = null;
			this.anew(person);
		}
		for (const map of [...this.#drawn.keys()]) this.#drawMap(map);
	}

	/** The seat is on another device now: pages that came by any other token are told so. @param hash of that token, in hex */
	seatMoved(person: string, hash: string): void {
		for (const page of [...(this.#people.get(person)?.pages ?? [])])
			if (hashOf(page.token).toString('hex') !== hash) page.gone('seatMoved');
	}

	#unfollow(person: string, followed: Followed, page: Follower): void {
		if (!followed.pages.delete(page)) return;
		this.#listen(shownOn(followed, page), page, false);
		if (followed.pages.size > 0) return;
		followed.stay = this.#parts.clock.later(() => {
			followed.stay = null;
			this.#parts.presence(person, false);
		}, this.#parts.awayAfterMs);
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
		this.#parts.drawMap(map);
	}

	#restMap(map: MapFeedKey): void {
		this.#drawn.get(map)?.();
		this.#drawn.delete(map);
	}
}

const shownOn = ({ feeds }: Followed, { look }: Follower) => feedsShown(feeds, look ?? OWN_PAGE) ?? [];
