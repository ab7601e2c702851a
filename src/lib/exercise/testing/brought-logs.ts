import type { FileFault } from '../../scenario/parse/read-bytes.ts';
import { openRoom, play } from './play.ts';
import { recordBot } from '../bots/record.ts';
import type { LogFaultCode } from '../log/log-faults.ts';
import { saveLog } from '../log/log-file.ts';
import { SCENARIO } from './scenario.ts';

/** A log as it was saved. */
export const GOOD_LOG = saveLog({
	events: play(openRoom(SCENARIO, 'a seed'), [recordBot], 60).events,
	results: []
});

/** A log as people bring it back, and what is to be said of it wherever it is opened. */
export interface BroughtLog {
	readonly name: string;
	readonly bytes: Uint8Array<ArrayBuffer>;
	/** It opens like the good one (line ends and spaces aside), its bytes are refused, or its content is. */
	readonly outcome:
		| { readonly kind: 'opens' }
		| { readonly kind: 'noText'; readonly fault: FileFault }
		| { readonly kind: 'refused'; readonly code: LogFaultCode };
}

const opens = { kind: 'opens' } as const;
const noText = (fault: FileFault) => ({ kind: 'noText', fault }) as const;
const refused = (code: LogFaultCode) => ({ kind: 'refused', code }) as const;

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytesOf = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf16 = (text: string) =>
	Uint8Array.from({ length: text.length * 2 }, (_, at) =>
		at % 2 === 0 ? text.charCodeAt(at / 2) & 0xff : text.charCodeAt((at - 1) / 2) >> 8
	);

/** What editors, mail, networks and disks make of a good log. */
export const BROUGHT_LOGS: readonly BroughtLog[] = [
	{ name: 'byte-order-mark', bytes: utf8(`\ufeff${GOOD_LOG}`), outcome: opens },
	{ name: 'utf-16', bytes: utf16(`\ufeff${GOOD_LOG}`), outcome: opens },
	{ name: 'line-ends-of-windows', bytes: utf8(GOOD_LOG.replaceAll('\n', '\r\n')), outcome: opens },
	{ name: 'one-line', bytes: utf8(GOOD_LOG.replaceAll(/\n\t*/g, '')), outcome: opens },
	{
		name: 'download-broke-off',
		bytes: utf8(GOOD_LOG.slice(0, (GOOD_LOG.length * 2) / 3)),
		outcome: refused('cutOff')
	},
	{ name: 'nothing', bytes: utf8(''), outcome: noText('empty') },
	{ name: 'power-failed', bytes: utf8(GOOD_LOG + '\0'.repeat(512)), outcome: noText('zeroBytes') },
	{ name: 'packed', bytes: bytesOf('\x1f\x8b\x08\0\0\0\0\0\0\x03\xab\xe6'), outcome: noText('gzip') },
	{ name: 'archive', bytes: bytesOf('PK\x03\x04\x14\0\0\0'), outcome: noText('zip') },
	{ name: 'screenshot', bytes: bytesOf('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), outcome: noText('picture') },
	{
		name: 'sign-in-page',
		bytes: utf8('<!doctype html><html><body><form>Sign in to the guest network</form></body></html>'),
		outcome: noText('webPage')
	},
	{
		name: 'old-encoding',
		bytes: bytesOf(GOOD_LOG.replace('"seed":"', '"seed":"\xe9')),
		outcome: noText('otherEncoding')
	},
	{
		name: 'saved-twice',
		bytes: utf8(GOOD_LOG + GOOD_LOG),
		outcome: refused('textAfterEnd')
	},
	{
		name: 'newer',
		bytes: utf8(GOOD_LOG.replace(/"version": \d+/, '"version": 99')),
		outcome: refused('newerVersion')
	},
	{
		name: 'scenario-file',
		bytes: utf8('format: 1\nid: mine\n'),
		outcome: refused('notALog')
	},
	{
		name: 'of-another-program',
		bytes: utf8('[{"kind":"some other program","version":1}]'),
		outcome: refused('notALog')
	}
];
