/**
 * From the bytes of a file to its text: the one way for every file that a person brings, on a page and on the
 * command line, so that both give the same answer.
 */

/** What a file is instead of a scenario or a log. */
export type FileFault =
	'empty' | 'gzip' | 'zip' | 'picture' | 'document' | 'webPage' | 'zeroBytes' | 'otherEncoding' | 'binary';

export type BytesReading =
	{ readonly ok: true; readonly text: string } | { readonly ok: false; readonly fault: FileFault };

/** First bytes by which kinds of files are known. */
const SIGNATURES: readonly (readonly [FileFault, string])[] = [
	['gzip', '\x1f\x8b'],
	['zip', 'PK\x03\x04'],
	['zip', '7z\xbc\xaf\x27\x1c'],
	['zip', '\xfd7zXZ\0'],
	['zip', 'BZh'],
	['zip', '\x28\xb5\x2f\xfd'],
	['picture', '\x89PNG'],
	['picture', 'GIF8'],
	['picture', '\xff\xd8\xff'],
	['document', '%PDF'],
	['document', '{\\rtf'],
	['document', '\xd0\xcf\x11\xe0']
];

const WEB_PAGE = /^\s*(<!--[^]*?-->\s*)*<(!doctype html|html|head|body)\b/i;
/** Control characters that no text holds, besides zero bytes. */
const CONTROL = /[\x01-\x08\x0e-\x1a\x1c-\x1f]/; // eslint-disable-line no-control-regex

/** Reads UTF-8, or UTF-16 as Windows programs write it; a byte-order mark is left out. */
export function readBytes(bytes: Uint8Array): BytesReading {
	const known = SIGNATURES.find(([, start]) => startsWith(bytes, start));
	if (known !== undefined) return { ok: false, fault: known[0] };
	const text = decoded(bytes);
	if (text === null) return { ok: false, fault: 'otherEncoding' };
	if (/^[\s\0]*$/.test(text)) return { ok: false, fault: 'empty' };
	if (WEB_PAGE.test(text)) return { ok: false, fault: 'webPage' };
	if (CONTROL.test(text)) return { ok: false, fault: 'binary' };
	if (text.includes('\0')) return { ok: false, fault: 'zeroBytes' };
	return { ok: true, text };
}

function startsWith(bytes: Uint8Array, start: string): boolean {
	return Array.from(start).every((character, at) => bytes[at] === character.charCodeAt(0));
}

/** Null: neither UTF-8 nor UTF-16. */
function decoded(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}

/** By the byte-order mark; without one by the zeros that every second byte of plain letters is in UTF-16. */
function encodingOf([first, second, third, fourth]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
	if (first === 0xff && second === 0xfe) return 'utf-16le';
	if (first === 0xfe && second === 0xff) return 'utf-16be';
	if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return 'utf-16le';
	if (first === 0 && second !== 0 && third === 0 && fourth !== 0) return 'utf-16be';
	return 'utf-8';
}
