import * as v from 'valibot';
import type { Person } from '../../room/people/person.ts';
import type { Network } from './network.ts';
import { noAnswer, personBody, type NoAnswer } from './no-answer.ts';
import { seatPath, type SeatAddress } from './seat-address.ts';

const WITHIN_MS = 10_000;

const wrong = v.object({ code: v.picklist(['codeUsed', 'codeOld']) });

export type HandOverAnswer =
	| { readonly kind: 'person'; readonly person: Person }
	| { readonly kind: 'codeUsed' }
	| { readonly kind: 'codeOld' }
	| NoAnswer;

/** What pages ask of a server to bring a seat from one device to another. */
export class HandOverApi {
	readonly #network: Network;

	constructor(network: Network) {
		this.#network = network;
	}

	/** A code for one's own seat, or for somebody else's. */
	async make(
		seat: SeatAddress,
		person: string | null
	): Promise<{ readonly kind: 'made'; readonly code: string; readonly forMs: number } | NoAnswer> {
		const answer = await this.#network.ask(`${seatPath(seat)}/hand-over`, {
			withinMs: WITHIN_MS,
			body: { person }
		});
		const read = v.safeParse(v.object({ code: v.string(), forMs: v.number() }), answer?.body);
		return answer?.status === 201 && read.success ? { kind: 'made', ...read.output } : noAnswer(answer);
	}

	/** Whose seat a code is for. */
	look(room: string, code: string): Promise<HandOverAnswer> {
		return this.#ask(room, '', { code });
	}

	/** Takes it. `both`: the device that has it keeps it too. */
	take(room: string, code: string, both: boolean): Promise<HandOverAnswer> {
		return this.#ask(room, '/seat', { code, both });
	}

	async #ask(room: string, path: string, body: object): Promise<HandOverAnswer> {
		const answer = await this.#network.ask(`/api/rooms/${encodeURIComponent(room)}/hand-over${path}`, {
			withinMs: WITHIN_MS,
			body
		});
		const read = v.safeParse(personBody, answer?.body);
		if (read.success && answer!.status < 300) return { kind: 'person', person: read.output.person };
		const refused = v.safeParse(wrong, answer?.body);
		return refused.success ? { kind: refused.output.code } : noAnswer(answer);
	}
}
