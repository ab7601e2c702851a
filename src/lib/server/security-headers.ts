import { contentPolicy } from './content-policy.js';

const KEYWORDS = new Set(['self', 'none', 'wasm-unsafe-eval']);

/**
 * The Content-Security-Policy header text.
 * @param scriptHashes `sha256-…` sources of inline scripts that one prerendered page may run; empty for anything else.
 */
export function policyText(scriptHashes: readonly string[] = []): string {
	return Object.entries(contentPolicy)
		.map(([directive, sources]) => {
			const extra = directive === 'script-src' ? scriptHashes : [];
			return [directive, ...[...sources, ...extra].map(quoted)].join(' ');
		})
		.join('; ');
}

function quoted(source: string): string {
	return KEYWORDS.has(source) || source.startsWith('sha256-') ? `'${source}'` : source;
}

/** Headers that every response carries, whatever it holds, besides the content policy. */
export const plainSecurityHeaders: Readonly<Record<string, string>> = {
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'no-referrer',
	'Permissions-Policy':
		'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), midi=(), display-capture=()'
};

const POLICY_WITHOUT_INLINE_SCRIPT = policyText();

/**
 * All security headers of a response that holds no inline script: data, scripts, styles, pictures, refusals.
 * Pages rendered on request bring their own policy with a nonce; it replaces this one.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
	'Content-Security-Policy': POLICY_WITHOUT_INLINE_SCRIPT,
	...plainSecurityHeaders
};

/**
 * Keeps other sites' windows apart from ours. Browsers honour it on https and on their own machine only; elsewhere,
 * on a workshop's plain-http LAN, they ignore it with an error in the console, so there it is not sent.
 */
export function openerHeaders(hostname: string, encrypted: boolean): Readonly<Record<string, string>> {
	return encrypted || OWN_MACHINE.test(hostname) ? { 'Cross-Origin-Opener-Policy': 'same-origin' } : {};
}

/**
 * Has browsers come by https alone from now on, where the address that people use is of https. Never on a plain-http
 * network, where nobody could come any more.
 * @param host as the request names it
 */
export function transportHeaders(origin: string | null, host: string): Readonly<Record<string, string>> {
	if (origin === null || !origin.startsWith('https:') || new URL(origin).host !== host) return {};
	return { 'Strict-Transport-Security': `max-age=${YEAR_S}` };
}

const YEAR_S = 31_536_000;

const OWN_MACHINE = /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
