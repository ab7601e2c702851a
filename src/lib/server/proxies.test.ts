import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { NO_PROXIES, Proxies } from './proxies.ts';

const asked = (remoteAddress: string, forwarded?: string | string[]) =>
	({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;
const proxies = new Proxies(['127.0.0.1', '10.1.0.0/16', 'fd00::/8']);

test('R318: a header changes nothing where no setting names a proxy', () => {
	expect(NO_PROXIES.addressOf(asked('127.0.0.1', '203.0.113.9'))).toBe('127.0.0.1');
	expect(NO_PROXIES.passedOn(asked('127.0.0.1', '203.0.113.9'))).toBe(false);
});

test('R318: nor where somebody comes by another way than the proxy that is named', () => {
	expect(proxies.addressOf(asked('192.168.1.31', '203.0.113.9'))).toBe('192.168.1.31');
	expect(proxies.passedOn(asked('192.168.1.31'))).toBe(false);
});

test.each([
	['the proxy says who asks', '127.0.0.1', '203.0.113.9', '203.0.113.9'],
	['by its address inside of IPv6', '::ffff:127.0.0.1', '203.0.113.9', '203.0.113.9'],
	['through two of them', '127.0.0.1', '203.0.113.9, 10.1.2.3', '203.0.113.9'],
	[
		'what somebody wrote before it came to the proxy is not believed',
		'fd00::2',
		'1.2.3.4, 2001:db8::7',
		'2001:db8::7'
	],
	['what is no address is not either', '127.0.0.1', 'unknown', '127.0.0.1'],
	['a proxy that says nothing', '127.0.0.1', undefined, '127.0.0.1']
])('R318: %s', (_what, from, said, address) => expect(proxies.addressOf(asked(from, said))).toBe(address));
