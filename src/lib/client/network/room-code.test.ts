import { describe, expect, it } from 'vitest';
import { readLink, readRoomCode } from './room-code.ts';

const codeOf = (text: string) => {
	const read = readRoomCode(text);
	return read.kind === 'code' ? read.code : null;
};

describe('a room code', () => {
	it.each([
		'K7M4A',
		'k7m4a',
		' k7 m4a ',
		'K7M-4A',
		'http://192.168.1.20:3000/join#K7M4A',
		'patchfall.example/join#k7m4a',
		'/room?code=K7M4A&seat=p3',
		'https://patchfall.example/desk#K7M4A.secret-token'
	])('is read from “%s”', (text) => {
		expect(codeOf(text)).toBe('K7M4A');
	});

	it('names the signs that no code has, each once', () => {
		expect(readRoomCode('0ok70')).toEqual({ kind: 'wrong', typed: '0OK70', wrongSigns: ['0', 'O'] });
	});

	it.each(['', 'K7M4', 'K7M4AA'])('is none with another number of signs: “%s”', (text) => {
		expect(readRoomCode(text)).toMatchObject({ kind: 'wrong', wrongSigns: [] });
	});
});

describe('a link with a token', () => {
	it('has the code before the first dot', () => {
		expect(readLink('#k7m4a.ab.cd')).toEqual({ code: 'K7M4A', token: 'ab.cd' });
	});

	it('is none without a token', () => {
		expect(readLink('#K7M4A')).toBeNull();
		expect(readLink('')).toBeNull();
	});
});
