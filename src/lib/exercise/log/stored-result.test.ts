import { expect, test } from 'vitest';
import { departureOf } from './stored-result.ts';

const END = { world: 'shared', minute: 300, stateHash: 'aaaaaaaaaaaaaaaa' };

test('a log whose world comes to the stored state says nothing', () => {
	expect(departureOf([END], END)).toBeNull();
	expect(departureOf([{ ...END, world: 'fork', stateHash: 'b' }, END], END)).toBeNull();
});

test('a log that stored no result of this world has nothing to compare with', () => {
	expect(departureOf([], END)).toBeNull();
	expect(departureOf([{ ...END, world: 'fork' }], END)).toBeNull();
});

test('another state than the stored one is said, with both', () => {
	expect(departureOf([{ ...END, stateHash: 'bbbbbbbbbbbbbbbb' }], END)).toEqual({
		code: 'otherState',
		minute: 300,
		stored: 'bbbbbbbbbbbbbbbb',
		reached: 'aaaaaaaaaaaaaaaa'
	});
});

test('a result of another minute than the last is said: events were cut off or added', () => {
	expect(departureOf([{ ...END, minute: 900 }], END)).toEqual({
		code: 'otherMinute',
		minute: 900,
		endMin: 300
	});
	expect(departureOf([{ ...END, minute: 200 }], END)).toMatchObject({ code: 'otherMinute', minute: 200 });
	expect(departureOf([{ ...END, minute: 200 }, END], END)).toBeNull();
});
