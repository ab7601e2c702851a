import { describe, expect, it } from 'vitest';
import { smallModel } from '../../sim/testing/small-model.ts';
import { simEngine } from '../world/engine.ts';
import type { ExerciseScenario } from '../scenario/scenario.ts';
import { SCENARIO } from '../testing/scenario.ts';
import { Timeline } from '../world/timeline.ts';
import { expertBot } from './expert.ts';
import { fastBot } from './fast.ts';
import { planOf } from './plan.ts';
import { openRoom, play, type Play } from '../testing/play.ts';
import type { Bot } from './policy.ts';
import { randomBot } from './random.ts';
import { recordBot } from './record.ts';
import { BOTS, policiesOf, policiesOfSeats } from './roster.ts';

const acted = ({ state }: Play) =>
	state.worlds.shared.acts.map((act) => [act.kind === 'decision' ? act.decision : 'setting', act.atMin]);
const alone = (bot: Bot, role = 'airline', scenario = SCENARIO, cut: string | null = null) =>
	play(openRoom(scenario, 'seed', cut), policiesOf(scenario, { [role]: bot }), 600);

describe('bots by character', () => {
	it.each<[keyof typeof BOTS, [string, number][]]>([
		[
			'expert',
			[
				['second-vendor', -1],
				['stay-off', 40],
				['lend-hands', 310]
			]
		],
		[
			'cautious',
			[
				['second-vendor', -1],
				['stay-off', 85],
				['lend-hands', 355]
			]
		],
		[
			'fast',
			[
				['second-vendor', -1],
				['lend-hands', 0],
				['stay-off', 30]
			]
		],
		['thrifty', [['stay-off', 40]]],
		[
			'record',
			[
				['second-vendor', -1],
				['setting', 78],
				['lend-hands', 300]
			]
		],
		['none', []]
	])('%s', (name, does) => expect(acted(alone(BOTS[name]))).toEqual(does));

	it('fast decides what belongs to the recovery when a cut’s recovery begins', () => {
		expect(acted(alone(fastBot, 'airline', SCENARIO, 'short'))).toEqual([
			['second-vendor', -1],
			['stay-off', 30],
			['lend-hands', 300]
		]);
	});

	it('fast leaves out what takes long to prepare, thrifty what is dear', () => {
		const changed = (change: object): ExerciseScenario => ({
			...SCENARIO,
			decisions: SCENARIO.decisions.map((one) => (one.id === 'second-vendor' ? { ...one, ...change } : one))
		});
		expect(acted(alone(fastBot, 'airline', changed({ attention: 2 })))).not.toContainEqual([
			'second-vendor',
			-1
		]);
		expect(acted(alone(BOTS.thrifty, 'airline', changed({ costUsd: 50 })))).toContainEqual([
			'second-vendor',
			-1
		]);
	});

	it('without an expert to learn from take every decision of theirs that the budget allows', () => {
		const { experts: _experts, ...rest } = SCENARIO;
		const inexpert = { ...rest, experts: [] };
		const done = acted(alone(expertBot, 'vendor', inexpert));
		// 300 and 700 are more than 900; the briefing needs more attention than the first minute has left.
		expect(done).toEqual([
			['halt', 0],
			['explain', 0],
			['brief-everybody', 15]
		]);
	});

	it('plan no more preparation than they have attention for', () => {
		const preparing = SCENARIO.decisions.map((one) => ({
			...one,
			costUsd: 0,
			phases: ['preparation' as const]
		}));
		const scenario: ExerciseScenario = { ...SCENARIO, experts: [], decisions: preparing };
		const plan = planOf(scenario, null, 'airline', [
			{ decision: 'stay-off', atMin: 0 },
			{ decision: 'second-vendor', atMin: 0 },
			{ decision: 'lend-hands', atMin: 0 }
		]);
		expect(plan.map(({ decision }) => decision)).toEqual(['stay-off', 'second-vendor']);
	});

	it('act for their role alone', () => {
		const { scenario, state } = alone(BOTS.record, 'vendor');
		const roles = state.worlds.shared.acts.flatMap((act) => (act.kind === 'decision' ? [act.seat] : []));
		expect(new Set(roles)).toEqual(new Set(['vendor']));
		expect(policiesOf(scenario, { airline: expertBot })).toHaveLength(1);
	});

	it('say in a sentence what they do', () => {
		for (const bot of [...Object.values(BOTS), randomBot('1')]) expect(bot.text.en).toMatch(/^[A-Z].*\.$/);
	});

	it('are never refused when each role has one of its own', () => {
		const mixed = { vendor: randomBot('a'), airline: BOTS.cautious, government: recordBot };
		for (const cut of [null, 'short', 'full']) {
			const { refusals } = play(openRoom(SCENARIO, 's', cut), policiesOf(SCENARIO, mixed), 600);
			expect(refusals).toEqual([]);
		}
	});
});

