import { randomUUID } from 'node:crypto';
import type { FeedKey } from '../../room/feed/audience-key.ts';
import { Feed } from '../../room/feed/feed.ts';
import type { Person } from '../../room/people/person.ts';
import type { News } from '../rooms/room-threads.ts';
import type { Machine } from '../rooms/machine.ts';
import type { ProcessMessage, Snapshot } from './process-messages.ts';

interface HeldParts {
	readonly id: string;
	readonly fence: number;
	/** This process. */
	readonly self: string;
	readonly machine: Machine;
	readonly send: (to: string, message: ProcessMessage) => void;
	/** Whether a page of somebody is connected to any process. */
	readonly presence: (person: string, isHere: boolean) => void;
}

/** A room that this process runs: what its audiences are shown is told to every process that has readers of it. */
export class HeldRoom {
	readonly fence: number;
	/** Resolves once it can be asked; false: it could not be opened. */
	opened: Promise<boolean> = Promise.resolve(true);
	readonly #parts: HeldParts;
	readonly #feeds = new Map<FeedKey, Feed>();
	/** By process, how much it has been told since its snapshot. */
	readonly #followers = new Map<string, { readonly epoch: string; next: number }>();
	/** By person, the processes to which a page of theirs is connected. */
	readonly #here = new Map<string, Set<string>>();

	constructor(parts: HeldParts) {
		this.fence = parts.fence;
		this.#parts = parts;
	}

	hear(news: Exclude<News, { type: 'failed' }>): void {
		const { id, send } = this.#parts;
		if (news.type === 'publish') {
			const feed = this.#feeds.get(news.feed) ?? new Feed();
			this.#feeds.set(news.feed, feed);
			feed.update(news.told.changes);
		} else if (news.feeds === null) this.#feeds.delete(`person:${news.person}`);
		for (const [to, follower] of this.#followers)
			send(to, { type: 'news', room: id, epoch: follower.epoch, n: follower.next++, news });
	}

	/** Tells a process from now on. @param people as they are at this moment */
	follow(process: string, people: readonly Person[]): Snapshot {
		this.#leave(process);
		const epoch = randomUUID();
		this.#followers.set(process, { epoch, next: 0 });
		const feeds = [...this.#feeds].map(([key, feed]) => [key, feed.since(0)] as const);
		return { people, feeds, fence: this.fence, epoch, nowMs: this.#parts.machine.clock.nowMs() };
	}

	unfollow(process: string): void {
		this.#followers.delete(process);
		this.#leave(process);
	}

	/** Only these processes live. */
	keepOnly(alive: ReadonlySet<string>): void {
		const all = [...this.#followers.keys(), ...[...this.#here.values()].flatMap((one) => [...one])];
		for (const process of new Set(all)) if (!alive.has(process)) this.unfollow(process);
	}

	presence(process: string, person: string, isHere: boolean): void {
		const processes = this.#here.get(person) ?? new Set<string>();
		const wasHere = processes.size > 0;
		if (isHere) processes.add(process);
		else processes.delete(process);
		if (processes.size > 0) this.#here.set(person, processes);
		else this.#here.delete(person);
		if (wasHere !== processes.size > 0) this.#parts.presence(person, isHere);
	}

	#leave(process: string): void {
		for (const person of [...this.#here.keys()])
			if (this.#here.get(person)!.has(process)) this.presence(process, person, false);
	}
}
