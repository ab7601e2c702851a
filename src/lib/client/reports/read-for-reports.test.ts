import { describe, expect, test } from 'vitest';
import { saveLog } from '../../exercise/log/log-file.ts';
import { botSeats } from '../../room/opening.ts';
import { playBots } from '../../room/play-through.ts';
import { ScenarioLibrary } from '../../room/scenario-library.ts';
import { BUILT_IN } from '../../scenario/packs/built-in.ts';
import { loadPacksFor, SHARED_TEXTS } from '../pack-loader.ts';
import { readForReports } from './read-for-reports.ts';

const library = new ScenarioLibrary(SHARED_TEXTS);
await loadPacksFor(BUILT_IN, library);

describe.each(BUILT_IN.map(({ id }) => id))('a log of %s, read for its documents', (id) => {
	const { exercise } = library.packOf({ kind: 'builtIn', id });
	const { events } = playBots(exercise, { seed: '1', seats: botSeats(exercise, 'record') });
	const text = saveLog({ events, results: [] });

	test('goes from one thread to another: there is no function in it', () => {
		const reading = readForReports({ name: 'a log', text, needsRuns: false }, library);
		expect(structuredClone(reading)).toEqual(reading);
		expect(reading.kind).toBe('read');
	});

	test('runs no world that nobody asked for', () => {
		const reading = readForReports({ name: 'a log', text, needsRuns: false }, library);
		expect(reading).toMatchObject({ kind: 'read', washes: null, readOnly: null });
	});
});
