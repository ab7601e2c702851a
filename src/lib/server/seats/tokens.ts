import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { newCode } from '../rooms/codes.ts';

const TOKEN_BYTES = 24;
const TOKEN = /^[A-Za-z0-9_-]{32}$/;

/** What lets its holder in: 192 random bits. It is kept nowhere but with them. */
export function newToken(): string {
	return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** What a server keeps of a token: nobody who reads it comes in by it. */
export function hashOf(secret: string): Buffer {
	return createHash('sha256').update(secret).digest();
}

/** Whether a text can be a token at all: anything else is not even looked up. */
export function isToken(text: string | undefined): text is string {
	return text !== undefined && TOKEN.test(text);
}

/** Public: it says which person is meant, and opens nothing. */
export function newPersonId(): string {
	return `p${randomBytes(8).toString('hex')}`;
}

const KEY_GROUPS = 4;

/** A key to be read from one screen and typed at another: 89 random bits, written like codes. */
export function newHostKey(): string {
	return Array.from({ length: KEY_GROUPS }, newCode).join('-');
}

/** Whether a typed key is this one. Takes as long for a wrong key as for a right one. */
export function isSameKey(typed: string, key: string): boolean {
	return timingSafeEqual(hashOf(plain(typed)), hashOf(plain(key)));
}

/** As forgiving as codes are. */
const plain = (key: string) => key.toUpperCase().replace(/[\s\p{Pd}]/gu, '');
