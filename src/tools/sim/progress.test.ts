import { expect, test } from 'vitest';
import { Progress } from './progress.ts';

function drawn(isTTY: boolean, times: readonly number[]): string[] {
	const written: string[] = [];
	const stream = { isTTY, write: (text: string | Uint8Array) => written.push(String(text)) > 0 };
	const clock = [...times];
	const progress = new Progress(stream, () => clock[0]!);
	for (; clock.length > 0; clock.shift()) progress.show(clock[0]!, 400);
	progress.end();
	return written.map((text) => text.replaceAll('\u001b', '^'));
}

test('a terminal sees how far the run is, ten times a second at most', () => {
	expect(drawn(true, [0, 50, 120])).toEqual([
		'\r^[2KMinute 0 of 400 (0 %)',
		'\r^[2KMinute 120 of 400 (30 %)',
		'\r^[2K'
	]);
});

test('what is piped stays quiet', () => {
	expect(drawn(false, [0, 200])).toEqual([]);
});
