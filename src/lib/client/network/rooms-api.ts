import * as v from 'valibot';
import type { DoorFacts } from '../../room/protocol/protocol.ts';
import type { RoomRefusal } from '../../room/protocol/refusals.ts';
import { PERSON_KINDS, type Person } from '../../room/people/person.ts';
import type { Fault } from '../../scenario/parse/fault.ts';
import type { PlayableScenario } from '../../room/facts/playable.ts';
import type { RoomSetup } from '../../room/people/setup.ts';
import { serverFactsSchema, type ServerFacts } from '../../room/preflight/server-facts.ts';
import type { Network, NetworkAnswer } from './network.ts';
import { seatPath, type SeatAddress } from './seat-address.ts';

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

/** This browser holds no such seat. `why`: it did, and it was moved to another device, or taken away. */
export interface NotYours {
	readonly kind: 'notYours';
	readonly why?: 'seatMoved' | 'seatRemoved' | null;
	/** In ms since 1970. */
	readonly atMs?: number | null;
}

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

/** A scenario of one's own, as it stands in a file. */
export interface OwnScenarioFile {
	readonly name: string;
	readonly text: string;
}
export type ScenarioReading =
	| { readonly ok: true; readonly scenario: PlayableScenario }
	| {
			readonly ok: false;
			readonly faults: readonly Pick<Fault, 'line' | 'path' | 'message' | 'remedy'>[];
	  };
const readingSchema = v.variant('ok', [
	v.object({
		ok: v.literal(true),
		scenario: v.looseObject({ id: v.string(), cuts: v.array(v.unknown()), roles: v.array(v.unknown()) })
	}),
	v.object({
		ok: v.literal(false),
		faults: v.array(v.object({ line: v.number(), path: v.string(), message: v.string(), remedy: v.string() }))
	})
]);

export class RoomsApi {
	readonly #network: Network;

	constructor(network: Network) {
		this.#network = network;
	}

	async open(
		setup: RoomSetup,
		hostKey: string | null,
		{ file = null, isRehearsal = false }: { file?: OwnScenarioFile | null; isRehearsal?: boolean } = {}
	): Promise<
		| { readonly kind: 'opened'; readonly room: OpenedRoom }
		| { readonly kind: 'hostKeyNeeded' }
		| { readonly kind: 'refused'; readonly code: string }
		| NoAnswer
	> {
		const body = { setup, ...keyed(hostKey), ...(file && { file }), ...(isRehearsal && { isRehearsal }) };
		const answer = await this.#ask('/api/rooms', body, OPEN_WITHIN_MS);
		if (answer?.status === 401) return { kind: 'hostKeyNeeded' };
		const room = v.safeParse(openedSchema, answer?.body);
		if (answer?.status === 201 && room.success) return { kind: 'opened', room: room.output };
		const refused = v.safeParse(coded, answer?.body);
		// A server that is full says so with the status of one that cannot answer.
		if (refused.success && (answer!.status < 429 || refused.output.code === 'serverFull'))
			return { kind: 'refused', code: refused.output.code };
		return noAnswer(answer);
	}

	/** What a scenario of one's own holds, or what is wrong with it. Nothing of it is kept. */
	async readScenario(
		file: OwnScenarioFile,
		hostKey: string | null
	): Promise<
		| { readonly kind: 'read'; readonly reading: ScenarioReading }
		| { readonly kind: 'hostKeyNeeded' }
		| { readonly kind: 'tooLarge' }
		| NoAnswer
	> {
		const answer = await this.#ask('/api/rooms/scenarios', { file, ...keyed(hostKey) });
		if (answer?.status === 401) return { kind: 'hostKeyNeeded' };
		if (answer?.status === 413 || answer?.status === 400) return { kind: 'tooLarge' };
		const read = v.safeParse(readingSchema, answer?.body);
		return answer?.status === 200 && read.success
			? { kind: 'read', reading: read.output as ScenarioReading }
			: noAnswer(answer);
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
	): Promise<{ readonly kind: 'ours'; readonly person: Person } | NotYours | NoAnswer> {
		const answer = await this.#ask(seatPath(seat));
		const read = v.safeParse(personBody, answer?.body);
		if (answer?.status === 200 && read.success) return { kind: 'ours', person: read.output.person };
		if (answer?.status !== 401 && answer?.status !== 404) return noAnswer(answer);
		const { code, atMs } = (answer.body ?? {}) as { code?: unknown; atMs?: unknown };
		const why = code === 'seatMoved' || code === 'seatRemoved' ? code : null;
		return { kind: 'notYours', why, atMs: typeof atMs === 'number' ? atMs : null };
	}

	/** What the server says of whether a workshop will work on it; null: it has not answered. */
	async preflight(seat: SeatAddress): Promise<ServerFacts | null> {
		const answer = await this.#ask(`${seatPath(seat)}/preflight`);
		const read = v.safeParse(serverFactsSchema, answer?.body);
		return answer?.status === 200 && read.success ? read.output : null;
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

const keyed = (hostKey: string | null) => (hostKey === null ? {} : { hostKey });

/** What an answer that cannot be used means. */
export function noAnswer(answer: NetworkAnswer | null): NoAnswer {
	if (answer === null) return { kind: 'unreachable' };
	if (answer.status === 429) return { kind: 'tooMany', waitMs: answer.retryAfterMs ?? WAIT_MS };
	return answer.status < 500 && answer.body === null ? { kind: 'notOurs' } : { kind: 'failed' };
}
