import type { RoomCodes } from '../seats/seat-store.ts';
import type { ServedRoom } from './served-room.ts';

/** What a code opens. */
export interface CodeMeaning {
	readonly room: ServedRoom;
	readonly opens: 'players' | 'audience';
}

/** The rooms that a server knows, by their id and by what people type. */
export class KnownRooms {
	readonly #make: (codes: RoomCodes) => ServedRoom;
	readonly #rooms = new Map<string, ServedRoom>();
	readonly #codes = new Map<string, CodeMeaning>();

	constructor(make: (codes: RoomCodes) => ServedRoom) {
		this.#make = make;
	}

	get all(): readonly ServedRoom[] {
		return [...this.#rooms.values()];
	}

	get count(): number {
		return this.#rooms.size;
	}

	byId(id: string): ServedRoom | undefined {
		return this.#rooms.get(id);
	}

	/** @param code as `readCode` gives it */
	byCode(code: string): CodeMeaning | undefined {
		return this.#codes.get(code);
	}

	/** The room of these codes, which is known from now on. */
	known(codes: RoomCodes): ServedRoom {
		const before = this.#rooms.get(codes.id);
		if (before !== undefined) return before;
		const room = this.#make(codes);
		this.#rooms.set(codes.id, room);
		this.#codes.set(codes.code, { room, opens: 'players' });
		this.#codes.set(codes.audienceCode, { room, opens: 'audience' });
		return room;
	}

	forget({ codes: { id, code, audienceCode } }: ServedRoom): void {
		this.#rooms.delete(id);
		this.#codes.delete(code);
		this.#codes.delete(audienceCode);
	}
}
