import { beforeEach, describe, expect, test } from 'vitest';
import { FakeClock } from '../../room/testing/fake-clock.ts';
import { ScenarioLibrary } from '../../room/scenario-library.ts';
import { playedText } from '../../room/testing/played-pack.ts';
import { earthText, modelTexts } from '../packs.ts';
import { ComparisonHost } from './comparison-host.ts';
import { readComparisonMessage, type ComparisonMessage } from './messages.ts';
import { readComparisonRequest, type ComparisonBody } from './requests.ts';

const library = new ScenarioLibrary({
	earth: earthText,
	models: modelTexts,
	scenarios: [{ name: 'small.yaml', text: playedText() }]
});
const { id } = library.builtIn[0]!;

let clock: FakeClock;
let messages: ComparisonMessage[];
let host: ComparisonHost;
const ask = (body: ComparisonBody) => host.answer({ ...body, id: 'one' });
const minute = () =>
	messages
		.flatMap((one) =>
			one.type === 'motion' ? [one.minute] : one.type === 'frames' ? [one.frames.at(-1)!.minute] : []
		)
		.at(-1);
const latest = <Type extends ComparisonMessage['type']>(type: Type) =>
	messages.filter((one) => one.type === type).at(-1) as
		Extract<ComparisonMessage, { type: Type }> | undefined;
const openSmall = (seed = '1') => ask({ type: 'openScenario', source: { kind: 'builtIn', id }, seed });
const openLog = (text: string, rerun = false) => ask({ type: 'openLog', name: 'a.log.json', text, rerun });
const play = async (minutesPerSecond: number | null) => {
	await ask({ type: 'setPace', minutesPerSecond });
	await ask({ type: 'resume' });
};
const steps = async (n: number) => {
	for (let i = 0; i < n; i++) await ask({ type: 'step' });
};

beforeEach(() => {
	clock = new FakeClock();
	messages = [];
	host = new ComparisonHost(library, (one) => messages.push(one), clock);
});

describe('R163: time in a comparison', () => {
	test('what was opened stands at its first minute until somebody lets it go', async () => {
		await openSmall();
		expect(latest('opened')?.facts).toMatchObject({ scenarioId: id, refused: [], log: null });
		await clock.pass(10_000);
		expect(minute()).toBe(0);
		expect(latest('motion')).toMatchObject({ motion: 'paused', minute: 0 });
	});

	test('at ten minutes a second, two seconds are twenty minutes, in both worlds', async () => {
		await openSmall();
		await play(10);
		await clock.pass(2050);
		expect(minute()).toBe(20);
		const shown = messages.flatMap((one) =>
			one.type === 'frames' ? one.frames.map((frame) => `${one.series} ${frame.minute}`) : []
		);
		expect(shown).toContain('record 20');
		expect(shown).toContain('none 20');
	});

	test('pause holds it, and what was on its way does not move it', async () => {
		await openSmall();
		await play(10);
		await clock.pass(1050);
		await ask({ type: 'pause' });
		const heard = messages.length;
		await clock.pass(5000);
		expect(messages.length).toBe(heard);
		expect(latest('motion')).toMatchObject({ motion: 'paused', minute: 10 });
		await play(1);
		await clock.pass(2050);
		expect(minute()).toBe(12);
	});

	test('what is opened while something else plays is not moved by that', async () => {
		await openSmall();
		await play(10);
		await clock.pass(1050);
		await openSmall('another');
		await clock.pass(3000);
		expect(minute()).toBe(0);
	});

	test('a step is one minute at first, and running goes on where it stands', async () => {
		await openSmall();
		await steps(3);
		expect(latest('motion')).toMatchObject({ motion: 'paused', minute: 3 });
		await clock.pass(1000);
		expect(minute()).toBe(3);
		await play(1);
		await clock.pass(1100);
		expect(minute()).toBe(4);
	});

	test('the states do not depend on how they were watched', async () => {
		await openSmall();
		await steps(16);
		const stepped = latest('motion')!.hashes;
		await openSmall();
		await play(16);
		await clock.pass(1040);
		await ask({ type: 'pause' });
		expect(latest('motion')).toMatchObject({ minute: 16, hashes: stepped });
	});

	test('as fast as it can, it comes to the end and says so', async () => {
		await openSmall();
		await play(null);
		while (latest('motion')!.motion !== 'ended') await clock.pass(1000);
		const { minute, hashes } = latest('motion')!;
		const { horizonMin } = latest('opened')!.facts;
		expect(minute).toBe(horizonMin);
		expect(hashes.record).not.toBe(hashes.none);
		await ask({ type: 'step' });
		await ask({ type: 'pause' });
		expect(latest('motion')).toMatchObject({ motion: 'ended', minute: horizonMin });
	});
});

