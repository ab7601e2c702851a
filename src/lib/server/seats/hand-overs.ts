import { randomInt } from 'node:crypto';

/** A code is good for so long, and dies of so many wrong ones that are tried in its room. */
export const HAND_OVER_MS = 120_000;
export const HAND_OVER_TRIES = 5;
const DIGITS = 6;

interface HandOver {
	readonly person: string;
	readonly untilMs: number;
	triesLeft: number;
}

export type HandOverReading =
	| { readonly ok: true; readonly person: string }
	/** `codeUsed`: it has let somebody in. `codeOld`: its two minutes are over, or it never was one. */
	| { readonly ok: false; readonly code: 'codeUsed' | 'codeOld' };

/**
 * Codes that take a person's seat to another device: good once, for two minutes. Nobody can tell whose code a wrong one was
 * meant to be, so it counts against every code of its room.
 */
export interface HandOvers {
	/** A new code for a person; an earlier one of theirs is good no more. */
	make(room: string, person: string): Promise<{ readonly code: string; readonly forMs: number }>;
	/** Whose seat a typed code is for. Looking does not use it up. */
	read(room: string, typed: string): Promise<HandOverReading>;
	/** The same, and the code is good no more. */
	use(room: string, typed: string): Promise<HandOverReading>;
}

/** As people type it: in groups, with whatever between them. */
export function digitsOf(typed: string): string {
	return typed.replace(/\D/g, '');
}

export function newHandOverCode(): string {
	return String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
}

/** Codes of a server that has all its rooms itself: in memory alone. */
export class MemoryHandOvers implements HandOvers {
	readonly #nowMs: () => number;
	/** By room, by code. */
	readonly #open = new Map<string, Map<string, HandOver>>();
	readonly #used = new Map<string, number>();

	constructor(nowMs: () => number = () => performance.now()) {
		this.#nowMs = nowMs;
	}

	async make(room: string, person: string): Promise<{ readonly code: string; readonly forMs: number }> {
		const codes = this.#codes(room);
		for (const [code, one] of codes) if (one.person === person) codes.delete(code);
		let code: string;
		do code = newHandOverCode();
		while (codes.has(code) || this.#used.has(keyOf(room, code)));
		codes.set(code, { person, untilMs: this.#nowMs() + HAND_OVER_MS, triesLeft: HAND_OVER_TRIES });
		return { code, forMs: HAND_OVER_MS };
	}

	async read(room: string, typed: string): Promise<HandOverReading> {
		const code = digitsOf(typed);
		const codes = this.#codes(room);
		const found = codes.get(code);
		if (found !== undefined) return { ok: true, person: found.person };
		if (this.#used.has(keyOf(room, code))) return { ok: false, code: 'codeUsed' };
		for (const [one, handOver] of codes) if (--handOver.triesLeft <= 0) codes.delete(one);
		return { ok: false, code: 'codeOld' };
	}

	async use(room: string, typed: string): Promise<HandOverReading> {
		const reading = await this.read(room, typed);
		if (!reading.ok) return reading;
		const code = digitsOf(typed);
		this.#codes(room).delete(code);
		this.#used.set(keyOf(room, code), this.#nowMs() + HAND_OVER_MS);
		return reading;
	}

	/** Those of a room that are still good. */
	#codes(room: string): Map<string, HandOver> {
		const nowMs = this.#nowMs();
		for (const [key, untilMs] of this.#used) if (untilMs <= nowMs) this.#used.delete(key);
		for (const [id, codes] of this.#open) {
			for (const [code, { untilMs }] of codes) if (untilMs <= nowMs) codes.delete(code);
			if (codes.size === 0 && id !== room) this.#open.delete(id);
		}
		let codes = this.#open.get(room);
		if (codes === undefined) this.#open.set(room, (codes = new Map<string, HandOver>()));
		return codes;
	}
}

const keyOf = (room: string, code: string) => `${room} ${code}`;
