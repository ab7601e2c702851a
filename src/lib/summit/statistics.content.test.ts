import { describe, expect, test } from 'vitest';
import { seedFromText, streamKeys, uniform } from '../sim/random/hash.ts';
import type { Accord } from './accord/accord.ts';
import { flawsOf } from './accord/sound.ts';
import { playOut } from './testing/play-out.ts';
import type { Vote } from './log/events.ts';
import { resultOf, type Result } from './outcome.ts';
import { ON_RECORD } from './testing/room.ts';
import { ONE_SIDED, textOf, worths } from './testing/texts.ts';
import { summitOf } from './testing/worked-examples.ts';
import { shownBy, trustAfter, trustAtFirst, type Trust } from './value/trust.ts';
import { isDeep } from '../sim/testing/deep.ts';

const PLAYS = isDeep ? 200 : 20;
const TEXTS = isDeep ? 20_000 : 2_000;

const summit = summitOf('july-2024');
const first = trustAtFirst(summit);

/** What a ballot over a text would end in, everybody voting by what it is worth to them. */
function ballotOn(text: Accord, trust: Trust = first): Result {
	const by = worths(summit, text, trust, first);
	const votes = Object.fromEntries(
		summit.parties.map(({ id }): [string, Vote] => [id, by[id].isYes ? 'yes' : 'no'])
	);
	return resultOf(summit, text, votes);
}

/** Texts as people put them together: eight to sixteen measures that hold together, drawn at random. */
function randomText(at: number): Accord {
	const keys = new Int32Array(2);
	streamKeys(seedFromText('texts'), 2, at, keys);
	const draw = (cell: number) => uniform(keys[0], keys[1], cell);
	const size = 8 + Math.floor(9 * draw(0));
	const order = summit.measures
		.map(({ id }, index) => ({ id, drawn: draw(index + 1) }))
		.sort((a, b) => a.drawn - b.drawn)
		.map(({ id }) => id);
	let chosen: string[] = [];
	for (const id of order) {
		if (chosen.length >= size) break;
		const needed = summit.measures.find((measure) => measure.id === id)!.requires;
		const next = [...new Set([...chosen, ...needed, id])];
		if (next.length <= 16 && flawsOf(textOf(next), summit.measures).length === 0) chosen = next;
	}
	return textOf(chosen);
}

describe(`over ${TEXTS} texts put together at random`, () => {
	const texts = Array.from({ length: TEXTS }, (_, at) => randomText(at));
	const results = texts.map((text) => ballotOn(text));
	const ratified = results.filter(({ end }) => end === 'ratified');

	test('some pass, and most do not: one has to negotiate', () => {
		const share = ratified.length / TEXTS;
		if (isDeep)
			console.log(
				`ratified ${share}, in part ${results.filter(({ end }) => end === 'partial').length / TEXTS}`
			);
		expect(share).toBeGreaterThan(0.01);
		expect(share).toBeLessThan(0.25);
	});

	test('there is a deal for at least three different coalitions', () => {
		const coalitions = new Set(ratified.map(({ signatories }) => signatories.join(' ')));
		if (isDeep) console.log(`${coalitions.size} coalitions`);
		expect(coalitions.size).toBeGreaterThanOrEqual(3);
	});

	test('what an incident was like changes what can pass', () => {
		const after = (decisions: string) => {
			const acts = decisions.split(' ').map((decision) => ({ decision, atMin: 30 }));
			return trustAfter(first, shownBy(summit, acts, 0));
		};
		const open = after(
			'roll-back publish-workaround offer-automated-fix build-recovery-tool open-key-portal name-one-place'
		);
		const closed = after(
			'note-behind-login blame-the-platform brief-against-vendor offer-own-product halt-everything'
		);
		const passing = (trust: Trust) =>
			new Set(texts.flatMap((text, at) => (ballotOn(text, trust).end === 'ratified' ? [at] : [])));
		const [before, later] = [passing(open), passing(closed)];
		const inBoth = [...before].filter((at) => later.has(at)).length;
		const inEither = new Set([...before, ...later]).size;
		if (isDeep)
			console.log(`${before.size} and ${later.size} pass after openness and after blame, ${inBoth} in both`);
		expect(inBoth / inEither).toBeLessThan(0.8);
	});
});

describe('one-sided texts fail', () => {
	test.each(summit.parties.map(({ id }) => id))('the five best of %s', (party) => {
		const alone = (id: string) => {
			const { requires } = summit.measures.find((measure) => measure.id === id)!;
			return worths(summit, textOf([...requires, id]))[party].points;
		};
		const best = summit.measures.map(({ id }) => id).sort((a, b) => alone(b) - alone(a));
		let five: string[] = [];
		for (const id of best) {
			const { requires } = summit.measures.find((measure) => measure.id === id)!;
			const next = [...new Set([...five, ...requires, id])];
			if (next.length <= 5 && flawsOf(textOf(next), summit.measures).length === 0) five = next;
		}
		expect(ballotOn(textOf(five)).end).not.toBe('ratified');
	});

	test('the example fails under any trust', () => {
		expect(ballotOn(textOf(ONE_SIDED)).end).toBe('failed');
	});
});

describe(`over ${PLAYS} summits that bots hold among themselves`, () => {
	const plays = Array.from({ length: PLAYS }, (_, at) => playOut(summit, ON_RECORD, `play ${at}`).state);

	test('texts that serve everybody are found, not at once, and pass', () => {
		const ratified = plays.filter(({ result }) => result!.end === 'ratified');
		const rounds = plays.reduce((sum, { round }) => sum + round, 0) / PLAYS;
		if (isDeep) console.log(`ratified ${ratified.length} of ${PLAYS}, ${rounds} rounds`);
		expect(ratified.length / PLAYS).toBeGreaterThanOrEqual(0.9);
		expect(rounds).toBeGreaterThan(1.5);
	});

	test('nobody signs what it is worse off with', () => {
		for (const { text, trust, votes } of plays) {
			const by = worths(summit, text, trust, first);
			for (const [id, vote] of Object.entries(votes)) expect(vote === 'yes', id).toBe(by[id].isYes);
		}
	});

	test('texts differ from summit to summit', () => {
		const texts = new Set(
			plays.map(({ text }) =>
				text.items
					.map(({ measure }) => measure)
					.sort()
					.join(' ')
			)
		);
		expect(texts.size).toBeGreaterThan(PLAYS / 2);
	});
});