describe('R164: logs beside the bots', () => {
	const savedAt16 = async () => {
		await openSmall('logs');
		await steps(16);
		await ask({ type: 'saveLog', series: 'record' });
		return { text: latest('log')!.text, hash: latest('motion')!.hashes.record! };
	};

	test('a saved log opens at its last minute, in the state that was stored with it', async () => {
		const { text, hash } = await savedAt16();
		await openLog(text);
		expect(latest('opened')?.facts).toMatchObject({
			seed: 'logs',
			log: { endMin: 16, stored: { stateHash: hash } }
		});
		await clock.pass(1000);
		expect(latest('motion')).toMatchObject({
			motion: 'paused',
			minute: 16,
			hashes: { log: hash, record: hash }
		});
	});

	test('after the end of a log the others go on at the pace that was chosen', async () => {
		const { text } = await savedAt16();
		await ask({ type: 'setPace', minutesPerSecond: 1 });
		await openLog(text);
		await clock.pass(1000);
		await ask({ type: 'resume' });
		await clock.pass(2050);
		expect(minute()).toBe(18);
		const last = messages.flatMap((one) =>
			one.type === 'frames' && one.series === 'log' ? [one.frames.at(-1)!.minute] : []
		);
		expect(last.at(-1)).toBe(16);
	});

	test('a log of other physics opens read-only, and runs again only when asked', async () => {
		const { text } = await savedAt16();
		const old = text.replace(/"engineVersion":"[^"]*"/, '"engineVersion":"0"');
		await openLog(old);
		expect(latest('readOnlyLog')).toMatchObject({ canRerun: true, results: [{ minute: 16 }] });
		expect(latest('opened')?.facts.log).toBeNull();
		await openLog(old, true);
		expect(latest('opened')?.facts.log).toMatchObject({ endMin: 16 });
	});

	test('a log of a scenario that is not here says which', async () => {
		const { text } = await savedAt16();
		await openLog(text.replace(`"scenarioId":"${id}"`, '"scenarioId":"june-1999"'));
		expect(latest('logOfOther')).toMatchObject({ file: 'a.log.json', scenarioId: 'june-1999' });
	});
});

test('R160: every request is answered, and whatever is said the page can read', async () => {
	expect(await ask({ type: 'step' })).toMatchObject({ kind: 'refused', refusal: { code: 'nothingOpen' } });
	expect(await openSmall()).toMatchObject({ kind: 'accepted' });
	await steps(2);
	await ask({ type: 'saveLog', series: 'none' });
	await openLog('{');
	await openLog(latest('log')!.text);
	const types = new Set(messages.map(({ type }) => type));
	expect([...types].sort()).toEqual(['frames', 'log', 'logRefused', 'motion', 'opened', 'ready']);
	for (const one of messages) expect(readComparisonMessage(structuredClone(one)), one.type).not.toBeNull();
	expect(readComparisonMessage({ type: 'frames', minute: 1 })).toBeNull();
	expect(readComparisonMessage({ type: 'constructor' })).toBeNull();
	expect(readComparisonRequest({ type: 'step', id: 'a' })).not.toBeNull();
	expect(readComparisonRequest({ type: 'saveLog', id: 'a', series: 'log' })).toBeNull();
});
