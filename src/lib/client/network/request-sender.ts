import * as v from 'valibot';
import type { Clock } from '../../room/clock.ts';
import type { RequestBody } from '../../room/protocol/requests.ts';
import type { RequestAnswer } from '../../room/protocol/refusals.ts';
import type { SendAnswer } from '../connection/room-connection.ts';
import { endOf, type EndKind } from './feed-reader.ts';
import { waitBeforeTry, type Network } from './network.ts';

/** A request is sent again until so long after it was made. */
export const GIVE_UP_MS = 30_000;
/** How long each try waits: the first may go out on a connection that has died without a word. */
const TRIES_MS = [2000, 4000, 8000];
const tryMs = (failures: number) => TRIES_MS[Math.min(failures, TRIES_MS.length - 1)]!;

const answerSchema = v.object({
	answer: v.variant('kind', [
		v.object({ kind: v.literal('accepted'), version: v.number() }),
		v.object({ kind: v.literal('behind'), version: v.number() }),
		v.object({ kind: v.literal('refused'), refusal: v.looseObject({ code: v.string(), params: v.any() }) })
	])
});

export interface RequestSenderParts {
	readonly network: Network;
	readonly clock: Clock;
	readonly draw: () => number;
	readonly makeId: () => string;
	readonly path: string;
	/** The room says that the seat or the room is gone. */
	readonly ended: (kind: EndKind) => void;
}

/**
 * Sends what a person asks for, one after the other, in the order in which it was asked. What got no answer is sent again
 * under the same id, so that the room does it once however often it arrives.
 */
export class RequestSender {
	readonly #parts: RequestSenderParts;
	#last: Promise<unknown> = Promise.resolve();
	#isClosed = false;
	#tryNow: () => void = () => {};

	constructor(parts: RequestSenderParts) {
		this.#parts = parts;
	}

	/** @param id of what may have been sent before: the room does it once */
	send(body: RequestBody, id: string = this.#parts.makeId()): Promise<SendAnswer> {
		const untilMs = this.#parts.clock.nowMs() + GIVE_UP_MS;
		const request = { id, ...body };
		const answer = this.#last.then(() => this.#sendUntilAnswered(request, untilMs));
		this.#last = answer;
		return answer;
	}

	/**
	 * The room can be reached: what waits for its next try is sent, and what went out before that may have gone nowhere and is
	 * sent again.
	 */
	tryNow(): void {
		this.#tryNow();
	}

	close(): void {
		this.#isClosed = true;
	}

	async #sendUntilAnswered(request: unknown, untilMs: number): Promise<SendAnswer> {
		const { network, clock, draw, path } = this.#parts;
		for (let failures = 0; !this.#isClosed; failures++) {
			const leftMs = untilMs - clock.nowMs();
			if (leftMs <= 0) break;
			const lost = new AbortController();
			this.#tryNow = () => lost.abort();
			const answer = await network.ask(`${path}/requests`, {
				body: request,
				withinMs: Math.min(tryMs(failures), leftMs),
				signal: lost.signal
			});
			const end = endOf(answer);
			if (end !== null) {
				this.#parts.ended(end);
				break;
			}
			const read = v.safeParse(answerSchema, answer?.body);
			if (answer?.status === 200 && read.success) return read.output.answer as RequestAnswer;
			// What a server cannot read once it will not be able to read the next time.
			if (answer !== null && answer.body !== null && isForGood(answer.status))
				return { kind: 'refused', refusal: { code: 'unreadable', params: {} } };
			if (answer === null && lost.signal.aborted) continue;
			const wantedMs = answer?.retryAfterMs ?? 0;
			await this.#wait(Math.max(wantedMs, waitBeforeTry(failures, draw)), wantedMs > 0);
		}
		return { kind: 'notSent' };
	}

	/** `isWanted`: the server wants it so. */
	#wait(ms: number, isWanted: boolean): Promise<void> {
		return new Promise((resolve) => {
			this.#tryNow = isWanted ? () => {} : resolve;
			this.#parts.clock.later(resolve, ms);
		});
	}
}

/** Whether the same request would be turned away again. */
function isForGood(status: number): boolean {
	return status >= 400 && status < 429 && status !== 408;
}
