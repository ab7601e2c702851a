import { expect, test } from 'vitest';
import { rawRequest, seeded } from './raw-requests.ts';

const many = (seed: number, count: number) => {
	const random = seeded(seed);
	return Array.from({ length: count }, () => rawRequest(random, ['/', '/file.js'], true));
};

test('the same seed makes the same requests, another seed others', () => {
	expect(many(7, 200)).toEqual(many(7, 200));
	expect(many(7, 200)).not.toEqual(many(8, 200));
});

test('among a few thousand are the kinds that have done harm', () => {
	const requests = many(1, 3000);
	const having = (pattern: RegExp) => requests.filter((request) => pattern.test(request)).length;
	expect(having(/^GET \/file\.js HTTP\/1\.1\r\n/)).toBeGreaterThan(50);
	expect(having(/\r\nRange: bytes=5-2\r\n/)).toBeGreaterThan(10);
	expect(having(/\r\nHost: a\r\n(.*\r\n)*?Host: /)).toBeGreaterThan(10);
	expect(having(/^(TRACE|CONNECT|PUT|DELETE) /)).toBeGreaterThan(50);
	expect(having(/^(?!.*HTTP\/)/)).toBeGreaterThan(50);
});
