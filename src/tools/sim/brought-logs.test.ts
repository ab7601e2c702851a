import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readLog } from '../../lib/exercise/log/read-log.ts';
import { BROUGHT_LOGS, GOOD_LOG } from '../../lib/exercise/testing/brought-logs.ts';
import { logFaultText } from '../../lib/text/log-fault-text.ts';
import { wordsFor } from '../../lib/text/words.ts';
import { loadPack, readText } from '../packs.ts';
import { playCourse } from './course.ts';
import { readOptions } from './options.ts';

let place: string;
beforeAll(() => (place = mkdtempSync(join(tmpdir(), 'patchfall-brought-'))));
afterAll(() => rmSync(place, { recursive: true }));

/** What the page says is wrong with a log. */
function whatIsWrong(bytes: Uint8Array, name: string): string {
	const reading = readLog(new TextDecoder().decode(bytes), name);
	return reading.ok ? expect.unreachable('it opens') : logFaultText(reading.faults[0]!).what;
}

describe('a log that the command line is given', () => {
	const pack = loadPack(join(import.meta.dirname, 'fixtures', 'three-cities.yaml'));

	test.each(BROUGHT_LOGS)('$name', ({ name, bytes, outcome }) => {
		const file = join(place, `${name}.log.json`);
		writeFileSync(file, bytes);
		if (outcome.kind === 'opens') {
			expect(readLog(readText(file), 'a')).toEqual(readLog(GOOD_LOG, 'a'));
			return;
		}
		const options = readOptions(['--scenario', 'three-cities', '--policy', file, '--out', place]);
		if (typeof options === 'string') return expect.unreachable(options);
		const says =
			outcome.kind === 'noText' ? wordsFor().files[outcome.fault](file) : whatIsWrong(bytes, basename(file));
		expect(() => playCourse(pack, options, [])).toThrow(says);
	});
});

test('a scenario file is read the same way', () => {
	const file = join(place, 'mine.yaml');
	writeFileSync(file, '\x1f\x8b\x08\0', 'latin1');
	expect(() => loadPack(file)).toThrow(wordsFor().files.gzip(file));
});
