import { LOG_VERSION, saveLog } from '../../exercise/log/log-file.ts';
import { withoutTexts } from '../../room/live/kept/erase-texts.ts';
import type { LogStore } from '../../room/store/log-store.ts';
import { logFileOf } from '../runs/shown-run.ts';
import type { RunStore, RunSummary } from '../runs/run-summary.ts';
import type { ReplayedLog } from './messages.ts';

/** A fork on this device, in a list. */
export interface KeptFork {
	readonly id: string;
	readonly name: string;
	/** Date of the device, ms since 1970. */
	readonly madeAtMs: number;
}

export interface ForkFile {
	readonly fileName: string;
	readonly text: string;
}

/** The forks of one run or room that are kept on this device. Each of them rejects with StoreFault, or where its parent has gone. */
export interface KeptForks {
	/** Those made last first. */
	list(): Promise<readonly KeptFork[]>;
	/** Its log as a file; null: it has gone. */
	read(id: string): Promise<ForkFile | null>;
	keep(log: ReplayedLog, id: string, madeAtMs: number): Promise<void>;
	forget(id: string): Promise<void>;
}

/** Forks of a run stand beside it among the runs of this device. */
export function forksOfRun(store: RunStore, parentId: string): KeptForks {
	return {
		async list() {
			const heads = await store.list();
			const own = heads.filter(({ summary }) => summary.forkedFrom?.runId === parentId);
			return latestFirst(
				own.flatMap(({ id, summary: { name, startedAtMs } }) =>
					name === undefined ? [] : [{ id, name, madeAtMs: startedAtMs }]
				)
			);
		},
		async read(id) {
			const run = await store.read(id);
			return run === null ? null : logFileOf(run, []);
		},
		async keep({ name, fork, series }, id, madeAtMs) {
			const parent = await store.read(parentId);
			if (parent === null || fork === null) throw new Error('the run that was forked is not here any more');
			const summary: RunSummary = {
				...parent.head.summary,
				name,
				startedAtMs: madeAtMs,
				changedAtMs: madeAtMs,
				progress: fork.progress,
				minute: series[0]!.endMin,
				forkedFrom: { runId: parentId, round: fork.round },
				result: null
			};
			await store.create({ head: { ...parent.head, id, writer: id, summary }, events: fork.saved.events });
		},
		forget: (id) => store.forget(id)
	};
}

/** What is kept of a room's fork beside its log. */
export interface RoomForkSummary {
	readonly code: string;
	readonly name: string;
	readonly madeAtMs: number;
	readonly fileName: string;
}

/** Where forks of rooms are kept: they are no runs of whoever uses this device. */
export const ROOM_FORKS = 'patchfall-room-forks';

/** Forks of a room, without what people wrote in it: that may be erased there. */
export function forksOfRoom(store: LogStore<RoomForkSummary>, code: string): KeptForks {
	return {
		async list() {
			const heads = await store.list();
			return latestFirst(
				heads.flatMap(({ id, summary }) =>
					summary.code === code ? [{ id, name: summary.name, madeAtMs: summary.madeAtMs }] : []
				)
			);
		},
		async read(id) {
			const found = await store.read(id);
			if (found === null) return null;
			const { head, events } = found;
			return { fileName: head.summary.fileName, text: saveLog({ events: [...events], results: [] }) };
		},
		async keep({ name, fork }, id, madeAtMs) {
			if (fork === null) throw new Error('a log that was opened is no fork');
			const summary = { code, name, madeAtMs, fileName: fork.fileName };
			const head = { id, writer: id, format: LOG_VERSION, summary };
			await store.create({ head, events: fork.saved.events.map(withoutTexts) });
		},
		forget: (id) => store.forget(id)
	};
}

function latestFirst(forks: readonly KeptFork[]): KeptFork[] {
	return [...forks].sort((a, b) => b.madeAtMs - a.madeAtMs || (a.id < b.id ? -1 : 1));
}
