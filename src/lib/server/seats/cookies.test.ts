import { expect, test } from 'vitest';
import { cookieName, readCookies, seatCookie, seatTokens } from './cookies.ts';

test('R44: a seat is held by a cookie that no script reads and no other site sends', () => {
	const cookie = seatCookie('KMNPR', 'p1', 'secret', false);
	expect(cookie).toMatch(/^room-KMNPR-p1=secret; /);
	for (const attribute of ['HttpOnly', 'SameSite=Lax', 'Path=/'])
		expect(cookie.split('; ')).toContain(attribute);
});

test('R44: with https it never travels without, and on plain http it is kept at all', () => {
	expect(seatCookie('KMNPR', 'p1', 'secret', true)).toMatch(/; Secure$/);
	expect(seatCookie('KMNPR', 'p1', 'secret', false)).not.toContain('Secure');
});

test('each seat of a browser has its own cookie', () => {
	const header = `other=1; ${cookieName('KMNPR', 'p1')}=a; ${cookieName('KMNPR', 'p2')}=b`;
	expect(readCookies(header).get('room-KMNPR-p2')).toBe('b');
	expect(seatTokens(header)).toEqual(['a', 'b']);
	expect(readCookies(undefined).size).toBe(0);
	expect(readCookies('; nothing; =').get('nothing')).toBeUndefined();
});
