import { describe, expect, it } from 'vitest';
import { foldLog } from './evolve.ts';
import { injectsAhead, injectsSeen } from '../injects/injects.ts';
import { worldOrders } from '../world/orders.ts';
import { PREPARATION_MIN } from '../state.ts';
import { accept, commit, FACILITATOR, move, roomIn, runTo, seat } from '../testing/room.ts';
import { SCENARIO } from '../testing/scenario.ts';
import { Timeline } from '../world/timeline.ts';
import { toyEngine } from '../testing/toy-engine.ts';

/** Prepared before the start, halted at 40, explained at 60, run on to 100. */
const prepared = accept(roomIn('preparation'), seat('airline'), commit('second-vendor'));
const started = ['NEXT_PHASE', 'OPEN_DECISIONS'].reduce(
	(now, event) => accept(now, FACILITATOR, move(event as 'NEXT_PHASE')),
	prepared
);
const at40 = accept(runTo(started, 40), seat('vendor'), commit('halt'));
const at60 = accept(runTo(at40, 60), seat('vendor'), commit('explain'));
const at100 = runTo(at60, 100);

describe('a log', () => {
	it('folds to the same room in one go, in two, and event by event', () => {
		const whole = foldLog(at100.events);
		expect(whole).toEqual(at100.state);
		for (const cut of [1, 7, at100.events.length - 1]) {
			expect(foldLog(at100.events.slice(cut), foldLog(at100.events.slice(0, cut)))).toEqual(whole);
		}
	});

	it('is never refused, not even an event about a world that does not exist', () => {
		const { state } = at100;
		const lost = { type: 'timeAdvanced', command: 'x', world: 'toString', toMin: 5 } as const;
		const after = foldLog([lost], state);
		expect(after).toEqual({ ...state, version: state.version + 1, accepted: after.accepted });
	});
});

describe('orders', () => {
	it('follow from decisions, each effect after its lead time, in the order of their minutes', () => {
		const orders = worldOrders(SCENARIO, at100.state.worlds.shared);
		expect(orders.map(({ parameter, atMin }) => [parameter, atMin])).toEqual([
			['fleet.secondVendorShare', PREPARATION_MIN],
			['rollout.order', 50],
			['vendor.statement', 60]
		]);
	});

	it('of one minute keep the order in which they were made, so that the last one holds', () => {
		const set = (value: number) => {
			const setting = { parameter: 'repair.script', scope: { kind: 'world' }, value } as const;
			return { type: 'makeSetting', payload: { world: 'shared', setting } } as const;
		};
		const both = [0.2, 0.9, 0.5].reduce((now, value) => accept(now, FACILITATOR, set(value)), started);
		const values = worldOrders(SCENARIO, both.state.worlds.shared).map(({ value }) => value);
		expect(values).toEqual([1, 0.2, 0.9, 0.5]);
	});
});

describe('a forked world', () => {
	const forked = accept(at100, FACILITATOR, {
		type: 'forkWorld',
		payload: { world: 'what-if', of: 'shared', atMin: 60 }
	});
	const { shared, 'what-if': whatIf } = forked.state.worlds;

	it('is the other one up to the fork, where its minute is open again', () => {
		expect(whatIf.minute).toBe(60);
		expect(whatIf.acts).toEqual(shared.acts.slice(0, 2));
		expect(shared.acts.map((act) => act.atMin)).toEqual([PREPARATION_MIN, 40, 60]);
	});

	it('has the same physics up to the fork and goes its own way after it', () => {
		const timeline = new Timeline(toyEngine(SCENARIO.spans));
		const original = worldOrders(SCENARIO, shared);
		const other = worldOrders(SCENARIO, whatIf);
		for (const minute of [0, 45, 60]) {
			expect(timeline.hashAt(other, minute)).toBe(timeline.hashAt(original, minute));
		}
		expect(timeline.hashAt(other, 100)).not.toBe(timeline.hashAt(original, 100));
	});

	it('has the injects that had been released by then', () => {
		const ids = injectsSeen(SCENARIO, forked.state, whatIf).map(({ inject }) => inject);
		expect(ids).toEqual(['first-calls', 'first-news', 'vendor-only']);
	});
});

describe('injects', () => {
	it('come out when the world reaches their minute, none before the incident, and some only by hand', () => {
		const seen = (play: typeof started) =>
			injectsSeen(SCENARIO, play.state, play.state.worlds.shared).map(({ inject }) => inject);
		expect(seen(prepared)).toEqual([]);
		expect(seen(started)).toEqual(['first-calls']);
		expect(seen(runTo(started, 44))).toEqual(['first-calls']);
		expect(seen(runTo(started, 45))).toEqual(['first-calls', 'first-news']);
		expect(seen(runTo(started, 600))).not.toContain('phishing');
		const ahead = injectsAhead(SCENARIO, at40.state, at40.state.worlds.shared).map(({ id }) => id);
		expect(ahead).toEqual(['first-news', 'vendor-only', 'phishing', 'too-silent', 'too-soon']);
	});

	it('released early by hand come out once', () => {
		const payload = { world: 'shared', inject: 'first-news' };
		const early = accept(started, FACILITATOR, { type: 'releaseInject', payload });
		const late = runTo(early, 200);
		const seen = injectsSeen(SCENARIO, late.state, late.state.worlds.shared);
		expect(seen.filter(({ inject }) => inject === 'first-news').map(({ atMin }) => atMin)).toEqual([0]);
	});
});
