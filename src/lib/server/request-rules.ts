import type { IncomingMessage } from 'node:http';

/** Why a request is refused before anything looks at it. */
export interface Refusal {
	readonly status: 400 | 405;
	readonly sentence: string;
	readonly headers: Readonly<Record<string, string>>;
}

/** Methods that an address of the app may answer; which of them each one does, SvelteKit decides. */
const METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'];
const FILE_METHODS = ['GET', 'HEAD'];

/** A host name or address with an optional port (RFC 3986); a name that is not ASCII arrives as punycode. */
const HOST = /^(\[[\da-f:.]+\]|[\w.~%!$&'()*+,;=-]+)(:\d{0,5})?$/i;

/**
 * What RFC 9110 and 9112 let a server refuse by the request line and headers alone.
 * @param isFile whether the address is a file or a prerendered page, which can only be read
 */
export function refusalOf(
	{ method = '', httpVersion, rawHeaders }: Pick<IncomingMessage, 'method' | 'httpVersion' | 'rawHeaders'>,
	isFile: boolean
): Refusal | null {
	const hosts = rawHeaders.filter((_, index) => index % 2 === 1 && /^host$/i.test(rawHeaders[index - 1]!));
	if (hosts.length > 1) return bad('The request names more than one host.');
	if (hosts.length === 0 && httpVersion !== '1.0') return bad('The request names no host.');
	if (hosts.some((host) => !HOST.test(host))) return bad('The request names a host that cannot be one.');
	const allowed = isFile ? FILE_METHODS : METHODS;
	if (allowed.includes(method)) return null;
	return {
		status: 405,
		sentence: `This address does not answer ${method} requests.`,
		headers: { Allow: allowed.join(', ') }
	};
}

const bad = (sentence: string): Refusal => ({ status: 400, sentence, headers: {} });
