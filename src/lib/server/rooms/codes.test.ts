import { expect, test } from 'vitest';
import { newCode, readCode } from './codes.ts';

test('R42: a code has five signs, none of which is taken for another', () => {
	const codes = Array.from({ length: 2000 }, newCode);
	for (const code of codes) expect(code).toMatch(/^[ACDEFHJKMNPRTUVWXY3479]{5}$/);
	expect(new Set(codes.join('')).size).toBe(22);
	expect(new Set(codes).size).toBeGreaterThan(1990);
});

test.each(['KMNPR', 'kmnpr', ' km npr ', 'KM-NPR', 'k m‑n–p—r', 'KM\u200bNPR'])(
	'R42: "%s" is read as the code that it means',
	(typed) => expect(readCode(typed)).toEqual({ ok: true, code: 'KMNPR' })
);

test('R42: of what cannot be a code the signs are named that no code has', () => {
	expect(readCode('K0NOR')).toEqual({ ok: false, wrongSigns: ['0', 'O'] });
	expect(readCode('ß💥…')).toEqual({ ok: false, wrongSigns: ['S', '💥', '…'] });
	for (const typed of ['', 'KMNP', 'KMNPRA']) expect(readCode(typed)).toEqual({ ok: false, wrongSigns: [] });
});
