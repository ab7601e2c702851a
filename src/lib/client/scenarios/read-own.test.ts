import { expect, test } from 'vitest';
import { ScenarioLibrary } from '../../room/scenario-library.ts';
import { idOfRef } from '../../room/scenario-ref.ts';
import { exampleScenario } from '../../scenario/example.ts';
import { earthText, modelTexts } from '../packs.ts';
import { latestOfEach, type KeptScenario } from './kept-scenarios.ts';
import { readOwn, type OwnReading } from './read-own.ts';

const library = new ScenarioLibrary({ earth: earthText, models: modelTexts, scenarios: [] });
const TEXT = exampleScenario('My town');
const read = (...texts: [string, string][]): OwnReading =>
	readOwn(
		texts.map(([name, text]) => ({ name, text })),
		library
	);

/** The name that a sound scenario is kept under. */
function refOf(reading: OwnReading): string {
	if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
	return reading.scenario.ref;
}

test('R230: an author’s file is named by its id and its content, and kept as it stands', () => {
	const reading = read(['my-town.yaml', TEXT]);
	expect(idOfRef(refOf(reading))).toBe('my-town');
	expect(reading).toMatchObject({ scenario: { name: 'my-town.yaml', text: TEXT, title: { en: 'My town' } } });
});

test('R230: with another lever it is another version, with another word it is the same', () => {
	const ref = refOf(read(['a.yaml', TEXT]));
	expect(refOf(read(['a.yaml', TEXT.replace('costUsd: 120000', 'costUsd: 130000')]))).not.toBe(ref);
	expect(refOf(read(['a.yaml', TEXT.replace('Ward 4', 'Ward 5')]))).toBe(ref);
});

test('R231: a scenario in several files is put together, in whatever order they were chosen', () => {
	const at = TEXT.indexOf('\ninjects:');
	const end = TEXT.indexOf('\ncuts:');
	const main = TEXT.slice(0, at).replace('phases:', 'parts: [messages]\nphases:') + TEXT.slice(end);
	const part = `format: 1\npart: messages\n${TEXT.slice(at, end)}`;
	const reading = read(['messages.yaml', part], ['main.yaml', main]);
	expect(refOf(reading)).toBe(refOf(read(['a.yaml', TEXT])));
	// What is kept is one file that needs no other.
	expect(reading.ok && refOf(read(['one.yaml', reading.scenario.text]))).toBe(refOf(reading));
	// A part that was not chosen is said to be missing, and where it is named.
	const missing = read(['main.yaml', main]);
	expect(missing).toMatchObject({ ok: false, faults: [{ code: 'unknown', params: { id: 'messages' } }] });
	// A fault in a part is found in that part.
	const faulty = read(['main.yaml', main], ['messages.yaml', part.replace('ticket', 'pigeon')]);
	expect(faulty).toMatchObject({ ok: false, faults: [{ file: 'messages.yaml', code: 'notAmong' }] });
});

test('R230: a file that holds but that nobody could play alone says so', () => {
	const unplayable = TEXT.replaceAll(/ {4}budget: .*\n/g, '');
	expect(read(['a.yaml', unplayable])).toMatchObject({ ok: false, faults: [{ code: 'notPlayable' }] });
});

test('R230: of several versions the list shows the one added last, and the latest scenario first', () => {
	const kept = (ref: string, addedAtMs: number): KeptScenario => {
		return { ref, addedAtMs, name: '', title: { en: '' }, text: '' };
	};
	const all = [kept('a@0000000000000001', 1), kept('a@0000000000000002', 3), kept('b@0000000000000003', 2)];
	expect(latestOfEach(all).map(({ ref }) => ref)).toEqual(['a@0000000000000002', 'b@0000000000000003']);
});