describe('a random bot', () => {
	const everybody = (seed: string, cut: string | null = 'full') =>
		acted(play(openRoom(SCENARIO, 'world', cut), [randomBot(seed)], 600));

	it('does the same again with the same seed, and other things with another', () => {
		expect(everybody('a')).toEqual(everybody('a'));
		const seen = new Set(['a', 'b', 'c', 'd'].map((seed) => JSON.stringify(everybody(seed))));
		expect(seen.size).toBeGreaterThan(2);
	});

	it('does the same however often it is asked', () => {
		const room = openRoom(SCENARIO, 'world', 'full');
		const restless = {
			name: 'restless',
			acts: () => [],
			nextMin: (_: unknown, minute: number) => minute + 1
		};
		const once = play(room, [randomBot('a')], 600);
		expect(acted(play(room, [randomBot('a'), restless], 600))).toEqual(acted(once));
		const stages = [5, 24, 61, 300, 600].reduce((now, until) => play(now, [randomBot('a')], until), room);
		expect(acted(stages)).toEqual(acted(once));
	});
});

describe('a play in a cut', () => {
	const timeline = () => new Timeline(simEngine(smallModel(), 'seed'));

	it('opens a round at each stop, and the recovery when its time has come', () => {
		const { events, state } = play(openRoom(SCENARIO, 'seed', 'short'), [BOTS.none], 600);
		const stands = events.flatMap((event) => (event.type === 'timeAdvanced' ? [event.toMin] : []));
		expect(stands).toEqual([24, 60, 300, 600]);
		expect(play(openRoom(SCENARIO, 'seed', 'short'), [BOTS.none], 300).state.position.phase).toBe('incident');
		expect(state.rounds).toMatchObject([
			{ round: 1, part: 'incident', atMin: 24 },
			{ round: 2, part: 'incident', atMin: 60 },
			{ round: 3, part: 'recovery', atMin: 300 }
		]);
	});

	it('opens no round where bots alone play: they decide at any step', () => {
		const room = openRoom(SCENARIO, 'seed', 'short', 'record');
		const { state, refusals } = play(room, policiesOfSeats(SCENARIO, room.state.seats), 600);
		const people = play(openRoom(SCENARIO, 'seed', 'short'), [recordBot], 600);
		expect(refusals).toEqual([]);
		expect(state.rounds).toEqual([]);
		expect(state.position).toMatchObject({ phase: 'recovery', step: 'advance' });
		expect(state.worlds.shared.acts).toEqual(people.state.worlds.shared.acts);
	});

	it('releases injects when their condition comes to hold, and opens a round for those that halt the world', () => {
		const halts: ExerciseScenario = { ...SCENARIO, record: [{ atMin: 35, decision: 'halt' }] };
		const room = openRoom(halts, 'seed', 'short');
		const { state, events } = play(room, [recordBot], 600, { timeline: timeline() });
		expect(state.worlds.shared.released.map(({ inject, atMin }) => [inject, atMin])).toEqual([
			['too-soon', 50],
			['phishing', 90],
			['too-silent', 100]
		]);
		const at = events.findIndex((event) => event.type === 'injectReleased' && event.inject === 'too-silent');
		expect(events.slice(at + 1, at + 3)).toMatchObject([
			{ type: 'phaseEntered', phase: 'incident', step: 'situation', round: null },
			{ type: 'phaseEntered', phase: 'incident', step: 'decide', round: 4 }
		]);
	});

	it('lets the record do what belongs to the recovery once that has begun', () => {
		const hasty: ExerciseScenario = { ...SCENARIO, record: [{ atMin: 200, decision: 'lend-hands' }] };
		const { refusals, ...played } = play(openRoom(hasty, 'seed', 'short'), [recordBot], 600);
		expect([refusals, acted({ refusals, ...played })]).toEqual([[], [['lend-hands', 300]]]);
	});

	it('looks at no condition without frames', () => {
		expect(play(openRoom(SCENARIO, 'seed', 'short'), [BOTS.none], 600).state.worlds.shared.released).toEqual(
			[]
		);
	});
});
