import * as v from 'valibot';
import type { DoorFacts } from '../../room/protocol/protocol.ts';
import type { RoomRefusal } from '../../room/protocol/refusals.ts';
import type { Person } from '../../room/people/person.ts';
import type { Network, NetworkAnswer } from './network.ts';
import { noAnswer, personBody, type NoAnswer } from './no-answer.ts';
import { randomId } from './random-id.ts';
import { seatPath, type SeatAddress } from './seat-address.ts';

/** This browser holds no such seat. `why`: it did, and it was moved to another device, or taken away. */
export interface NotYours {
	readonly kind: 'notYours';
	readonly why?: 'seatMoved' | 'seatRemoved' | null;
	/** In ms since 1970. */
	readonly atMs?: number | null;
}

const WITHIN_MS = 10_000;
const FIRST_LOOK_MS = 1500;

const localized = v.objectWithRest({ en: v.string() }, v.string());
const doorSchema = v.object({
	code: v.string(),
	protocol: v.number(),
	opens: v.picklist(['players', 'audience']),
	state: v.picklist(['open', 'locked', 'ended']),
	canWatch: v.boolean(),
	endedAtMs: v.nullable(v.number()),
	keptDays: v.number(),
	scenarioTitle: localized,
	minute: v.nullable(v.number()),
	startMinute: v.number(),
	teams: v.array(
		v.object({
			id: v.string(),
			name: v.string(),
			roles: v.array(localized),
			seatsTaken: v.number(),
			seatsMost: v.number()
		})
	)
});
const seatRefused = v.object({ refusal: v.looseObject({ code: v.string(), params: v.any() }) });

/**
 * What a page asks of a server to get into a room. Apart from what hosts ask: a whole hall loads this at once. Answers are
 * read once, here.
 */
export class DoorApi {
	readonly #network: Network;

	constructor(network: Network) {
		this.#network = network;
	}

	async door(
		code: string
	): Promise<
		{ readonly kind: 'door'; readonly door: DoorFacts } | { readonly kind: 'unknownCode' } | NoAnswer
	> {
		const answer = await this.#look(`/api/rooms/${encodeURIComponent(code)}`);
		if (answer?.status === 404 && answer.body !== null) return { kind: 'unknownCode' };
		const door = v.safeParse(doorSchema, answer?.body);
		return answer?.status === 200 && door.success
			? { kind: 'door', door: door.output as DoorFacts }
			: noAnswer(answer);
	}

	async takeSeat(
		code: string,
		seat: Pick<Person, 'name' | 'team'> & { readonly kind: 'player' | 'observer' | 'phone' }
	): Promise<
		| { readonly kind: 'joined'; readonly person: Person }
		| { readonly kind: 'refused'; readonly refusal: RoomRefusal }
		| NoAnswer
	> {
		const answer = await this.#ask(`/api/rooms/${encodeURIComponent(code)}/seats`, seat);
		const joined = v.safeParse(personBody, answer?.body);
		if (answer?.status === 201 && joined.success) return { kind: 'joined', person: joined.output.person };
		const refused = v.safeParse(seatRefused, answer?.body);
		if (answer?.status === 409 && refused.success)
			return { kind: 'refused', refusal: refused.output.refusal as RoomRefusal };
		return noAnswer(answer);
	}

	/** Takes the seat that a link is for. */
	async useLink(
		code: string,
		token: string
	): Promise<
		{ readonly kind: 'joined'; readonly person: Person } | { readonly kind: 'notValid' } | NoAnswer
	> {
		const answer = await this.#ask(`/api/rooms/${encodeURIComponent(code)}/links`, { token });
		const joined = v.safeParse(personBody, answer?.body);
		if (answer?.status === 201 && joined.success) return { kind: 'joined', person: joined.output.person };
		if (answer !== null && answer.body !== null && answer.status >= 400 && answer.status < 429)
			return { kind: 'notValid' };
		return noAnswer(answer);
	}

	/** Whose seat this is, where it is this browser's. */
	async seat(
		seat: SeatAddress
	): Promise<{ readonly kind: 'ours'; readonly person: Person } | NotYours | NoAnswer> {
		const answer = await this.#look(seatPath(seat));
		const read = v.safeParse(personBody, answer?.body);
		if (answer?.status === 200 && read.success) return { kind: 'ours', person: read.output.person };
		if (answer === null || answer.body === null || ![401, 404].includes(answer.status))
			return noAnswer(answer);
		const { code, atMs } = answer.body as { code?: unknown; atMs?: unknown };
		const why = code === 'seatMoved' || code === 'seatRemoved' ? code : null;
		return { kind: 'notYours', why, atMs: typeof atMs === 'number' ? atMs : null };
	}

	/** Gives oneself another name, once one is in. Null: it could not be done just now, and can be done later. */
	async rename(seat: SeatAddress, name: string): Promise<true | null> {
		const body = { id: randomId(), type: 'rename', name };
		const answer = await this.#ask(`${seatPath(seat)}/requests`, body);
		return answer?.status === 200 ? true : null;
	}

	/** A first look may go out on a connection that has died without a word, after a sleep say: then another one is taken. */
	async #look(path: string): Promise<NetworkAnswer | null> {
		return (await this.#network.ask(path, { withinMs: FIRST_LOOK_MS })) ?? this.#ask(path);
	}

	#ask(path: string, body?: unknown): Promise<NetworkAnswer | null> {
		return this.#network.ask(path, { withinMs: WITHIN_MS, ...(body !== undefined && { body }) });
	}
}
