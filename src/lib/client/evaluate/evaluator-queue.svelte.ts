import * as v from 'valibot';
import { MARKS } from '../../exercise/log/events.ts';
import type { Refusal } from '../../exercise/commands/refusals.ts';
import type { RoomRefusal } from '../../room/protocol/refusals.ts';
import type { RequestBody } from '../../room/protocol/requests.ts';
import type { SendAnswer } from '../connection/room-connection.ts';

const ratingSchema = v.object({
	kind: v.literal('rating'),
	team: v.string(),
	task: v.string(),
	mark: v.picklist(MARKS)
});
const noteSchema = v.object({
	kind: v.literal('note'),
	team: v.nullable(v.string()),
	task: v.nullable(v.string()),
	/** The message that it is about. */
	inject: v.optional(v.nullable(v.string()), null),
	text: v.string()
});
const writingSchema = v.object({
	/** Sent with it each time, so that the room takes it once. */
	id: v.string(),
	/** Date in ms since 1970. */
	atMs: v.number(),
	/** Minute of the exercise; null: it was not known. */
	minute: v.nullable(v.number()),
	what: v.variant('kind', [ratingSchema, noteSchema]),
	state: v.picklist(['waiting', 'sent', 'refused']),
	/** Code of the refusal. */
	refusal: v.nullable(v.looseObject({ code: v.string(), params: v.any() }))
});
/** Something that an evaluator has written or pressed. */
export type Writing = v.InferOutput<typeof writingSchema>;
export type What = Writing['what'];
type RatingOf = Extract<What, { kind: 'rating' }>;

export interface EvaluatorQueueParts {
	/** Key under which it is kept; null storage: as long as the page. */
	readonly key: string;
	readonly storage: Pick<Storage, 'getItem' | 'setItem'> | null;
	readonly send: (body: RequestBody, id: string) => Promise<SendAnswer>;
	readonly makeId: () => string;
	readonly dateMs: () => number;
	/** A writing as the room is asked to take it. */
	readonly requestOf: (writing: Writing) => RequestBody;
}

/**
 * What an evaluator writes, in its order: kept on the device at once, sent when the room can be reached, whatever is
 * loaded anew in between. Nothing that was written is ever lost by the network.
 */
export class EvaluatorQueue {
	#writings = $state.raw<readonly Writing[]>([]);
	readonly #parts: EvaluatorQueueParts;
	#isSending = false;

	constructor(parts: EvaluatorQueueParts) {
		this.#parts = parts;
		this.#writings = this.#read();
	}

	get writings(): readonly Writing[] {
		return this.#writings;
	}

	get waiting(): number {
		return this.#writings.filter(({ state }) => state === 'waiting').length;
	}

	get sent(): number {
		return this.#writings.filter(({ state }) => state === 'sent').length;
	}

	get refused(): readonly Writing[] {
		return this.#writings.filter(({ state }) => state === 'refused');
	}

	/** The latest mark for a task of a team; null: none was given here. */
	markOf(team: string, task: string): RatingOf['mark'] | null {
		return this.marksOf(team, task).at(-1)?.mark ?? null;
	}

	/** All marks for a task of a team that were given here, with their minutes, oldest first. */
	marksOf(
		team: string,
		task: string
	): readonly { readonly mark: RatingOf['mark']; readonly minute: number | null }[] {
		return this.#writings.flatMap(({ what, minute }) =>
			what.kind === 'rating' && what.team === team && what.task === task ? [{ mark: what.mark, minute }] : []
		);
	}

	add(what: What, minute: number | null): void {
		const { makeId, dateMs } = this.#parts;
		this.#change([
			...this.#writings,
			{ id: makeId(), atMs: dateMs(), minute, what, state: 'waiting', refusal: null }
		]);
		void this.flush();
	}

	/** Sends what waits, one after the other, and stops at the first that gets no answer. */
	async flush(): Promise<void> {
		if (this.#isSending) return;
		this.#isSending = true;
		try {
			for (;;) {
				const next = this.#writings.find(({ state }) => state === 'waiting');
				if (next === undefined) return;
				const answer = await this.#parts.send(this.#parts.requestOf(next), next.id);
				if (answer.kind === 'notSent' || answer.kind === 'behind') return;
				if (answer.kind === 'accepted') this.#mark(next.id, 'sent', null);
				else if (mayHoldLater(answer.refusal)) return this.#renew(({ id }) => id === next.id);
				else this.#mark(next.id, 'refused', answer.refusal);
			}
		} finally {
			this.#isSending = false;
		}
	}

	/** What was refused is tried once more. */
	async sendAgain(): Promise<void> {
		this.#renew(({ state }) => state === 'refused');
		await this.flush();
	}

	/** An answer is final: what is to be sent once more is another request. */
	#renew(isOne: (writing: Writing) => boolean): void {
		const { makeId } = this.#parts;
		this.#change(
			this.#writings.map((one) =>
				isOne(one) ? { ...one, id: makeId(), state: 'waiting', refusal: null } : one
			)
		);
	}

	#mark(id: string, state: Writing['state'], refusal: Refusal | RoomRefusal | null): void {
		this.#change(this.#writings.map((one) => (one.id === id ? { ...one, state, refusal } : one)));
	}

	#change(writings: readonly Writing[]): void {
		this.#writings = writings;
		try {
			this.#parts.storage?.setItem(this.#parts.key, JSON.stringify(writings));
		} catch {
			// A full storage: what is written lasts as long as the page, and is sent all the same.
		}
	}

	#read(): readonly Writing[] {
		try {
			const read = v.safeParse(
				v.array(writingSchema),
				JSON.parse(this.#parts.storage?.getItem(this.#parts.key) ?? '[]')
			);
			return read.success ? read.output : [];
		} catch {
			return [];
		}
	}
}

/** The exercise has only not come so far: it waits. */
function mayHoldLater(refusal: Refusal | RoomRefusal): boolean {
	if (refusal.code === 'notKept') return true;
	return refusal.code === 'wrongPhase' && refusal.params.phase === 'lobby';
}
