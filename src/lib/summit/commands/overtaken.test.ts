import { describe, expect, test } from 'vitest';
import { AUDIENCE, type SummitEventOf } from '../log/events.ts';
import { negotiationRules } from '../log/negotiated.ts';
import { redactSummitEvent } from '../project/redact.ts';
import { amendmentOf } from '../state.ts';
import { chair, TestSummit } from '../testing/room.ts';
import { summitOf } from '../testing/worked-examples.ts';
import type { Edit } from '../accord/edits.ts';

const summit = summitOf('july-2024');
const strike = (measure: string): Edit => ({ kind: 'strike', measure });
const add = (measure: string): Edit => ({ kind: 'add', measure });
const rings = (value: number): Edit => ({ kind: 'set', measure: 'sd-rings', parameter: 'rings', value });
const later = (laterMonths: number): Edit => ({ kind: 'delay', measure: 'sd-rings', laterMonths });

function tabled(): TestSummit {
	return TestSummit.bargaining(summit, { 'sd-rings': 'airline', 'go-audit': 'regulator' });
}
/** A proposal of a party, to everybody or to some in confidence. */
function proposed(room: TestSummit, by: string, edits: readonly Edit[], to: string[] | null = null): string {
	return room.say(by, 'amend', { edits: [...edits], to });
}
/** Its author changes the text, who may by itself. */
function changed(room: TestSummit, by: string, ...edits: Edit[]): void {
	room.say(by, 'amend', { edits, to: null });
}
const stateOf = ({ state }: TestSummit, id: string) => amendmentOf(state, id)!.state;
function ends(room: TestSummit): SummitEventOf<'amendmentOvertaken'>[] {
	return room.log.flatMap(({ event }) => (event.type === 'amendmentOvertaken' ? [event] : []));
}

