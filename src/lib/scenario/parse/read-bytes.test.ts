import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readBytes, type FileFault } from './read-bytes.ts';

const LOG = '{"format": "patchfall-log", "note": "Zürich – 東京"}\n';
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, isLittleEndian: boolean) => {
	const bytes = new Uint8Array(text.length * 2);
	const view = new DataView(bytes.buffer);
	Array.from({ length: text.length }, (_, at) => view.setUint16(at * 2, text.charCodeAt(at), isLittleEndian));
	return bytes;
};
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe('the same text comes out of', () => {
	test.each<[string, Uint8Array]>([
		['UTF-8', utf8(LOG)],
		['UTF-8 with a byte-order mark, as some editors save it', utf8(`\ufeff${LOG}`)],
		['UTF-16 as Windows saves it', utf16(`\ufeff${LOG}`, true)],
		['UTF-16 of the other byte order', utf16(`\ufeff${LOG}`, false)],
		['UTF-16 that does not say so', utf16(LOG, true)],
		['UTF-16 of the other byte order that does not say so', utf16(LOG, false)]
	])('%s', (_name, bytes) => {
		expect(readBytes(bytes)).toEqual({ ok: true, text: LOG });
	});
});

test('lines keep the ends that they have', () => {
	expect(readBytes(utf8('a: 1\r\nb: 2\r\n'))).toEqual({ ok: true, text: 'a: 1\r\nb: 2\r\n' });
});

describe('what is no text of ours is named for what it is', () => {
	test.each<[string, FileFault, Uint8Array]>([
		['nothing', 'empty', utf8('')],
		['blank lines', 'empty', utf8('\ufeff \r\n\n')],
		['nothing but zero bytes', 'empty', new Uint8Array(4096)],
		['a log that a mail gateway packed', 'gzip', gzipSync(LOG)],
		['an archive or an office document', 'zip', latin1('PK\x03\x04\x14\0')],
		['a screenshot', 'picture', latin1('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')],
		['a photograph', 'picture', latin1('\xff\xd8\xff\xe0\0\x10JFIF')],
		['a report', 'document', latin1('%PDF-1.7\n')],
		['a sign-in page', 'webPage', utf8('<!doctype html><html><title>Guest network</title></html>')],
		['an error page', 'webPage', utf8('\ufeff<!-- proxy -->\n<HTML lang="en"><body>502</body></HTML>')],
		['a log whose saving was interrupted', 'zeroBytes', utf8(LOG + '\0'.repeat(512))],
		['a log saved in an old encoding', 'otherEncoding', latin1('{"rationale": "caf\xe9"}')],
		['half a letter', 'otherEncoding', utf8(LOG).slice(0, LOG.indexOf('ü') + 1)],
		['a program', 'binary', utf8('\x7fELF\x02\x01\x01')]
	])('%s', (_name, fault, bytes) => {
		expect(readBytes(bytes)).toEqual({ ok: false, fault });
	});
});

test('text that only speaks of such things is text', () => {
	for (const text of ['title: <html> in a title\n', 'PK: 1\n', 'a: "\\u0000"\n']) {
		expect(readBytes(utf8(text))).toEqual({ ok: true, text });
	}
});
