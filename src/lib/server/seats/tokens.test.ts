import { expect, test } from 'vitest';
import { hashOf, isSameKey, isToken, newHostKey, newPersonId, newToken } from './tokens.ts';

test('R43: a token has at least 128 random bits, and what is kept of it does not hold it', () => {
	const token = newToken();
	expect(Buffer.from(token, 'base64url').length * 8).toBeGreaterThanOrEqual(128);
	expect(newToken()).not.toBe(token);
	expect(isToken(token)).toBe(true);
	expect(hashOf(token)).toHaveLength(32);
	expect(hashOf(token).toString('latin1')).not.toContain(token);
});

test.each([undefined, '', 'a', `${newToken()}=`, `${newToken()}\n`])('"%s" cannot be a token', (text) =>
	expect(isToken(text)).toBe(false)
);

test('a person has an id that a log takes', () => {
	expect(newPersonId()).toMatch(/^p[0-9a-f]{16}$/);
});

test('a host key is read as it is typed, and no other is', () => {
	const key = newHostKey();
	expect(key).toMatch(/^([A-Z3479]{5}-){3}[A-Z3479]{5}$/);
	expect(isSameKey(` ${key.toLowerCase().replaceAll('-', ' ')}`, key)).toBe(true);
	for (const wrong of ['', key.slice(1), newHostKey()]) expect(isSameKey(wrong, key)).toBe(false);
});