describe('R337: a proposal that can change nothing any more ends by itself, and says why', () => {
	test('to strike what has been struck, and to change it', () => {
		const room = tabled();
		const ids = [[strike('sd-rings')], [rings(5)], [later(6)]].map((edits) => proposed(room, 'bank', edits));
		changed(room, 'airline', strike('sd-rings'));
		expect(ids.map((id) => stateOf(room, id))).toEqual(['lapsed', 'lapsed', 'lapsed']);
		const because = { by: 'bank', because: 'notInText', measure: 'sd-rings' };
		expect(ends(room)).toEqual(
			ids.map((amendment) => ({ type: 'amendmentOvertaken', amendment, ...because }))
		);
	});

	test('to add what has been added', () => {
		const room = tabled();
		const id = proposed(room, 'bank', [strike('go-audit'), add('te-lab')]);
		changed(room, 'airline', add('te-lab'));
		expect(ends(room)).toMatchObject([{ amendment: id, because: 'alreadyInText', measure: 'te-lab' }]);
	});

	test('to set the value that has been set', () => {
		const room = tabled();
		const same = proposed(room, 'bank', [rings(5)]);
		const other = proposed(room, 'bank', [rings(3)]);
		changed(room, 'airline', rings(5));
		expect([stateOf(room, same), stateOf(room, other)]).toEqual(['lapsed', 'open']);
		expect(ends(room)).toMatchObject([{ amendment: same, because: 'changesNothing', measure: null }]);
	});

	test('when one like it is adopted, or the audience adds what it asks for', () => {
		const room = tabled();
		const first = proposed(room, 'bank', [strike('sd-rings')]);
		const second = proposed(room, 'security-vendor', [strike('sd-rings')]);
		room.say('airline', 'answer', { amendment: first, answer: 'for', because: null });
		expect([stateOf(room, first), stateOf(room, second)]).toEqual(['adopted', 'lapsed']);
		const third = proposed(room, 'bank', [add('te-validator'), strike('go-audit')]);
		room.lead('hearAudience', { ballot: 'b1', asked: 'measure', choice: 'te-validator' });
		expect(room.state.text.items.at(-1)?.proposedBy).toBe(AUDIENCE);
		expect(stateOf(room, third)).toBe('lapsed');
	});

	test('of a trade of which one part is gone all ends; what else can change something goes on', () => {
		const room = tabled();
		const trade = proposed(room, 'bank', [strike('sd-rings'), strike('go-audit')]);
		const rest = proposed(room, 'bank', [strike('go-audit')]);
		changed(room, 'airline', strike('sd-rings'));
		expect([stateOf(room, trade), stateOf(room, rest)]).toEqual(['lapsed', 'open']);
	});

	test('and no longer where another measure is only in its way: that one may go', () => {
		const room = TestSummit.bargaining(summit, { 'go-audit': 'regulator' });
		const id = proposed(room, 'bank', [strike('go-audit'), add('ma-cap')]);
		changed(room, 'platform-owner', add('ma-switch'));
		expect(stateOf(room, id)).toBe('open');
	});

	test('nobody answers it any more, and its author may put another one forward', () => {
		const room = tabled();
		const ids = [1, 2, 3, 4].map((months) => proposed(room, 'bank', [later(months)]));
		expect(room.tries(chair('bank'), 'amend', { edits: [strike('go-audit')], to: null })).toBe('movedEnough');
		changed(room, 'airline', strike('sd-rings'));
		const yes = { amendment: ids[0]!, answer: 'for' as const, because: null };
		expect(room.tries(chair('government'), 'answer', yes)).toBe('amendmentClosed');
		expect(room.tries(chair('bank'), 'amend', { edits: [strike('go-audit')], to: null })).toBeNull();
	});

	test('what was offered in confidence ends in confidence', () => {
		const room = tabled();
		proposed(room, 'bank', [later(6)], ['government']);
		changed(room, 'airline', strike('sd-rings'));
		const [event] = ends(room);
		const hears = (party: string) =>
			redactSummitEvent(room.state, { command: 'c', event: event! }, { kind: 'chairs', parties: [party] })
				.event !== null;
		expect(['bank', 'government', 'airline', 'regulator'].filter(hears)).toEqual(['bank', 'government']);
	});

	test('of a step that is taken back with what bots said since, it is there again', () => {
		const room = tabled();
		for (const party of ['bank', 'airline']) room.lead('giveChair', { party, team: null });
		const id = proposed(room, 'bank', [strike('sd-rings')]);
		const of = room.lead('askPoll', {});
		room.lead('undoStep', { of });
		expect(stateOf(room, id)).toBe('open');
		const aside = room.lead('openCaucus', { members: ['bank', 'airline'] });
		changed(room, 'airline', strike('sd-rings'));
		expect(stateOf(room, id)).toBe('lapsed');
		room.lead('undoStep', { of: aside });
		expect(stateOf(room, id)).toBe('open');
	});
});

describe('R337: a log', () => {
	const rules = negotiationRules(summit);
	const fault = (room: TestSummit, event: object) =>
		rules.fault(room.log, { command: 'next', event: event as { type: string } });

	test('does not say so of a proposal that can still change something, or for another reason than there is', () => {
		const room = tabled();
		const amendment = proposed(room, 'bank', [strike('sd-rings')]);
		const event = { type: 'amendmentOvertaken', amendment, by: 'bank', because: 'notInText' };
		expect(fault(room, { ...event, measure: 'sd-rings' })).toBe('reasonCannotBe');
		expect(fault(room, { ...event, measure: 'sd-rings', by: 'airline' })).toBe('unknownAmendment');
		expect(fault(room, { ...event, because: 'tired', measure: null })).toBe('badValue');
	});

	test('in which such a proposal stayed on the table and was answered, as it used to be, still opens', () => {
		const room = tabled();
		const amendment = proposed(room, 'bank', [strike('sd-rings')]);
		changed(room, 'airline', strike('sd-rings'));
		const log = room.log.filter(({ event }) => event.type !== 'amendmentOvertaken');
		const answered = { type: 'answered', amendment, party: 'government', answer: 'against', because: null };
		expect(rules.fault(log, { command: 'next', event: answered })).toBeNull();
	});
});
