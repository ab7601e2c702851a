import { expect, test } from 'vitest';
import type { RoomSetup } from '../../room/people/setup.ts';
import { setupFault } from './setup-fault.ts';

const SCENARIO = {
	cuts: [{ id: 'short' }],
	roles: [{ id: 'vendor' }, { id: 'airline' }]
} as unknown as Parameters<typeof setupFault>[1];
const WITH_SIGNAL = {
	...SCENARIO!,
	signal: { role: 'vendor', better: [], blind: [] },
	decisions: [{ id: 'roll-back', role: 'vendor' }],
	record: [{ atMin: 87, decision: 'roll-back' }],
	horizonMin: 600
} as unknown as Parameters<typeof setupFault>[1];
const team = (id: string, ...roles: string[]) => ({ id, name: id, roles });
const SETUP: RoomSetup = {
	scenarioId: 'july',
	cut: 'short',
	seed: 'a',
	teams: [team('a', 'vendor'), team('b', 'airline')],
	bots: {}
};

const faultOf = (changes: Partial<RoomSetup>) => setupFault({ ...SETUP, ...changes }, SCENARIO, ['july']);

test('R48: a setup that fits its scenario has no fault', () => {
	expect(faultOf({})).toBeNull();
	expect(faultOf({ teams: [team('a', 'vendor')], bots: { airline: 'expert' } })).toBeNull();
});

test('R48: one that does not is refused at the place of its fault, with what there is', () => {
	expect(setupFault(SETUP, undefined, ['august'])).toMatchObject({
		code: 'unknownScenario',
		known: ['august']
	});
	expect(faultOf({ cut: 'long' })).toMatchObject({ code: 'unknownCut', at: 'cut', known: ['short'] });
	expect(faultOf({ teams: [team('a', 'vendor', 'bank')] })).toMatchObject({
		code: 'unknownRole',
		at: 'teams.0.roles.1',
		id: 'bank'
	});
	expect(faultOf({ bots: { bank: 'expert' } })).toMatchObject({ code: 'unknownRole', at: 'bots.bank' });
});

test('R48: no role is played by two teams, and no two teams have one id', () => {
	expect(faultOf({ teams: [team('a', 'vendor'), team('b', 'airline', 'vendor')] })).toMatchObject({
		code: 'roleTwice',
		at: 'teams.1.roles.1'
	});
	expect(faultOf({ teams: [team('a', 'vendor'), team('a', 'airline')] })).toMatchObject({
		code: 'teamTwice',
		at: 'teams.1.id'
	});
});

test('R48, R223: what is asked of a vendor fits the scenario: its sight, and how long it is held to the record', () => {
	const asked = (changes: Partial<RoomSetup>) => setupFault({ ...SETUP, ...changes }, WITH_SIGNAL, ['july']);
	expect(asked({ signal: 'blind', heldUntilMin: 87 })).toBeNull();
	expect(asked({ heldUntilMin: 88 })).toMatchObject({ code: 'heldTooLong', at: 'heldUntilMin' });
	expect(faultOf({ signal: 'better' })).toMatchObject({ code: 'noSignal', at: 'signal' });
	expect(faultOf({ heldUntilMin: 10 })).toMatchObject({ code: 'noSignal' });
});
