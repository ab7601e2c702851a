/**
 * A person's own vote as their device remembers it. A server that has counted forgets who voted for what, and has to; it
 * still tells each person their own until it is started again. From then on only their device can.
 */
const KEY = 'patchfall.vote';

interface Own {
	readonly person: string;
	readonly ballot: string;
	readonly option: number;
}

export function rememberVote(own: Own): void {
	try {
		localStorage.setItem(KEY, [own.person, own.ballot, own.option].join(' '));
	} catch {
		// Without storage the mark is gone when the server starts again; the vote itself counts.
	}
}

/** Place of the option; null: this device remembers none in this ballot. */
export function rememberedVote(person: string, ballot: string): number | null {
	try {
		const [by, of, option] = (localStorage.getItem(KEY) ?? '').split(' ');
		return by === person && of === ballot ? Number(option) : null;
	} catch {
		return null;
	}
}
