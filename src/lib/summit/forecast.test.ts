import { expect, test } from 'vitest';
import type { Edit } from './accord/edits.ts';
import { OPEN_AT_MOST, TABLED_AT_MOST } from './commands/text.ts';
import { forecast } from './forecast.ts';
import { projectSummit } from './project/project.ts';
import { TestSummit } from './testing/room.ts';
import { summitOf } from './testing/worked-examples.ts';
import { stakeOf } from './value/stake.ts';
import { worthOf } from './value/worth.ts';

const summit = summitOf('july-2024');

function tableOf(tabled: Readonly<Record<string, string>>, party: string) {
	const room = TestSummit.bargaining(summit, tabled);
	const own = projectSummit(summit, room.state, { kind: 'chairs', parties: [party] }).own[party]!;
	return { room, foresee: (edits: readonly Edit[]) => forecast(summit, room.state, edits, own) };
}

test('R343: what changes would come to is what they come to once they stand', () => {
	const { room, foresee } = tableOf({ 'sd-rings': 'airline', 'te-lab': 'bank' }, 'airline');
	const edits: Edit[] = [
		{ kind: 'delay', measure: 'sd-rings', laterMonths: 12 },
		{ kind: 'cover', measure: 'sd-rings', of: 'security-vendor', by: 'airline', share: 1 },
		{ kind: 'add', measure: 'go-audit' }
	];
	const told = foresee(edits);
	if (told.fault !== null) throw new Error(told.fault.code);
	const worth = () =>
		worthOf(stakeOf(summit, 'airline', room.state.trustAtFirst, room.state.trust), room.state.text);
	expect(told.before).toEqual(worth());
	expect(told.needsYesOf).toEqual([]);
	room.say('airline', 'amend', { edits, to: null });
	expect(told.after).toEqual(worth());
	expect(told.after.paidUsdMillion).toBeGreaterThan(told.before.paidUsdMillion);
});

test('whose yes they take: of whoever tabled what they touch, and of whoever would pay', () => {
	const { foresee } = tableOf({ 'sd-rings': 'airline' }, 'bank');
	expect(foresee([{ kind: 'strike', measure: 'sd-rings' }])).toMatchObject({
		...{ needsYesOf: ['airline'], payers: [] }
	});
	expect(
		foresee([{ kind: 'cover', measure: 'sd-rings', of: 'small-vendor', by: 'government', share: 1 }])
	).toMatchObject({ needsYesOf: ['small-vendor'], payers: ['government'] });
	expect(foresee([{ kind: 'add', measure: 'te-lab' }])).toMatchObject({ needsYesOf: [] });
});

test('what cannot be put forward is told with the reason it would be refused for', () => {
	const { room, foresee } = tableOf({ 'sd-rings': 'airline' }, 'airline');
	for (const edits of [
		[{ kind: 'add', measure: 'sd-rings' }],
		[{ kind: 'strike', measure: 'te-lab' }],
		[{ kind: 'set', measure: 'sd-rings', parameter: 'rings', value: 99 }]
	] satisfies Edit[][]) {
		const told = foresee(edits);
		expect(told.fault?.code).toBe(
			room.tries({ kind: 'chair', party: 'airline' }, 'amend', { edits, to: null })
		);
	}
});

test('R343: nor more than a party may table in a round, or have open at once', () => {
	const measures = summit.measures.filter(
		({ requires, conflicts }) => requires.length + conflicts.length === 0
	);
	const tabled = Object.fromEntries(measures.slice(0, TABLED_AT_MOST).map(({ id }) => [id, 'airline']));
	const { room, foresee } = tableOf(tabled, 'bank');
	const edits = (n: number): Edit[] =>
		measures.slice(-n).map(({ id: measure }) => ({ kind: 'add', measure }));
	const codeOf = (made: readonly Edit[]) => foresee(made).fault?.code;
	expect(codeOf(edits(TABLED_AT_MOST))).toBeUndefined();
	expect(codeOf(edits(TABLED_AT_MOST + 1))).toBe('tabledEnough');
	const strikes = Object.keys(tabled).map((measure): Edit[] => [{ kind: 'strike', measure }]);
	for (const strike of strikes.slice(0, OPEN_AT_MOST)) room.say('bank', 'amend', { edits: strike, to: null });
	expect(codeOf(strikes[OPEN_AT_MOST]!)).toBe('movedEnough');
	expect(codeOf(edits(1))).toBeUndefined();
});
