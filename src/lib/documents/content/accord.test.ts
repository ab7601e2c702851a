import { describe, expect, test } from 'vitest';
import type { Change, Evaluation, SliceFigures } from '../../outages/evaluate/evaluation.ts';
import { EMPTY_ROOM } from '../../exercise/state.ts';
import { packOf } from '../../scenario/testing/pack.ts';
import type { LoggedEvent } from '../../summit/log/events.ts';
import { TestSummit } from '../../summit/testing/room.ts';
import { summitOf } from '../../summit/testing/worked-examples.ts';
import type { Material } from '../material/material.ts';
import { officeFaults, textIn } from '../testing/office-check.ts';
import { accordDocument } from './accord.ts';

const { scenario } = packOf('july-2024');
const summit = summitOf('july-2024');

function documentOf(log: readonly LoggedEvent[], outages: Evaluation | null = null): Uint8Array | null {
	const state = { ...EMPTY_ROOM, negotiated: log };
	const material = {
		pack: { scenario },
		events: [],
		state,
		cut: null,
		parties: [],
		outages,
		say: ({ en }: { en: string }) => en
	};
	return accordDocument(material as unknown as Material);
}

/** A text with a delay, a cover and a word given; where `yes`, all say yes to it. */
function held(yes: boolean | null): TestSummit {
	const room = TestSummit.bargaining(summit, { 'sd-rings': 'airline', 'go-audit': 'regulator' });
	room.say('airline', 'amend', { edits: [{ kind: 'delay', measure: 'sd-rings', laterMonths: 7 }], to: null });
	const cover = { kind: 'cover', measure: 'go-audit', of: 'bank', by: 'regulator', share: 0.5 } as const;
	room.say('regulator', 'amend', { edits: [cover], to: null });
	room.say('bank', 'pledge', { to: 'airline', promises: 'sayYes', measure: null });
	if (yes === null) return room;
	room.lead('callBallot', {});
	for (const { id } of summit.parties) room.say(id, 'castVote', { vote: yes ? 'yes' : 'no' });
	room.lead('closeBallot', {});
	return room;
}

const interval = (value: number) => ({ value, low: value - 1e9, high: value + 1e9 });
const curve = (value: number) => ({
	...{ runs: 100, lossUsd: [], median: interval(value), tail: interval(value * 5) }
});
const change = (value: number, isUnclear: boolean): Change => ({
	...{ mean: interval(value), worse: 0.25, isUnclear }
});
const slices: readonly SliceFigures[] = [
	{
		slice: { of: 'all' },
		curves: { none: curve(2e9), record: curve(1.8e9), accord: curve(1.5e9) },
		change: { none: change(-5e8, false), record: null }
	},
	{
		slice: { of: 'kind', id: 'certificate-expiry' },
		curves: { none: curve(2e9), record: null, accord: curve(2e9) },
		change: { none: change(0, true), record: null }
	}
];
const EVALUATED: Evaluation = {
	...{ status: 'done', stage: 'sharper', months: 36, runs: 1716, isOfAllKinds: true, medianError: 0.04 },
	...{ slices, concentrated: {}, adoption: {}, contributions: [], typical: {} }
};

const saysOf = (bytes: Uint8Array | null) => (bytes === null ? '' : textIn(bytes, /document\.xml$/));

describe('the accord as a document', () => {
	test('is there once a summit was opened, and opens in a word processor', () => {
		expect(documentOf([])).toBeNull();
		for (const yes of [true, false, null])
			expect(officeFaults(documentOf(held(yes).log)!), String(yes)).toEqual([]);
	});

	test('has each commitment with owners, dates, who pays and who proposed it', () => {
		const said = saysOf(documentOf(held(true).log));
		const rings = summit.measures.find(({ id }) => id === 'sd-rings')!;
		expect(said).toContain(rings.title.en);
		expect(said).toContain(`in month ${rings.leadMonths + 7} after the summit`);
		expect(said).toContain('takes over 50 % of what Harrow and Lund Bank pays');
		expect(said).toContain('Harrow and Lund Bank to Altamark Airways: says yes');
		expect(said).toContain('Ratified by 9 of 9 parties');
		expect(said).toContain(summit.history[0]!.when);
	});

	test('says of a text that failed that it binds nobody, and of one that is open that it is a draft', () => {
		expect(saysOf(documentOf(held(false).log))).toContain('No accord was reached');
		expect(saysOf(documentOf(held(false).log))).toContain('binding nobody');
		expect(saysOf(documentOf(held(null).log))).toContain('has not come to its end');
	});

	test('R302: has its test results, shock by shock, where the next outages were run', () => {
		expect(saysOf(documentOf(held(true).log))).toContain('was not run');
		const told = documentOf(held(true).log, EVALUATED);
		expect(officeFaults(told!)).toEqual([]);
		const said = saysOf(told).replaceAll(/\s/g, ' ');
		expect(said).not.toContain('was not run');
		expect(said).toContain('All shocks, kinds alike');
		expect(said).toContain('A certificate expires at one minute');
		expect(said).toContain('$2.00 bn ($1.00 bn to $3.00 bn)');
		expect(said).toContain('$500 M less on average; worse in 25 % of shocks');
		expect(said).toContain('no clear difference');
	});

	test('has the date that was bargained over, where a measure names one', () => {
		const room = TestSummit.bargaining(summit, {
			'pr-user-mode': 'government',
			'pr-kernel-end': 'government'
		});
		const edits = [{ kind: 'set' as const, measure: 'pr-kernel-end', parameter: 'month', value: 48 }];
		room.say('government', 'amend', { edits, to: null });
		expect(saysOf(documentOf(room.log))).toContain('in month 48 after the summit, fully in month 54');
	});

	test('R336: says for which months they hold, and what is not done by then', () => {
		const late = { ...EVALUATED, months: 12, adoption: { 'sd-rings': 0, 'go-audit': 0.4 } };
		const said = saysOf(documentOf(held(true).log, late)).replaceAll(/\s/g, ' ');
		const rings = summit.measures.find(({ id }) => id === 'sd-rings')!;
		expect(said).toContain('run 12 months after the summit');
		expect(said).toContain(`nothing of this is done yet after 12 months: ${rings.title.en}.`);
	});

	test('holds no brief, lean or offer in confidence', () => {
		const room = held(null);
		const edits = [{ kind: 'strike' as const, measure: 'go-audit' }];
		room.say('bank', 'amend', { edits, to: ['airline'] });
		const said = saysOf(documentOf(room.log));
		for (const { brief, fears } of summit.parties)
			for (const secret of [brief, ...fears]) expect(said.includes(secret.en), secret.en).toBe(false);
	});
});
