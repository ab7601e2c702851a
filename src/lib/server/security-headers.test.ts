import { describe, expect, test } from 'vitest';
import { openerHeaders, policyText, securityHeaders, transportHeaders } from './security-headers.ts';

const directives = (policy: string) =>
	new Map(policy.split('; ').map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]));

describe('the content policy', () => {
	const policy = directives(policyText());

	test('lets nothing in from another origin', () => {
		const allowed = new Set(["'self'", "'none'", "'wasm-unsafe-eval'", 'data:', 'blob:']);
		for (const sources of policy.values())
			expect(sources.filter((source) => !allowed.has(source))).toEqual([]);
	});

	test('runs no inline script, no inline style and no eval', () => {
		expect(policyText()).not.toMatch(/'unsafe-(inline|eval|hashes)'/);
		expect(policy.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"]);
		expect(policy.get('style-src')).toEqual(["'self'"]);
	});

	test.each(['object-src', 'base-uri', 'frame-ancestors'])('%s is closed', (name) => {
		expect(policy.get(name)).toEqual(["'none'"]);
	});

	test('hashes of a page go to scripts only', () => {
		const withHash = directives(policyText(['sha256-abc=']));
		expect(withHash.get('script-src')).toContain("'sha256-abc='");
		withHash.delete('script-src');
		expect([...withHash.values()].flat()).not.toContain("'sha256-abc='");
	});
});

test('every response says what it is, tells nobody where the visitor was, and asks for no device', () => {
	expect(securityHeaders).toMatchObject({
		'X-Content-Type-Options': 'nosniff',
		'Referrer-Policy': 'no-referrer',
		'Permissions-Policy': expect.stringContaining('camera=()')
	});
});

describe('the opener policy', () => {
	test.each(['localhost', 'patchfall.localhost', '127.0.0.1', '[::1]'])('is sent to %s', (hostname) => {
		expect(openerHeaders(hostname, false)).toEqual({ 'Cross-Origin-Opener-Policy': 'same-origin' });
	});

	test('is sent to anyone over https', () => {
		expect(openerHeaders('rooms.example', true)).toEqual({ 'Cross-Origin-Opener-Policy': 'same-origin' });
	});

	test.each(['192.168.1.20', 'localhost.example', 'room.local'])(
		'is not sent to %s over http, where a browser only complains about it',
		(hostname) => {
			expect(openerHeaders(hostname, false)).toEqual({});
		}
	);
});

test('R320: browsers are told to come by https alone where people do, and nowhere else', () => {
	const told = (origin: string | null, host: string) => transportHeaders(origin, host);
	expect(told('https://rooms.example', 'rooms.example')).toEqual({
		'Strict-Transport-Security': 'max-age=31536000'
	});
	expect(told('https://rooms.example', '192.168.1.20:3000')).toEqual({});
	expect(told('http://rooms.example', 'rooms.example')).toEqual({});
	expect(told(null, '192.168.1.20:3000')).toEqual({});
});
