/** Long enough for a workshop of several days and its reports; a seat that is taken away is gone at once all the same. */
const KEPT_S = 30 * 24 * 3600;

/** Name of the cookie that holds a seat: one browser can hold several, also in one room. */
export const cookieName = (code: string, person: string) => `room-${code}-${person}`;

/**
 * The header that hands a seat to a browser. Scripts cannot read it, other sites cannot send it.
 * @param secure whether the page came by https; on a plain-http network no browser would keep a secure one
 */
export function seatCookie(code: string, person: string, token: string, secure: boolean): string {
	const parts = [
		`${cookieName(code, person)}=${token}`,
		'Path=/',
		`Max-Age=${KEPT_S}`,
		'HttpOnly',
		'SameSite=Lax'
	];
	return [...parts, ...(secure ? ['Secure'] : [])].join('; ');
}

/** The cookies of a request, by name. */
export function readCookies(header = ''): ReadonlyMap<string, string> {
	const pairs = header.split(';').map((pair) => pair.trim().split('=', 2));
	return new Map(pairs.filter((pair): pair is [string, string] => pair.length === 2));
}

/** The tokens of all seats that a request brings, in whatever rooms. */
export function seatTokens(header: string | undefined): string[] {
	return [...readCookies(header)].filter(([name]) => name.startsWith('room-')).map(([, token]) => token);
}
