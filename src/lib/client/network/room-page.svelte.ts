import type { Clock } from '../../room/clock.ts';
import { LiveRoomView } from './live-room.svelte.ts';
import type { RoomSeries } from './room-series.svelte.ts';
import type { LiveConnection } from './network-connection.ts';
import { whyNoSeat, type OpenedSeat } from './open-seat.ts';
import { isNoAnswer, type Retries } from './retries.ts';
import type { SeatAddress } from './seat-address.ts';

/** Why a seat that an address names is none. */
type NoSeat = Exclude<Awaited<ReturnType<typeof whyNoSeat>>, null>;
/** What was found that is no seat. */
export type NoRoom<Found> = Exclude<Found, { kind: 'seat' }> | NoSeat;

export interface RoomPageParts<Found> {
	/** Finds the seat that the page's address is for. */
	readonly find: () => Promise<Found>;
	readonly connect: (seat: SeatAddress) => LiveConnection;
	readonly api: Parameters<typeof whyNoSeat>[1];
	readonly retries: Pick<Retries, 'after' | 'settle' | 'close'>;
	readonly clock: Clock;
	/** Missing: neither a map nor a curve is ever shown. */
	readonly makeSeries?: (connection: LiveConnection) => RoomSeries;
}

/** What a page of a room shows: the room of the seat that its address is for, or why there is none. */
export class RoomPage<Found extends OpenedSeat | { readonly kind: string }> {
	room = $state.raw<LiveRoomView | null>(null);
	noRoom = $state.raw<NoRoom<Found> | null>(null);
	readonly #parts: RoomPageParts<Found>;
	/** A later address makes what an earlier one still brings void. */
	#look = 0;

	constructor(parts: RoomPageParts<Found>) {
		this.#parts = parts;
	}

	/** Opens what the address is for by now; what is open already stays. Null: no seat, or it is looked for anew. */
	async open(): Promise<SeatAddress | null> {
		const look = ++this.#look;
		const found = await this.#parts.find();
		if (look !== this.#look) return null;
		if (!isSeat(found)) {
			if (isNoAnswer(found)) this.#parts.retries.after(found, () => void this.open());
			this.noRoom = found as NoRoom<Found>;
			return null;
		}
		this.#parts.retries.settle();
		this.noRoom = null;
		const { seat } = found;
		if (this.room === null || !isSame(this.room.seat, seat)) this.#show(seat);
		return seat;
	}

	close(): void {
		this.#look++;
		this.#parts.retries.close();
		this.room?.close();
	}

	#show(seat: SeatAddress): void {
		this.room?.close();
		const connection = this.#parts.connect(seat);
		this.room = new LiveRoomView(seat, connection, this.#parts.clock, this.#parts.makeSeries?.(connection));
		// Who is told by a socket that their seat is none learns when and why by asking once.
		connection.hear((heard) => {
			if (heard.type === 'status' && heard.status.kind === 'seatGone') void this.#askWhy(seat);
		});
	}

	async #askWhy(seat: SeatAddress): Promise<void> {
		const look = this.#look;
		const why = await whyNoSeat(seat, this.#parts.api);
		if (look === this.#look && why !== null) this.noRoom = why;
	}
}

function isSeat(found: { readonly kind: string }): found is Extract<OpenedSeat, { kind: 'seat' }> {
	return found.kind === 'seat';
}

function isSame(one: SeatAddress, other: SeatAddress): boolean {
	return one.code === other.code && one.person === other.person && one.looksAt === other.looksAt;
}
