import { randomId } from '../../client/network/random-id.ts';
import {
	forksOfRoom,
	forksOfRun,
	ROOM_FORKS,
	type KeptFork,
	type KeptForks,
	type RoomForkSummary
} from '../../client/replay/kept-forks.ts';
import type { ReplayedLog } from '../../client/replay/messages.ts';
import type { RunSummary } from '../../client/runs/run-summary.ts';
import { steadyIdbStore } from '../../client/store/connections.ts';
import type { ReplaySource } from './replay-source.ts';

type Kept = 'keeping' | 'kept' | 'notKept';

/** Forks of what a page replays: those on this device, and what came of keeping those made here. */
export class Forks {
	listed = $state.raw<readonly KeptFork[]>([]);
	/** By the number of a fork's log. */
	kept = $state.raw<Readonly<Record<number, Kept>>>({});
	readonly #source: Exclude<ReplaySource, { kind: 'file' }>;

	constructor(source: Exclude<ReplaySource, { kind: 'file' }>) {
		this.#source = source;
	}

	/** Reads which there are. Never rejects: where nothing is kept there are none. */
	async list(): Promise<void> {
		this.listed = await this.#ask((forks) => forks.list()).catch(() => []);
	}

	/** Keeps a fork as soon as it is there, once. Never rejects. */
	async keep(log: ReplayedLog): Promise<void> {
		if (log.fork === null || this.kept[log.log] !== undefined) return;
		this.#keeps(log, 'keeping');
		try {
			await this.#ask((forks) => forks.keep(log, randomId(), Date.now()));
			this.#keeps(log, 'kept');
		} catch {
			this.#keeps(log, 'notKept');
		}
		await this.list();
	}

	/** Its log as a file; null: it cannot be read. */
	read(id: string) {
		return this.#ask((forks) => forks.read(id)).catch(() => null);
	}

	async forget(id: string): Promise<void> {
		await this.#ask((forks) => forks.forget(id)).catch(() => {});
		await this.list();
	}

	#keeps({ log }: ReplayedLog, what: Kept): void {
		this.kept = { ...this.kept, [log]: what };
	}

	/** A connection for each question: one that is left open lives as long as the page. */
	async #ask<Answer>(question: (forks: KeptForks) => Promise<Answer>): Promise<Answer> {
		const source = this.#source;
		if (source.kind === 'run') {
			const store = steadyIdbStore<RunSummary>();
			return question(forksOfRun(store, source.runId)).finally(() => store.close());
		}
		const store = steadyIdbStore<RoomForkSummary>(ROOM_FORKS);
		return question(forksOfRoom(store, source.seat.code)).finally(() => store.close());
	}
}
