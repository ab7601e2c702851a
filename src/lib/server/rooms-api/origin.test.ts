import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { isForeign, isOwnMachine, isSecure } from './origin.ts';

const asked = (headers: Record<string, string>, remoteAddress = '127.0.0.1') =>
	({ headers, socket: { remoteAddress } }) as unknown as IncomingMessage;

describe('R46: a page of another site', () => {
	test.each([
		['http://10.0.0.5:3000', '10.0.0.5:3000'],
		['https://rooms.example', 'rooms.example'],
		['https://rooms.example', 'Rooms.example:443'],
		['http://[fd00::5]:3000', '[fd00::5]:3000']
	])('%s is at home at %s', (origin, host) => expect(isForeign(asked({ origin, host }), null)).toBe(false));

	test.each([
		['http://10.0.0.5:3001', '10.0.0.5:3000'],
		['http://evil.example', '10.0.0.5:3000'],
		['http://10.0.0.5', '10.0.0.5:3000'],
		['null', '10.0.0.5:3000'],
		['', '10.0.0.5:3000']
	])('%s is foreign to %s', (origin, host) => expect(isForeign(asked({ origin, host }), null)).toBe(true));

	test('the address that a setting names is at home whatever a proxy calls the server', () => {
		const behind = asked({ origin: 'https://rooms.example', host: '127.0.0.1:3000' });
		expect(isForeign(behind, 'https://rooms.example')).toBe(false);
		expect(isForeign(behind, 'https://other.example')).toBe(true);
	});

	test('a program without an origin is none', () => {
		expect(isForeign(asked({ host: '10.0.0.5:3000' }), null)).toBe(false);
	});
});

describe('R56: somebody at this very machine', () => {
	test.each([
		['127.0.0.1', 'localhost:3000'],
		['::1', '[::1]:3000'],
		['::ffff:127.0.0.1', '127.0.0.1:3000']
	])('asks from %s under %s', (remote, host) =>
		expect(isOwnMachine(asked({ host }, remote), null)).toBe(true)
	);

	test.each([
		['10.0.0.9', 'localhost:3000', {}, null],
		['127.0.0.1', 'evil.example:3000', {}, null],
		['127.0.0.1', 'localhost:3000', { 'x-forwarded-for': '1.2.3.4' }, null],
		['127.0.0.1', 'localhost:3000', {}, 'https://rooms.example']
	])('does not ask from %s under %s %j with origin %s', (remote, host, more, origin) =>
		expect(isOwnMachine(asked({ host, ...more }, remote), origin)).toBe(false)
	);
});

test('a page came by https where it says so, or where the address that people use does', () => {
	expect(isSecure(asked({ origin: 'https://rooms.example' }), null)).toBe(true);
	expect(isSecure(asked({}), 'https://rooms.example')).toBe(true);
	expect(isSecure(asked({ origin: 'http://10.0.0.5:3000' }), null)).toBe(false);
	expect(isSecure(asked({}), null)).toBe(false);
});
