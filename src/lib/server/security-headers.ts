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
	'Cross-Origin-Opener-Policy': 'same-origin',
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
