import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { foldLog } from '../../exercise/log/evolve.ts';
import { readLog } from '../../exercise/log/read-log.ts';
import { playedLog } from '../testing/played-material.ts';
import { waysOf } from './material.ts';

test('a run that somebody played alone is told from a room, where others read what documents say', async () => {
	const file = new URL('../../exercise/testing/fixtures/format-1-solo-airline.log.json', import.meta.url);
	const reading = readLog(readFileSync(file, 'utf8'), 'airline.log.json');
	if (!reading.ok) throw new Error('the fixture does not open');
	const { events } = reading.log;
	expect(waysOf({ state: foldLog(events), events })).toBe('solo');
	for (const ways of ['shared', 'parallel'] as const) {
		const room = await playedLog(ways);
		expect(waysOf({ state: foldLog(room), events: room })).toBe(ways);
	}
});
