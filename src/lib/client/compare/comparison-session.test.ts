import { beforeEach, describe, expect, test } from 'vitest';
import { earthText, modelTexts, scenarioTexts } from '../packs.ts';
import { readMessage, type ComparisonMessage, type ComparisonRequest } from './messages.ts';
import { FakeClock } from '../../room/testing/fake-clock.ts';
import { ComparisonSession } from './comparison-session.ts';
import { ScenarioLibrary } from '../../room/scenario-library.ts';

const library = new ScenarioLibrary({ earth: earthText, models: modelTexts, scenarios: scenarioTexts });

let clock: FakeClock;
let messages: ComparisonMessage[];
let session: ComparisonSession;
const ask = (request: ComparisonRequest) => session.answer(request);
const minute = () => messages.flatMap((one) => ('minute' in one ? [one.minute] : [])).at(-1);
const latest = <Type extends ComparisonMessage['type']>(type: Type) =>
	messages.filter((one) => one.type === type).at(-1) as
		Extract<ComparisonMessage, { type: Type }> | undefined;
const openJuly = (seed = '1') =>
	ask({ type: 'open', request: { kind: 'scenario', source: { kind: 'builtIn', id: 'july-2024' }, seed } });
const openLog = (text: string, rerun = false) =>
	ask({ type: 'open', request: { kind: 'log', name: 'a.log.json', text, rerun } });
const steps = (n: number) => {
	for (let i = 0; i < n; i++) ask({ type: 'step' });
};

beforeEach(() => {
	clock = new FakeClock();
	messages = [];
	session = new ComparisonSession(library, (one) => messages.push(one), clock);
});

describe('time in a run', () => {
	test('an opened run stands at its first minute until somebody lets it go', () => {
		openJuly();
		expect(latest('opened')?.facts.series).toEqual(['record', 'none']);
		clock.passNow(10_000);
		expect(minute()).toBe(0);
		expect(latest('motion')).toMatchObject({ motion: 'paused', minute: 0 });
	});

	test('at ten minutes a second, two seconds are twenty minutes', () => {
		openJuly();
		ask({ type: 'play', pace: 10 });
		clock.passNow(2050);
		expect(minute()).toBe(20);
	});

	test('pause holds it, and what was on its way does not move it', () => {
		openJuly();
		ask({ type: 'play', pace: 10 });
		clock.passNow(1050);
		ask({ type: 'pause' });
		const heard = messages.length;
		clock.passNow(5000);
		expect(messages.length).toBe(heard);
		expect(latest('motion')).toMatchObject({ motion: 'paused', minute: 10 });
		ask({ type: 'play', pace: 1 });
		clock.passNow(2050);
		expect(minute()).toBe(12);
	});

	test('a run that is opened while another plays is not moved by that one', () => {
		openJuly();
		ask({ type: 'play', pace: 10 });
		clock.passNow(1050);
		openJuly('another');
		clock.passNow(3000);
		expect(minute()).toBe(0);
	});

	test('a step is one minute at first, and running goes on where it stands', () => {
		openJuly();
		steps(3);
		expect(minute()).toBe(3);
		ask({ type: 'play', pace: 1 });
		clock.passNow(1100);
		expect(minute()).toBe(4);
	});

	test('the state does not depend on how it was watched', () => {
		openJuly();
		steps(16);
		const stepped = latest('motion')!.hashes;
		openJuly();
		ask({ type: 'play', pace: 16 });
		clock.passNow(1040);
		ask({ type: 'pause' });
		expect(latest('motion')).toMatchObject({ minute: 16, hashes: stepped });
	});
});

describe('logs', () => {
	const savedAt16 = () => {
		openJuly('logs');
		steps(16);
		ask({ type: 'saveLog', series: 'record' });
		return { text: latest('log')!.text, hash: latest('motion')!.hashes.record! };
	};

	test('a saved log opens at its last minute, in the state that was stored with it', () => {
		const { text, hash } = savedAt16();
		openLog(text);
		expect(latest('opened')?.facts).toMatchObject({
			seed: 'logs',
			log: { endMin: 16, stored: { stateHash: hash } }
		});
		clock.passNow(100);
		expect(latest('motion')).toMatchObject({
			motion: 'paused',
			minute: 16,
			hashes: { log: hash, record: hash }
		});
	});

	test('a log of other physics opens read-only, and runs again only when asked', () => {
		const text = savedAt16().text.replace(/"engineVersion":"[^"]*"/, '"engineVersion":"0"');
		openLog(text);
		expect(latest('readOnlyLog')).toMatchObject({ canRerun: true, results: [{ minute: 16 }] });
		expect(latest('opened')?.facts.log).toBeNull();
		openLog(text, true);
		expect(latest('opened')?.facts.log).toMatchObject({ endMin: 16 });
	});

	test('a log of a scenario that is not here says which', () => {
		openLog(savedAt16().text.replace('"scenarioId":"july-2024"', '"scenarioId":"june-1999"'));
		expect(latest('logOfOther')).toMatchObject({ file: 'a.log.json', scenarioId: 'june-1999' });
	});
});

test('whatever a run says, the page can read', () => {
	openJuly();
	steps(2);
	ask({ type: 'saveLog', series: 'none' });
	openLog('{');
	openLog(latest('log')!.text);
	const types = new Set(messages.map(({ type }) => type));
	expect([...types].sort()).toEqual(['frames', 'log', 'logRefused', 'motion', 'opened', 'ready']);
	for (const one of messages) expect(readMessage(structuredClone(one)), one.type).not.toBeNull();
	expect(readMessage({ type: 'frames', minute: 1, frames: { record: 5 } })).toBeNull();
	expect(readMessage({ type: 'constructor' })).toBeNull();
});
