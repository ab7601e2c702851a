import { describe, expect, it } from 'vitest';
import type { Frame } from '../../sim/observe/frame.ts';
import type { CommandBody } from '../commands/commands.ts';
import { LIMITS } from '../log/limits.ts';
import { send, type Play } from '../testing/play.ts';
import { accept, EVALUATOR, FACILITATOR, move, refusalOf, roomIn, runTo } from '../testing/room.ts';
import { english, SCENARIO } from '../testing/scenario.ts';
import { injectsDue } from './injects-due.ts';
import { injectsAhead, injectsSeen } from './injects.ts';

const TEXT = {
	channel: 'ticket' as const,
	from: 'The desk',
	title: english('Another title'),
	body: english('Another body'),
	to: null
};
const edit = (inject: string, base = 0, text = TEXT): CommandBody => ({
	type: 'editInject',
	payload: { inject, text, base }
});
const park = (inject: string, base = 0): CommandBody => ({ type: 'parkInject', payload: { inject, base } });
const schedule = (inject: string, atMin: number | null, base = 0): CommandBody => ({
	type: 'scheduleInject',
	payload: { inject, atMin, base }
});
const write = (inject: string, atMin: number | null = null, to: string[] | null = null): CommandBody => ({
	type: 'writeInject',
	payload: { inject, text: { ...TEXT, to }, atMin, corrects: null }
});
const restore = (inject: string, revision: number, base: number): CommandBody => ({
	type: 'restoreInject',
	payload: { inject, revision, base }
});
const release = (inject: string, revision?: number): CommandBody => ({
	type: 'releaseInject',
	payload: { world: 'shared', inject, ...(revision !== undefined && { revision }) }
});
const seen = ({ state }: Play) =>
	injectsSeen(SCENARIO, state, state.worlds.shared).map(({ inject, atMin }) => `${inject} ${atMin}`);
const ahead = ({ state }: Play) => injectsAhead(SCENARIO, state, state.worlds.shared).map(({ id }) => id);
const all = (play: Play, ...commands: CommandBody[]) =>
	commands.reduce((now, body) => accept(now, FACILITATOR, body), play);
const firstAt = SCENARIO.injects.find(({ id }) => id === 'first-news')!.plannedMin;

const started = roomIn('incident');

describe('R70: an inject goes out once, at the minute that its plan says then', () => {
	it('as the scenario has it where nobody has changed it', () => {
		expect(started.state.plan).toEqual({});
		expect(seen(runTo(started, firstAt))).toContain(`first-news ${firstAt}`);
	});

	it('later where it was moved, and with the text that was saved last', () => {
		const moved = all(started, schedule('first-news', firstAt + 30), edit('first-news', 1));
		expect(seen(runTo(moved, firstAt))).not.toContain(`first-news ${firstAt}`);
		const out = runTo(moved, firstAt + 30);
		expect(seen(out)).toContain(`first-news ${firstAt + 30}`);
		const [told] = injectsSeen(SCENARIO, out.state, out.state.worlds.shared).filter(
			({ inject }) => inject === 'first-news'
		);
		expect(told).toMatchObject({ title: TEXT.title, body: TEXT.body, channel: 'ticket' });
	});

	it('by hand only where it was parked, whatever it waited for', () => {
		const parked = all(started, park('first-news'), park('phishing'));
		const late = runTo(parked, 200);
		expect(seen(late).some((one) => one.startsWith('first-news'))).toBe(false);
		expect(
			injectsDue(SCENARIO, late.state, late.state.worlds.shared, { minute: 200 } as Frame)
		).not.toContain('phishing');
		expect(seen(accept(late, FACILITATOR, release('first-news', 1)))).toContain('first-news 200');
	});

	it('as written again where it is put back, if that minute has not passed', () => {
		const back = all(started, park('first-news'), schedule('first-news', null, 1));
		expect(seen(runTo(back, firstAt))).toContain(`first-news ${firstAt}`);
		const late = runTo(all(started, park('first-news')), firstAt);
		expect(refusalOf(late, FACILITATOR, schedule('first-news', null, 1))).toBe('inThePast');
	});

	it('where it was written in the room or copied, like any other', () => {
		const copy: CommandBody = { type: 'copyInject', payload: { inject: 'first-news', as: 'copied' } };
		const written = all(started, write('mine', 60), copy, schedule('copied', 75, 1));
		expect(ahead(written)).toEqual(expect.arrayContaining(['mine', 'copied']));
		expect(seen(runTo(written, 90))).toEqual(expect.arrayContaining(['mine 60', 'copied 75']));
	});

	it('and is changed no more once it is out', () => {
		const out = runTo(started, firstAt);
		for (const body of [edit('first-news'), park('first-news'), schedule('first-news', 300)])
			expect(refusalOf(out, FACILITATOR, body)).toBe('alreadyReleased');
	});

	it('never at a minute that has passed, nor past the end', () => {
		const later = runTo(started, 100);
		expect(refusalOf(later, FACILITATOR, schedule('phishing', 100))).toBe('inThePast');
		expect(refusalOf(later, FACILITATOR, write('mine', 20))).toBe('inThePast');
		expect(refusalOf(later, FACILITATOR, write('mine', SCENARIO.horizonMin + 1))).toBe('pastHorizon');
	});

	it('on the grid on which time stops', () => {
		const coarse = { ...SCENARIO, spans: [{ untilMin: SCENARIO.horizonMin, stepMin: 15 }] };
		const moved = send({ ...started, scenario: coarse }, FACILITATOR, write('mine', 61));
		expect(moved.state.plan.mine!.timing).toEqual({ kind: 'at', atMin: 75 });
	});
});

