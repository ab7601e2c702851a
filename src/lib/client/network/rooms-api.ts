import * as v from 'valibot';
import type { Fault } from '../../scenario/faults/fault.ts';
import type { PlayableScenario } from '../../room/facts/playable.ts';
import type { RoomSetup } from '../../room/people/setup.ts';
import { serverFactsSchema, type ServerFacts } from '../../room/preflight/server-facts.ts';
import type { Network, NetworkAnswer } from './network.ts';
import { noAnswer, personBody, type NoAnswer } from './no-answer.ts';
import { seatPath, type SeatAddress } from './seat-address.ts';

/** What a page asks of a server to open rooms and to see to them. Answers are read once, here. */

const WITHIN_MS = 10_000;
/** A room begins with its world: a slow machine takes long for that, and a room that nobody waited for is lost. */
const OPEN_WITHIN_MS = 90_000;

const coded = v.object({ code: v.string() });
const openedSchema = v.object({
	code: v.string(),
	audienceCode: v.string(),
	...personBody.entries,
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
			readonly faults: readonly Omit<Fault, 'file' | 'column' | 'path'>[];
	  };
const readingSchema = v.variant('ok', [
	v.object({
		ok: v.literal(true),
		scenario: v.looseObject({ id: v.string(), cuts: v.array(v.unknown()), roles: v.array(v.unknown()) })
	}),
	v.object({
		ok: v.literal(false),
		faults: v.array(
			v.looseObject({
				line: v.number(),
				code: v.string(),
				params: v.looseObject({}),
				alsoLines: v.array(v.number())
			})
		)
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
			? { kind: 'read', reading: read.output as unknown as ScenarioReading }
			: noAnswer(answer);
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
