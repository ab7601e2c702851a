import type { Clock } from '../../room/clock.ts';
import type { HotWash } from '../../debrief/hot-wash/hot-wash.ts';
import type { LogStore } from '../../room/store/log-store.ts';
import { UPCASTS, type KeptMessage } from './results-upcasts.ts';

/** Raised when what a hot wash is told with changes its shape, which a test notices; `UPCASTS` then says how from before. */
export const RESULTS_VERSION = 3;
const [TABLE, KEY] = ['results', 'hot-wash'];
/** A hot wash is told again with each part that is computed; it is written when it has been quiet for so long. */
const QUIET_MS = 1000;
/** The messages that a page needs to show a hot wash; the latest of each. */
const NEEDED: readonly string[] = ['opened', 'room', 'hotWash'];
/** What it shows besides, where there is any: the run that this one was forked from. */
const OPTIONAL: readonly string[] = ['parent'];

type RowStore = Pick<LogStore<unknown>, 'putRow' | 'rows'>;
type Message = {
	readonly type: string;
	readonly hotWash?: { readonly finding: Pick<HotWash['finding'], 'verdict' | 'yours'> };
};

/**
 * Keeps the hot wash of a run beside its log, as it was computed. A later version of the page may compute something
 * else from the same log, or nothing: what the person was shown stays.
 */
export class ResultsKeeper {
	readonly #runId: string;
	readonly #store: RowStore;
	readonly #clock: Pick<Clock, 'later'>;
	readonly #latest = new Map<string, Message>();
	#told = 0;

	constructor(runId: string, store: RowStore, clock: Pick<Clock, 'later'>) {
		this.#runId = runId;
		this.#store = store;
		this.#clock = clock;
	}

	/** Is told everything that the page is told of the run. */
	hear(message: Message): void {
		if (!NEEDED.includes(message.type) && !OPTIONAL.includes(message.type)) return;
		const saysMore = saidBy(message) > saidBy(this.#latest.get('hotWash'));
		this.#latest.set(message.type, message);
		if (!this.#latest.has('hotWash')) return;
		const told = ++this.#told;
		// A page that is left as soon as its heading says how the run went, or what of it was one's own, has kept that.
		if (saysMore) void this.#write();
		else
			this.#clock.later(() => {
				if (told === this.#told) void this.#write();
			}, QUIET_MS);
	}

	async #write(): Promise<void> {
		const value = { version: RESULTS_VERSION, messages: [...this.#latest.values()] };
		// Autosave says what is wrong with the store. Without this row the hot wash is computed again, as it always was.
		await this.#store.putRow(this.#runId, TABLE, KEY, value).catch(() => {});
	}
}

/** What the page was told of a run's hot wash when it was computed; null where none was kept that can be shown. */
export async function keptResults(store: RowStore, runId: string): Promise<readonly Message[] | null> {
	const rows = await store.rows(runId, TABLE);
	const value = rows.find(({ key }) => key === KEY)?.value;
	if (typeof value !== 'object' || value === null || !('version' in value) || !('messages' in value))
		return null;
	if (!Array.isArray(value.messages) || typeof value.version !== 'number') return null;
	try {
		const messages = upcast(value.version, value.messages as Message[]);
		const isWhole = NEEDED.every((type) => messages?.some((message) => message.type === type));
		return isWhole ? messages : null;
	} catch {
		// It has been damaged: what cannot be brought to this version is computed again.
		return null;
	}
}

/** How much of its finding the hot wash says so far. */
function saidBy(message: Message | undefined): number {
	const finding = message?.hotWash?.finding;
	return [finding?.verdict, finding?.yours].filter((one) => (one ?? null) !== null).length;
}

function upcast(version: number, messages: readonly Message[]): readonly Message[] | null {
	if (version === RESULTS_VERSION) return messages;
	const toNext = UPCASTS[version];
	return toNext
		? upcast(
				version + 1,
				messages.map((one) => toNext(one as KeptMessage))
			)
		: null;
}
