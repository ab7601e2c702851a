import * as v from 'valibot';
import type { DoorFacts } from '../../room/protocol/protocol.ts';
import type { RoomRefusal } from '../../room/protocol/refusals.ts';
import { PERSON_KINDS, type Person } from '../../room/people/person.ts';
import type { RoomSetup } from '../../room/people/setup.ts';
import type { Network, NetworkAnswer } from './network.ts';
import { seatPath, type SeatAddress } from './network-connection.ts';

/** What a page asks of a server before it has a seat in a room. Answers are read once, here. */

/** Why there is no answer that can be used. */
export type NoAnswer =
	/** Nothing came back. */
	| { readonly kind: 'unreachable' }
	/** Something else answered: a Wi-Fi's sign-in window, mostly. */
	| { readonly kind: 'notOurs' }
	/** Asked too often. */
	| { readonly kind: 'tooMany'; readonly waitMs: number }
	/** The server has a defect. */
	| { readonly kind: 'failed' };

const WITHIN_MS = 10_000;
/** A room begins with its world: a slow machine takes long for that, and a room that nobody waited for is lost. */
const OPEN_WITHIN_MS = 90_000;
const WAIT_MS = 10_000;

const localized = v.objectWithRest({ en: v.string() }, v.string());
const person = v.object({
	id: v.string(),
	kind: v.picklist(PERSON_KINDS),
	name: v.string(),
	team: v.nullable(v.string()),
	number: v.number()
});
const doorSchema = v.object({
	code: v.string(),
	protocol: v.number(),
	opens: v.picklist(['players', 'audience']),
	state: v.picklist(['open', 'locked', 'ended']),
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
const coded = v.object({ code: v.string() });
const personBody = v.object({ person });
const seatRefused = v.object({ refusal: v.looseObject({ code: v.string(), params: v.any() }) });
const openedSchema = v.object({
	code: v.string(),
	audienceCode: v.string(),
	person,
	links: v.object({
		facilitator: v.string(),
		evaluator: v.string(),
		stage: v.string(),
		observer: v.string()
	})
});
export type OpenedRoom = v.InferOutput<typeof openedSchema>;
export type RoomLinks = OpenedRoom['links'];

export class RoomsApi {
	readonly #network: Network;

	constructor(network: Network) {
		this.#network = network;
	}

	async open(
		setup: RoomSetup,
		hostKey: string | null,
		isRehearsal = false
	): Promise<
		| { readonly kind: 'opened'; readonly room: OpenedRoom }
		| { readonly kind: 'hostKeyNeeded' }
		| { readonly kind: 'refused'; readonly code: string }
		| NoAnswer
	> {
		const asked = { setup, ...(hostKey !== null && { hostKey }), ...(isRehearsal && { isRehearsal }) };
		const answer = await this.#ask('/api/rooms', asked, OPEN_WITHIN_MS);
		if (answer?.status === 401) return { kind: 'hostKeyNeeded' };
		const room = v.safeParse(openedSchema, answer?.body);
		if (answer?.status === 201 && room.success) return { kind: 'opened', room: room.output };
		const refused = v.safeParse(coded, answer?.body);
		// A server that is full says so with the status of one that cannot answer.
		if (refused.success && (answer!.status < 429 || refused.output.code === 'serverFull'))
			return { kind: 'refused', code: refused.output.code };
		return none(answer);
	}

	async door(
		code: string
	): Promise<
		{ readonly kind: 'door'; readonly door: DoorFacts } | { readonly kind: 'unknownCode' } | NoAnswer
	> {
		const answer = await this.#ask(`/api/rooms/${encodeURIComponent(code)}`);
		if (answer?.status === 404 && answer.body !== null) return { kind: 'unknownCode' };
		const door = v.safeParse(doorSchema, answer?.body);
		return answer?.status === 200 && door.success
			? { kind: 'door', door: door.output as DoorFacts }
			: none(answer);
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
		return none(answer);
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
		return none(answer);
	}

	/** Opens a rehearsal of the room at whose desk one sits; null: it could not be opened. */
	async rehearse(seat: SeatAddress): Promise<OpenedRoom | null> {
		const answer = await this.#ask(`${seatPath(seat)}/rehearsals`, {});
		const room = v.safeParse(openedSchema, answer?.body);
		return answer?.status === 201 && room.success ? room.output : null;
	}

	/** Throws a rehearsal away. False: it is still there. */
	async endRehearsal(seat: SeatAddress): Promise<boolean> {
		const answer = await this.#ask(`${seatPath(seat)}/rehearsals/end`, {});
		// What is gone already is thrown away.
		return answer?.status === 200 || answer?.status === 404;
	}

	/** Whose seat this is, where it is this browser's. */
	async seat(
		seat: SeatAddress
	): Promise<{ readonly kind: 'ours'; readonly person: Person } | { readonly kind: 'notYours' } | NoAnswer> {
		const answer = await this.#ask(seatPath(seat));
		const read = v.safeParse(personBody, answer?.body);
		if (answer?.status === 200 && read.success) return { kind: 'ours', person: read.output.person };
		return answer?.status === 401 || answer?.status === 404 ? { kind: 'notYours' } : none(answer);
	}

	/** Where phones in the same network find this server, the likeliest first. */
	async addresses(): Promise<readonly string[]> {
		const answer = await this.#ask('/api/rooms/addresses');
		const read = v.safeParse(v.object({ addresses: v.array(v.string()) }), answer?.body);
		return read.success ? read.output.addresses : [];
	}

	#ask(path: string, body?: unknown, withinMs = WITHIN_MS): Promise<NetworkAnswer | null> {
		return this.#network.ask(path, { withinMs, ...(body !== undefined && { body }) });
	}
}

function none(answer: NetworkAnswer | null): NoAnswer {
	if (answer === null) return { kind: 'unreachable' };
	if (answer.status === 429) return { kind: 'tooMany', waitMs: answer.retryAfterMs ?? WAIT_MS };
	return answer.status < 500 && answer.body === null ? { kind: 'notOurs' } : { kind: 'failed' };
}
