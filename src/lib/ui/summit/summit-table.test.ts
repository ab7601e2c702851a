import { describe, expect, test } from 'vitest';
import type { Edit } from '../../summit/accord/edits.ts';
import type { SummitEvent } from '../../summit/log/events.ts';
import { changedSince, isDone, mayBargain, ownProposals, withEdit } from './summit-table.ts';

type Facts = Parameters<typeof isDone>[0];

const at = (
	step: Facts['view']['position']['step'],
	more: Partial<Facts['view']> = {},
	vote: 'yes' | null = null
) =>
	isDone({
		chair: 'ward',
		view: { position: { step, clock: 'running' }, statements: {}, polls: [], ...more },
		own: { vote }
	});

describe('a chair is asked for nothing that it has done', () => {
	test('it states once what it cares about', () => {
		const stated = { interests: [], redLine: null, offer: null };
		expect(at('opening')).toBe(false);
		expect(at('opening', { statements: { ward: stated } })).toBe(true);
		expect(at('opening', { statements: { bank: stated } })).toBe(false);
	});

	test('it votes once', () => {
		expect(at('ballot')).toBe(false);
		expect(at('ballot', {}, 'yes')).toBe(true);
	});

	test('while measures are bargained over it may always speak', () => {
		const stated = { interests: [], redLine: null, offer: null };
		expect(at('bargaining', { statements: { ward: stated } })).toBe(false);
	});
});

test('changes that are collected are one of each thing, and what is to be struck is not changed as well', () => {
	const strike: Edit = { kind: 'strike', measure: 'sd-rings' };
	const rings = (value: number): Edit => ({ kind: 'set', measure: 'sd-rings', parameter: 'rings', value });
	const exempt: Edit = { kind: 'exempt', measure: 'sd-rings', party: 'bank', untilMonth: 12 };
	const other: Edit = { kind: 'strike', measure: 'go-audit' };
	const drafted = (...edits: Edit[]) => edits.reduce<Edit[]>(withEdit, []);
	expect(drafted(rings(3), exempt, rings(5))).toEqual([exempt, rings(5)]);
	expect(drafted(rings(3), exempt, other, strike)).toEqual([other, strike]);
	expect(drafted(strike, other, exempt)).toEqual([other, exempt]);
});

test('while some talk aside, those alone bargain', () => {
	const aside = { position: { step: 'caucus', clock: 'running' }, caucus: ['ward', 'bank'] } as const;
	expect(mayBargain(aside, 'ward')).toBe(true);
	expect(mayBargain(aside, 'airline')).toBe(false);
	const all = { position: { step: 'bargaining', clock: 'running' }, caucus: [] } as const;
	expect(mayBargain(all, 'airline')).toBe(true);
	expect(mayBargain({ ...all, position: { step: 'ballot', clock: 'running' } }, 'airline')).toBe(false);
});

test('R343: what a chair proposed is told of as long as it is open, and once more after its round', () => {
	const one = (amendment: string, by: string, round: number, state: 'open' | 'lapsed') => ({
		...{ amendment, by, round, state, edits: [], to: null, answers: [] }
	});
	const amendments = [
		one('a', 'ward', 1, 'lapsed'),
		one('b', 'ward', 2, 'lapsed'),
		one('c', 'bank', 3, 'open'),
		one('d', 'ward', 3, 'open')
	];
	expect(ownProposals({ amendments, round: 3 }, 'ward').map(({ amendment }) => amendment)).toEqual([
		'b',
		'd'
	]);
});

describe('what has come of the text since a chair last spoke', () => {
	const add = (measure: string): Edit => ({ kind: 'add', measure });
	const strike = (measure: string): Edit => ({ kind: 'strike', measure });
	const changed = (by: string, edits: Edit[], through: string | null = null): SummitEvent => ({
		...{ type: 'textChanged', by, edits, through }
	});
	const since = (...events: SummitEvent[]) =>
		changedSince(
			events.map((event, version) => ({ version, event })),
			'bank'
		).map(({ edits, own }) => [edits.map(({ measure }) => measure), own]);
	const tabled = [changed('bank', [add('keys')]), changed('ward', [add('rings')])];
	const round: SummitEvent = { type: 'stepEntered', step: 'bargaining', round: 1 };

	test('is what others did, and names what they took out that was its own', () => {
		expect(since(...tabled, round, changed('ward', [add('lab'), strike('keys')], 'a1'))).toEqual([
			[['lab', 'keys'], ['keys']]
		]);
		expect(since(...tabled, round, changed('ward', [strike('rings')]))).toEqual([[['rings'], []]]);
	});

	test('begins anew with each round, and with whatever the chair says', () => {
		const struck = changed('ward', [strike('keys')], 'a1');
		expect(since(...tabled, round, struck, { ...round, round: 2 })).toEqual([]);
		const stance: SummitEvent = { type: 'stanceTaken', party: 'bank', isContent: false, because: null };
		expect(since(...tabled, round, struck, stance)).toEqual([]);
		expect(since(...tabled, round, stance, struck)).toHaveLength(1);
	});

	test('counts its own proposal once it goes in, and loses nothing by it', () => {
		expect(since(...tabled, round, changed('bank', [strike('keys')], 'a2'))).toEqual([[['keys'], []]]);
	});
});
