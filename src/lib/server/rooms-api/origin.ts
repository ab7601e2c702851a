import type { IncomingMessage } from 'node:http';
import { isEncrypted } from '../answers.ts';
import { placeOf } from '../limits/guess-limit.ts';
import { NO_PROXIES, type Proxies } from '../proxies.ts';

type Asked = Pick<IncomingMessage, 'headers' | 'socket'>;

/**
 * Whether a page of another site sent this. A program that is no browser names no origin, and has no cookies of anybody.
 * @param origin the address that people use, where a setting names one
 */
export function isForeign({ headers }: Asked, origin: string | null): boolean {
	const said = headers.origin;
	if (said === undefined) return false;
	if (origin !== null && said === origin) return false;
	return !URL.canParse(said) || new URL(said).host !== headers.host?.toLowerCase().replace(/:(80|443)$/, '');
}

/** Whether the page came by https, to this server or to a proxy before it. */
export function isSecure(request: Asked, origin: string | null): boolean {
	const said = request.headers.origin;
	return isEncrypted(request as IncomingMessage) || (said ?? origin ?? '').startsWith('https:');
}

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i;
const OWN_PLACES = /^(127\.|0:0:0:0$)/;

/**
 * Whether somebody at this very machine asks. Behind a proxy everybody seems to: so not where one is set or shows, and
 * not under a name that another site could have made lead here.
 */
export function isOwnMachine({ headers, socket }: Asked, origin: string | null): boolean {
	if (origin !== null || headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined)
		return false;
	return OWN_PLACES.test(placeOf(socket.remoteAddress ?? '')) && LOOPBACK.test(headers.host ?? '');
}

/** The address of whoever asks, behind a proxy that a setting names too. */
export const addressOf = (request: Asked, { proxies = NO_PROXIES }: { readonly proxies?: Proxies }) =>
	proxies.addressOf(request);
