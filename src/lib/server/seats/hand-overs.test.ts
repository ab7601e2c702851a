import { expect, test } from 'vitest';
import { HAND_OVER_MS, HAND_OVER_TRIES, HandOvers } from './hand-overs.ts';

function handOvers() {
	const clock = { nowMs: 0 };
	return { clock, codes: new HandOvers(() => clock.nowMs) };
}
const wrong = (code: string) => (code === '000000' ? '000001' : '000000');

test('R90: a code has six digits and lets one device in, once', () => {
	const { codes } = handOvers();
	const { code } = codes.make('r1', 'p1');
	expect(code).toMatch(/^\d{6}$/);
	expect(codes.read('r1', `${code.slice(0, 3)} ${code.slice(3)}`)).toEqual({ ok: true, person: 'p1' });
	expect(codes.use('r1', code)).toEqual({ ok: true, person: 'p1' });
	expect(codes.use('r1', code)).toEqual({ ok: false, code: 'codeUsed' });
	expect(codes.read('r1', code)).toEqual({ ok: false, code: 'codeUsed' });
});

test('R90: a code is good for two minutes', () => {
	const { codes, clock } = handOvers();
	const { code } = codes.make('r1', 'p1');
	clock.nowMs = HAND_OVER_MS - 1;
	expect(codes.read('r1', code)).toMatchObject({ ok: true });
	clock.nowMs = HAND_OVER_MS;
	expect(codes.read('r1', code)).toEqual({ ok: false, code: 'codeOld' });
});

test('R90: five wrong codes in a room end those that are open in it, and none in another room', () => {
	const { codes } = handOvers();
	const { code } = codes.make('r1', 'p1');
	const elsewhere = codes.make('r2', 'p1').code;
	for (let n = 1; n < HAND_OVER_TRIES; n++) codes.read('r1', wrong(code));
	expect(codes.read('r1', code)).toMatchObject({ ok: true });
	codes.read('r1', wrong(code));
	expect(codes.use('r1', code)).toMatchObject({ ok: false });
	expect(codes.use('r2', elsewhere)).toMatchObject({ ok: true });
});

test('R90: a new code of a person takes the place of the one before', () => {
	const { codes } = handOvers();
	const before = codes.make('r1', 'p1').code;
	const { code } = codes.make('r1', 'p1');
	expect(codes.read('r1', before)).toMatchObject({ ok: false });
	expect(codes.use('r1', code)).toMatchObject({ ok: true });
});
