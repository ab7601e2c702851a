import { beforeEach, describe, expect, test } from 'vitest';
import { HAND_OVER_TRIES, type HandOvers } from '../hand-overs.ts';

const wrong = (code: string) => (code === '000000' ? '000001' : '000000');

/** The rules of codes that take a seat to another device. @param open for rooms `r1` and `r2` */
export function describeHandOvers(name: string, open: () => Promise<HandOvers>): void {
	describe(`codes that take a seat to another device, ${name}`, () => {
		let codes: HandOvers;
		beforeEach(async () => void (codes = await open()));

		test('R90: a code has six digits and lets one device in, once', async () => {
			const { code } = await codes.make('r1', 'p1');
			expect(code).toMatch(/^\d{6}$/);
			expect(await codes.read('r1', `${code.slice(0, 3)} ${code.slice(3)}`)).toEqual({
				ok: true,
				person: 'p1'
			});
			expect(await codes.use('r1', code)).toEqual({ ok: true, person: 'p1' });
			expect(await codes.use('r1', code)).toEqual({ ok: false, code: 'codeUsed' });
			expect(await codes.read('r1', code)).toEqual({ ok: false, code: 'codeUsed' });
		});

		test('R90: five wrong codes in a room end those that are open in it, and none in another room', async () => {
			const { code } = await codes.make('r1', 'p1');
			const elsewhere = (await codes.make('r2', 'p1')).code;
			for (let n = 1; n < HAND_OVER_TRIES; n++) await codes.read('r1', wrong(code));
			expect(await codes.read('r1', code)).toMatchObject({ ok: true });
			await codes.read('r1', wrong(code));
			expect(await codes.use('r1', code)).toMatchObject({ ok: false });
			expect(await codes.use('r2', elsewhere)).toMatchObject({ ok: true });
		});

		test('R90: a new code of a person takes the place of the one before', async () => {
			const before = (await codes.make('r1', 'p1')).code;
			const { code } = await codes.make('r1', 'p1');
			expect(await codes.read('r1', before)).toMatchObject({ ok: false });
			expect(await codes.use('r1', code)).toMatchObject({ ok: true });
		});
	});
}
