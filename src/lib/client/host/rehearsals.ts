/**
 * Where a facilitator comes from who rehearses, and that a rehearsal has just been thrown away. For this tab alone.
 */
const BACK = 'patchfall.rehearsal.back';
const OVER = 'patchfall.rehearsal.over';

/** The way back from a rehearsal that is about to be opened. */
export function keepWayBack(address: string): void {
	write(BACK, address);
}

/** The way back, once; by default to where rooms are opened. */
export function takeWayBack(): string {
	write(OVER, 'yes');
	const address = take(BACK);
	// Only addresses of our own are ways back.
	return address?.startsWith('/') && !address.startsWith('//') ? address : '/host';
}

/** Whether this tab comes from a rehearsal that was thrown away. True once. */
export function isBackFromRehearsal(): boolean {
	return take(OVER) !== null;
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
