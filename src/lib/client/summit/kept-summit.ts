import * as v from 'valibot';
import type { Summit } from '../../scenario/summit.ts';
import type { Edit } from '../../summit/accord/edits.ts';
import { draftField } from '../../summit/commands/fields.ts';
import { evolve } from '../../summit/log/evolve.ts';
import type { LoggedEvent } from '../../summit/log/events.ts';
import { summitEventFault } from '../../summit/log/log-check.ts';
import { readSummitEvent } from '../../summit/log/schema.ts';
import { EMPTY_SUMMIT } from '../../summit/state.ts';

/** A summit as one person began it, to be gone on with. */
export interface BegunSummit {
	/** The party whose chair the person has. */
	readonly chair: string;
	/** Whose turn it is among bots is drawn from it. */
	readonly seed: string;
	/** Everything that was accepted, oldest first. */
	readonly log: readonly LoggedEvent[];
	/** Changes that were collected and not put forward yet; left out: none. */
	readonly draft?: readonly Edit[];
}

const KEY = 'patchfall.summit';
const EVENTS_MOST = 5_000;

const shape = v.strictObject({
	chair: v.string(),
	seed: v.string(),
	log: v.pipe(
		v.array(v.object({ command: v.string(), event: v.looseObject({ type: v.string() }) })),
		v.maxLength(EVENTS_MOST)
	),
	draft: v.exactOptional(draftField)
});

/** The summit that one person began last in this browser. It holds one; another takes its place. */
export class KeptSummit {
	readonly #storage: Storage | null;

	/** @param storage null: this browser keeps nothing */
	constructor(storage: Storage | null) {
		this.#storage = storage;
	}

	keep({ chair, seed, log, draft }: BegunSummit): void {
		try {
			this.#storage?.setItem(KEY, JSON.stringify({ chair, seed, log, draft }));
		} catch {
			// A storage that is full keeps what it has; the summit goes on.
		}
	}

	/** What was kept, where it is one of this summit; null: nothing, or what another version of the summit wrote. */
	read(summit: Summit): BegunSummit | null {
		try {
			return begun(summit, JSON.parse(this.#storage?.getItem(KEY) ?? 'null'));
		} catch {
			return null;
		}
	}
}

function begun(summit: Summit, raw: unknown): BegunSummit | null {
	const read = v.safeParse(shape, raw);
	if (!read.success || !summit.parties.some(({ id }) => id === read.output.chair)) return null;
	const log: LoggedEvent[] = [];
	let state = EMPTY_SUMMIT;
	for (const { command, event: rawEvent } of read.output.log) {
		const event = readSummitEvent(rawEvent);
		if (event === null || summitEventFault(summit, state, event) !== null) return null;
		log.push({ command, event });
		state = evolve(state, log.at(-1)!);
	}
	return log.length === 0 ? null : { ...read.output, log };
}
