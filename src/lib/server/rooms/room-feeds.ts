import { randomBytes } from 'node:crypto';
import { isMapFeed, withoutMembersOnly, type FeedKey } from '../../room/feed/audience-key.ts';
import { Feed, type Changes } from '../../room/feed/feed.ts';
import type { Told } from '../../room/feed/told-feed.ts';

/** What somebody has not been shown yet. */
export interface Missed {
	/** Says, when it is given back, that this has been shown. */
	readonly cursor: string;
	/** Whether it is everything, whatever was shown before. */
	readonly all: boolean;
	readonly parts: Changes;
}

/** One change of one feed, made into text once for everybody who follows it. */
export class FeedChange {
	readonly #told: Told;
	readonly #body: string;
	readonly #messages = new Map<string, Buffer>();
	/** Undefined: nobody has looked from outside yet. */
	#fromOutside: FeedChange | null | undefined;

	constructor(told: Told) {
		this.#told = told;
		const { changes, patches, forLate } = told;
		const whole = Object.entries(changes).filter(([part]) => !(part in patches) && !forLate.includes(part));
		const patched = Object.entries(patches).filter(([part]) => part in changes);
		this.#body = `"parts":${objectOf(whole)},"patches":${objectOf(patched)}`;
	}

	/** The same for somebody who looks at a team's page and is not of the team; null: there is nothing in it for them. */
	get fromOutside(): FeedChange | null {
		if (this.#fromOutside === undefined) {
			const { changes, patches } = this.#told;
			const told = {
				...this.#told,
				...{ changes: withoutMembersOnly(changes), patches: withoutMembersOnly(patches) }
			};
			this.#fromOutside = Object.keys(told.changes).length === 0 ? null : new FeedChange(told);
		}
		return this.#fromOutside;
	}

	/** The message as it travels. People whose own feeds stand alike share one. */
	message(cursor: string): Buffer {
		const known = this.#messages.get(cursor);
		if (known !== undefined) return known;
		const made = Buffer.from(messageOf(cursor, false, this.#body));
		this.#messages.set(cursor, made);
		return made;
	}
}

/** The feeds of a room since it was opened in this process. */
export class RoomFeeds {
	/** Tells cursors of these feeds from those of another time, whose revisions mean nothing here. */
	readonly #epoch = randomBytes(6).toString('base64url');
	readonly #feeds = new Map<FeedKey, Feed>();

	/** Takes over what has changed; null: nothing has. */
	update(key: FeedKey, told: Told): FeedChange | null {
		const feed = this.#feeds.get(key) ?? new Feed();
		this.#feeds.set(key, feed);
		const changes = feed.update(told.changes);
		return changes === null ? null : new FeedChange({ ...told, changes });
	}

	/** What of these feeds has changed since a cursor; everything, where the cursor is none of theirs. */
	since(keys: readonly FeedKey[], cursor: string | null): Missed {
		const known = this.#revisions(keys, cursor);
		const parts = keys.map((key, index) => this.#feeds.get(key)?.since(known?.[index] ?? 0) ?? {});
		return { cursor: this.cursor(keys), all: known === null, parts: Object.assign({}, ...parts) as Changes };
	}

	/** Where these feeds stand now. */
	cursor(keys: readonly FeedKey[]): string {
		const revisions = keys.map((key) => `${isMapFeed(key) ? OF_MAP : ''}${this.#revision(key)}`);
		return [this.#epoch, audience(keys), ...revisions].join('~');
	}

	#revisions(keys: readonly FeedKey[], cursor: string | null): readonly number[] | null {
		const [epoch, of, ...texts] = (cursor ?? '').split('~');
		const lasting = texts.filter((text) => !text.startsWith(OF_MAP));
		const ofMap = texts.find((text) => text.startsWith(OF_MAP)) ?? `${OF_MAP}0`;
		if (epoch !== this.#epoch || of !== audience(keys)) return null;
		if (lasting.length !== keys.filter((key) => !isMapFeed(key)).length) return null;
		const numbers = keys.map((key, index) => {
			const text = isMapFeed(key) ? ofMap.slice(OF_MAP.length) : lasting[index]!;
			return /^\d{1,12}$/.test(text) ? Number(text) : Infinity;
		});
		return numbers.every((number, index) => number <= this.#revision(keys[index]!)) ? numbers : null;
	}

	#revision(key: FeedKey): number {
		return this.#feeds.get(key)?.revision ?? 0;
	}
}

/** The message to somebody who has not been shown all of it: each part whole. */
export function missedMessage({ cursor, all, parts }: Missed): string {
	return messageOf(cursor, all, `"parts":${objectOf(Object.entries(parts))}`);
}

function messageOf(cursor: string, all: boolean, body: string): string {
	return `{"type":"changes","cursor":${JSON.stringify(cursor)},"all":${all},${body}}`;
}

/** Parts are JSON already. */
function objectOf(texts: readonly (readonly [part: string, text: string | null])[]): string {
	return `{${texts.map(([part, text]) => `${JSON.stringify(part)}:${text}`).join(',')}}`;
}

/** Before the revision of a map: that of a page that shows none is missing, and all of the map is told once it does. */
const OF_MAP = 'm';

/** Of the feeds that a person follows only this one ever becomes another. */
const audience = ([first]: readonly FeedKey[]) => first;
