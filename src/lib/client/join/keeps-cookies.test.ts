import { expect, it } from 'vitest';
import { keepsCookies } from './keeps-cookies.ts';

/** A browser's cookies, in which others stand already. */
function jar(keeps: boolean) {
	const kept = new Map([['room-K7M4A-p1', '']]);
	return {
		get cookie() {
			return [...kept].map(([name, value]) => `${name}=${value}`).join('; ');
		},
		set cookie(text: string) {
			const [pair = '', ...rest] = text.split('; ');
			const [name = '', value = ''] = pair.split('=');
			if (rest.includes('Max-Age=0')) kept.delete(name);
			else if (keeps) kept.set(name, value);
		}
	};
}

it('R213: a browser that keeps no cookies is found out before it takes a seat, and nothing stays of having tried', () => {
	expect(keepsCookies(jar(false))).toBe(false);
	const page = jar(true);
	expect(keepsCookies(page)).toBe(true);
	expect(page.cookie).toBe('room-K7M4A-p1=');
});
