/**
 * Where a facilitator comes from who rehearses, and what has just gone for good. For this tab alone.
 */
const BACK = 'patchfall.rehearsal.back';
const GONE = 'patchfall.gone';

/** A rehearsal that was thrown away, or a room that was erased. */
export type Gone = 'rehearsal' | 'room';

/** The way back from a rehearsal that is about to be opened. */
export function keepWayBack(address: string): void {
	write(BACK, address);
}

/** The way back, once; by default to where rooms are opened. */
export function takeWayBack(): string {
	keepGone('rehearsal');
	const address = take(BACK);
	// Only addresses of our own are ways back.
	return address?.startsWith('/') && !address.startsWith('//') ? address : '/host';
}

export function keepGone(what: Gone): void {
	write(GONE, what);
}

/** What went before this page was opened, said once; null: nothing. */
export function takeGone(): Gone | null {
	const what = take(GONE);
	return what === 'rehearsal' || what === 'room' ? what : null;
}

function write(key: string, value: string): void {
	try {
		sessionStorage.setItem(key, value);
	} catch {
		// Without storage the way back leads to where rooms are opened.
	}
}

function take(key: string): string | null {
	try {
		const value = sessionStorage.getItem(key);
		sessionStorage.removeItem(key);
		return value;
	} catch {
		return null;
	}
}