describe('R71: nobody writes over a text that they have not read', () => {
	const edited = all(started, edit('first-news'));

	it('the second is told what it says now', () => {
		const answer = send(edited, FACILITATOR, park('first-news')).refusals.at(-1)!.refusal;
		expect(answer).toMatchObject({ code: 'injectChanged', params: { revision: 1, text: TEXT } });
		expect(refusalOf(edited, FACILITATOR, release('first-news', 0))).toBe('injectChanged');
		expect(refusalOf(edited, FACILITATOR, release('first-news', 1))).toBeNull();
	});

	it('earlier texts stay, and can be taken back to', () => {
		const back = all(edited, restore('first-news', 0, 1));
		expect(back.state.plan['first-news']).toMatchObject({ revision: 2, text: null });
		expect(refusalOf(back, FACILITATOR, restore('first-news', 7, 2))).toBe('unknownRevision');
		const again = all(back, restore('first-news', 1, 2));
		expect(again.state.plan['first-news']).toMatchObject({ revision: 3, text: TEXT });
	});

	it('no id is taken twice, and only what was written here can be thrown away', () => {
		const written = all(started, write('mine'));
		expect(refusalOf(written, FACILITATOR, write('mine'))).toBe('injectIdTaken');
		expect(refusalOf(written, FACILITATOR, write('phishing'))).toBe('injectIdTaken');
		const drop = (inject: string, base: number): CommandBody => ({
			type: 'dropInject',
			payload: { inject, base }
		});
		expect(refusalOf(written, FACILITATOR, drop('phishing', 0))).toBe('notWrittenHere');
		expect(ahead(all(written, drop('mine', 1)))).not.toContain('mine');
	});

	it('roles are those of the scenario, and the tray has an end', () => {
		expect(refusalOf(started, FACILITATOR, write('mine', null, ['nobody']))).toBe('unknownRole');
		let full = started;
		for (let n = 0; n < LIMITS.parked; n++) full = accept(full, FACILITATOR, write(`mine-${n}`));
		expect(refusalOf(full, FACILITATOR, write('one-more'))).toBe('trayFull');
		expect(refusalOf(full, FACILITATOR, park('phishing'))).toBe('trayFull');
		expect(refusalOf(full, FACILITATOR, write('one-more', 100))).toBeNull();
	});

	it('only facilitators plan', () => {
		expect(refusalOf(started, EVALUATOR, write('mine'))).toBe('notAllowed');
	});
});

describe('R74: a step that only opened something can be taken back', () => {
	const situation = (() => {
		let now = roomIn('preparation');
		now = accept(now, FACILITATOR, move('NEXT_PHASE'));
		return now;
	})();
	const undo = (play: Play): CommandBody => ({ type: 'undo', payload: { of: play.state.taken!.command } });

	it('decisions that were opened: the round has not been, and the next one has its number', () => {
		const opened = accept(situation, FACILITATOR, move('OPEN_DECISIONS'));
		const undone = accept(opened, FACILITATOR, undo(opened));
		expect(undone.state.position).toEqual(situation.state.position);
		expect(undone.state.rounds).toEqual(situation.state.rounds);
		const again = accept(undone, FACILITATOR, move('OPEN_DECISIONS'));
		expect(again.state.rounds.at(-1)!.round).toBe(1);
		expect(refusalOf(undone, FACILITATOR, undo(opened))).toBe('nothingToUndo');
	});

	it('not when somebody has decided since, and says who', () => {
		const acted = accept(
			accept(situation, FACILITATOR, move('OPEN_DECISIONS')),
			{ kind: 'seat', seat: 'vendor' },
			{
				type: 'commitDecision',
				payload: { world: 'shared', decision: 'halt', rationale: null, confidencePct: null }
			}
		);
		const refused = send(acted, FACILITATOR, undo(acted)).refusals.at(-1)!.refusal;
		expect(refused).toEqual({ code: 'cannotUndo', params: { because: 'committed', who: 'vendor' } });
	});

	it('never a step that lets time run', () => {
		const opened = accept(situation, FACILITATOR, move('OPEN_DECISIONS'));
		const closed = accept(opened, FACILITATOR, move('CLOSE_DECISIONS'));
		expect(refusalOf(closed, FACILITATOR, undo(closed))).toBe('cannotUndo');
	});
});
