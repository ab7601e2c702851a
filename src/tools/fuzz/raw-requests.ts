import { BODIES, EXTRA_PATHS, HEADERS, METHODS, ODD, VERSIONS } from './vocabulary.ts';

/**
 * Raw requests that no browser sends: right ones, wrong ones, and right ones with a byte changed. The same seed makes
 * the same requests, so that one that does harm can be sent again.
 */

export type Random = () => number;

/** A small generator (mulberry32): the inputs need variety, not statistical quality. */
export function seeded(seed: number): Random {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let bits = Math.imul(state ^ (state >>> 15), state | 1);
		bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
		return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
	};
}

export const below = (random: Random, bound: number) => Math.floor(random() * bound);
export const pick = <T>(random: Random, items: readonly T[]): T => items[below(random, items.length)]!;

const HEADER_NAMES = Object.keys(HEADERS);

/** What a request is put together from; each part may be wrong. */
interface Parts {
	method: string;
	path: string;
	version: string;
	headers: string[];
	body: string;
}

/** One change that makes a right request an odd one. Several may meet in a request. */
const TWISTS: readonly ((random: Random, request: Parts) => void)[] = [
	(random, request) => (request.method = pick(random, METHODS)),
	(random, request) => (request.path = pick(random, EXTRA_PATHS)),
	(random, request) => (request.path = inserted(random, request.path, pick(random, ODD))),
	(random, request) => (request.version = pick(random, VERSIONS)),
	(random, request) => request.headers.push(`Range: ${pick(random, HEADERS.Range!)}`),
	(random, request) => request.headers.push(header(random)),
	(random, request) => request.headers.push(header(random)),
	(random, request) => request.headers.splice(below(random, request.headers.length), 1),
	(random, request) => (request.body = pick(random, BODIES)),
	(random, request) => {
		const [length, body] = [below(random, 9), pick(random, BODIES)];
		Object.assign(request, { method: pick(random, ['POST', 'PUT', 'DELETE', 'GET']), body });
		request.headers.push(random() < 0.5 ? `Content-Length: ${length}` : 'Transfer-Encoding: chunked');
	}
];

/**
 * One input: bytes as a latin-1 string, which need not be a whole request, nor one at all.
 * @param paths addresses that exist
 * @param isLast whether the client asks to close the connection with it
 */
export function rawRequest(random: Random, paths: readonly string[], isLast: boolean): string {
	if (random() < 0.02) return noise(random);
	const headers = isLast ? ['Host: a', 'Connection: close'] : ['Host: a'];
	const request: Parts = { method: 'GET', path: pick(random, paths), version: 'HTTP/1.1', headers, body: '' };
	for (let count = below(random, 4); count > 0; count--) pick(random, TWISTS)(random, request);
	const line = `${request.method} ${request.path} ${request.version}`;
	const text = [line, ...request.headers, '', request.body].join('\r\n');
	return random() < 0.05 ? damaged(random, text) : text;
}

const inserted = (random: Random, text: string, odd: string) => {
	const at = below(random, text.length + 1);
	return text.slice(0, at) + odd + text.slice(at);
};

function header(random: Random): string {
	const name = pick(random, HEADER_NAMES);
	const value = random() < 0.85 ? pick(random, HEADERS[name]!) : pick(random, ODD);
	return `${name}${random() < 0.97 ? ': ' : pick(random, [':', ' : ', '', '\t:'])}${value}`;
}

/** A request with one place changed: a byte lost, doubled, turned into another, or everything behind it gone. */
function damaged(random: Random, request: string): string {
	const at = below(random, request.length);
	const [before, here, after] = [request.slice(0, at), request[at]!, request.slice(at + 1)];
	const byte = String.fromCharCode(below(random, 256));
	return pick(random, [
		before + after,
		before + here + here + after,
		before + byte + after,
		before,
		`${before}\r\n${after}`
	]);
}

const noise = (random: Random) =>
	Array.from({ length: 1 + below(random, 200) }, () => String.fromCharCode(below(random, 256))).join('');
