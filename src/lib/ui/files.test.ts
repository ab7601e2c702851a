import { describe, expect, test } from 'vitest';
import { readLog } from '../exercise/log/read-log.ts';
import { BROUGHT_LOGS, GOOD_LOG } from '../exercise/testing/brought-logs.ts';
import { wordsFor } from '../text/words.ts';
import { readFile } from './files.ts';

describe('a log that a page is given', () => {
	test.each(BROUGHT_LOGS)('$name', async ({ name, bytes, outcome }) => {
		const read = await readFile(new File([bytes], `${name}.log.json`));
		if (outcome.kind === 'noText') {
			expect(read).toEqual({ ok: false, name: `${name}.log.json`, why: outcome.fault });
			expect(wordsFor().files[outcome.fault](read.name)).toContain(`${name}.log.json`);
			return;
		}
		if (!read.ok) return expect.unreachable(`${name}: ${read.why}`);
		const reading = readLog(read.text, read.name);
		if (outcome.kind === 'opens') return expect(reading).toEqual(readLog(GOOD_LOG, read.name));
		if (reading.ok) return expect.unreachable(`${name} opened`);
		expect(reading.faults[0]!.code).toBe(outcome.code);
	});
});

test('a file that vanished or is far too large is refused in words', async () => {
	const gone = Object.assign(new File(['x'], 'gone'), {
		arrayBuffer: () => Promise.reject(new Error('gone'))
	});
	expect(await readFile(gone)).toEqual({ ok: false, name: 'gone', why: 'unreadable' });
	const huge = Object.defineProperty(new File([], 'huge'), 'size', { value: 64_000_001 });
	expect(await readFile(huge)).toEqual({ ok: false, name: 'huge', why: 'tooLarge' });
});
