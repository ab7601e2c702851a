import * as v from 'valibot';
import type { Network } from '../network/network.ts';
import { seatPath, type SeatAddress } from '../network/seat-address.ts';
import { noAnswer, type NoAnswer } from '../network/no-answer.ts';
import type { RoomLinks } from '../network/rooms-api.ts';

const WITHIN_MS = 10_000;
export type StaffKind = keyof RoomLinks;

const listed = v.object({
	rooms: v.array(
		v.object({
			code: v.string(),
			openedAtMs: v.number(),
			endedAtMs: v.nullable(v.number()),
			scenarioId: v.string(),
			teams: v.array(v.string())
		})
	)
});
export type ListedRoom = v.InferOutput<typeof listed>['rooms'][number];
const taken = v.object({ code: v.string(), person: v.object({ id: v.string() }) });

/** What the host of a room asks of a server besides what a room is asked. */
export class DeskApi {
	readonly #network: Network;

	constructor(network: Network) {
		this.#network = network;
	}

	/** A new link, with its token in the fragment. */
	async makeLink(
		seat: SeatAddress,
		kind: StaffKind
	): Promise<{ readonly kind: 'made'; readonly link: string } | { readonly kind: 'hostOnly' } | NoAnswer> {
		const answer = await this.#post(`${seatPath(seat)}/links`, { kind, act: 'make' });
		const read = v.safeParse(v.object({ link: v.string() }), answer?.body);
		if (answer?.status === 201 && read.success) return { kind: 'made', link: read.output.link };
		return answer?.status === 403 ? { kind: 'hostOnly' } : noAnswer(answer);
	}

	/** All links of a kind that were made so far let nobody in any more. */
	withdrawLinks(seat: SeatAddress, kind: StaffKind): Promise<boolean> {
		return this.#done(`${seatPath(seat)}/links`, { kind, act: 'withdraw' });
	}

	/** Deletes all that is kept of the room. */
	eraseRoom(seat: SeatAddress): Promise<boolean> {
		return this.#done(`${seatPath(seat)}/erase`, {});
	}

	/** The rooms of the server, to who has its host key. */
	async rooms(
		hostKey: string
	): Promise<
		| { readonly kind: 'rooms'; readonly rooms: readonly ListedRoom[] }
		| { readonly kind: 'wrongKey' }
		| NoAnswer
	> {
		const answer = await this.#post('/api/rooms/list', { hostKey });
		const read = v.safeParse(listed, answer?.body);
		if (answer?.status === 200 && read.success) return { kind: 'rooms', rooms: read.output.rooms };
		return answer?.status === 401 ? { kind: 'wrongKey' } : noAnswer(answer);
	}

	/** A seat at the desk of a room, as its host. */
	async takeOver(
		code: string,
		hostKey: string
	): Promise<({ readonly kind: 'taken' } & SeatAddress) | { readonly kind: 'wrongKey' } | NoAnswer> {
		const answer = await this.#post(`/api/rooms/${encodeURIComponent(code)}/desk`, { hostKey });
		const read = v.safeParse(taken, answer?.body);
		if (answer?.status === 201 && read.success)
			return { kind: 'taken', code: read.output.code, person: read.output.person.id };
		return answer?.status === 401 ? { kind: 'wrongKey' } : noAnswer(answer);
	}

	async #done(path: string, body: object): Promise<boolean> {
		return (await this.#post(path, body))?.status === 200;
	}

	#post(path: string, body: object) {
		return this.#network.ask(path, { withinMs: WITHIN_MS, body });
	}
}
