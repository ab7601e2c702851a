import * as v from 'valibot';

/** Seats that this browser has taken, by room: which they are, never what opens them (that is a cookie). */
const KEY = 'patchfall.seats';
const KEPT_MOST = 20;

const seatSchema = v.object({
	code: v.string(),
	person: v.string(),
	kind: v.string(),
	name: v.string(),
	teamName: v.nullable(v.string())
});
export type OwnSeat = v.InferOutput<typeof seatSchema>;

export class OwnSeats {
	readonly #storage: Storage | null;

	constructor(storage: Storage | null) {
		this.#storage = storage;
	}

	/** Of this room, the one taken last. */
	of(code: string): OwnSeat | null {
		return this.#all().findLast((seat) => seat.code === code) ?? null;
	}

	keep(seat: OwnSeat): void {
		const others = this.#all().filter(({ code, person }) => code !== seat.code || person !== seat.person);
		this.#write([...others, seat].slice(-KEPT_MOST));
	}

	forget({ code, person }: Pick<OwnSeat, 'code' | 'person'>): void {
		this.#write(this.#all().filter((one) => one.code !== code || one.person !== person));
	}

	#all(): OwnSeat[] {
		try {
			const read = v.safeParse(v.array(seatSchema), JSON.parse(this.#storage?.getItem(KEY) ?? '[]'));
			return read.success ? read.output : [];
		} catch {
			return [];
		}
	}

	#write(seats: readonly OwnSeat[]): void {
		try {
			this.#storage?.setItem(KEY, JSON.stringify(seats));
		} catch {
			// Without storage a reload of the join page asks for a name again; the seat itself is a cookie.
		}
	}
}

/** The storage of this browser, where it allows one. */
export function localStorageOrNull(): Storage | null {
	try {
		return globalThis.localStorage ?? null;
	} catch {
		return null;
	}
}
