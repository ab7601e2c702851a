import type { Clock } from '../../room/clock.ts';
import type { RoomParts } from '../../room/live/parts.ts';
import { patched } from '../../room/feed/patch.ts';
import type { ChangesMessage } from '../../room/protocol/protocol.ts';
import type { RequestBody } from '../../room/protocol/requests.ts';
import type { Refusal } from '../../exercise/commands/refusals.ts';
import type { RoomRefusal } from '../../room/protocol/refusals.ts';
import type { ConnectionStatus } from './feed-reader.ts';
import type { SendAnswer } from '../connection/room-connection.ts';
import type { RoomSeries } from './room-series.svelte.ts';
import type { LiveConnection } from './network-connection.ts';
import type { SeatAddress } from './seat-address.ts';

/** Parts that stand alone: all but the points of curves and what a map is put together of. */
type PartKey = Exclude<keyof RoomParts & string, `sample:${number}` | `map${string}`>;

const IN_SERIES = /^(map|sample:)/;

/** What did not happen though it was asked for. */
export type Setback = Refusal | RoomRefusal | { readonly code: 'notSent' } | { readonly code: 'onlyLooks' };

/** A room on a server as a page sees it. Screens read from here, and hear again only of what has changed. */
export class LiveRoomView {
	readonly seat: SeatAddress;
	/** Its map and its curves; null: this page never shows any. */
	readonly series: RoomSeries | null;
	readonly #connection: LiveConnection;
	readonly #clock: Clock;
	/** What it is shown, by key. Not Svelte's own map: that would be a kilobyte more for every phone of a hall. */
	readonly #parts = Object.create(null) as Partial<Record<string, Part>>;
	/** Changes with each key that comes for the first time. */
	#keys = $state(0);
	status = $state.raw<ConnectionStatus>({ kind: 'connecting' });
	/** Of the last request that was refused; null: it was done, or has been read. */
	setback = $state.raw<Setback | null>(null);
	/** Requests that have no answer yet. */
	waiting = $state(0);
	/** What the server's clock is ahead of this page's. */
	#aheadMs = 0;

	constructor(seat: SeatAddress, connection: LiveConnection, clock: Clock, series: RoomSeries | null = null) {
		this.seat = seat;
		this.series = series;
		this.#connection = connection;
		this.#clock = clock;
		this.status = connection.status;
		connection.hear((heard) => {
			if (heard.type === 'status') this.status = heard.status;
			else if (heard.type === 'welcome') this.#aheadMs = heard.nowMs - clock.nowMs();
			else if (heard.type === 'changes') this.#take(heard);
		});
	}

	/** A part of what the person is shown; null: there is none, or it has not come yet. */
	part<Key extends PartKey>(key: Key): RoomParts[Key] | null {
		const part = this.#parts[key];
		// Who asks for what is not there hears of it when it comes.
		if (part === undefined) void this.#keys;
		return (part?.value as RoomParts[Key] | undefined) ?? null;
	}

	/** The server's clock, from which deadlines count. */
	serverNowMs(): number {
		return this.#clock.nowMs() + this.#aheadMs;
	}

	/** Whether a facilitator looks at what a team sees: nothing is sent from there. */
	get onlyLooks(): boolean {
		return this.seat.looksAt !== undefined;
	}

	/** Asks the room for something. Where it does not happen `setback` says why. */
	async send(body: RequestBody, id?: string): Promise<SendAnswer> {
		this.setback = null;
		if (this.onlyLooks) {
			this.setback = { code: 'onlyLooks' };
			return { kind: 'notSent' };
		}
		this.waiting++;
		const answer = await this.#connection.send(body, id);
		this.waiting--;
		if (answer.kind === 'refused') this.setback = answer.refusal;
		else if (answer.kind === 'notSent') this.setback = { code: 'notSent' };
		return answer;
	}

	/** Sends without telling the person: the caller looks at the answer. */
	sendQuietly(body: RequestBody, id?: string): Promise<SendAnswer> {
		if (this.onlyLooks) return Promise.resolve({ kind: 'notSent' });
		return this.#connection.send(body, id);
	}

	connectAgain(): void {
		this.#connection.connectAgain();
	}

	close(): void {
		this.#connection.close();
	}

	#take(message: ChangesMessage): void {
		const { all, parts, patches } = message;
		if (all) for (const key in this.#parts) if (!(key in parts)) this.#parts[key]!.value = null;
		for (const key in patches) this.#set(key, patched(this.#parts[key]!.value, patches[key]!));
		for (const key in parts) if (!IN_SERIES.test(key)) this.#set(key, parts[key]);
		this.series?.take(message);
	}

	#set(key: string, value: unknown): void {
		const part = this.#parts[key];
		if (part !== undefined) part.value = value;
		else if (value !== null) {
			this.#parts[key] = new Part(value);
			this.#keys++;
		}
	}
}

class Part {
	value = $state.raw<unknown>();

	constructor(value: unknown) {
		this.value = value;
	}
}
