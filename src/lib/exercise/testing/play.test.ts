import { describe, expect, it } from 'vitest';
import { smallModel } from '../../sim/testing/small-model.ts';
import { simEngine } from '../world/engine.ts';
import { foldLog } from '../log/evolve.ts';
import { byMinute, recordOrders, worldOrders } from '../world/orders.ts';
import type { ExerciseScenario } from '../scenario/scenario.ts';
import { accept, FACILITATOR, roomIn } from './room.ts';
import { SCENARIO } from './scenario.ts';
import { Timeline } from '../world/timeline.ts';
import { noneBot } from '../bots/none.ts';
import { openRoom, play, playOf } from './play.ts';
import { recordBot } from '../bots/record.ts';

const opened = openRoom(SCENARIO, 'seed');
const record = play(opened, [recordBot], 600);
const none = play(opened, [noneBot], 600);

describe('the record bot', () => {
	it('does everything the record says at its minute, and is never refused', () => {
		expect(record.refusals).toEqual([]);
		const done = record.state.worlds.shared.acts.map((act) => [
			act.kind === 'decision' ? `${act.decision} by ${act.seat}` : act.setting.parameter,
			act.atMin
		]);
		expect(done).toEqual([
			['second-vendor by airline', -1],
			['halt by vendor', 78],
			['repair.script', 78],
			// The grid has steps of 5 minutes by then: what happened at 133 happens at 135.
			['explain by vendor', 135],
			['lend-hands by airline', 300]
		]);
	});

	it('goes over to the recovery when the record does something that belongs there', () => {
		expect(play(opened, [recordBot], 299).state.position.phase).toBe('incident');
		expect(record.state.position.phase).toBe('recovery');
	});

	it('orders what the record itself amounts to', () => {
		const orders = worldOrders(SCENARIO, record.state.worlds.shared);
		const direct = byMinute(SCENARIO.record.flatMap((act) => recordOrders(SCENARIO, act)));
		const halt = ({ parameter }: { parameter: string }) => parameter === 'rollout.order';
		expect(orders.find(halt)).toEqual(direct.find(halt));
		expect(orders).toHaveLength(direct.length);
	});

	it('does the same in one go and in stages', () => {
		const stages = [10, 78, 79, 200, 300, 600].reduce((now, until) => play(now, [recordBot], until), opened);
		expect(stages.state.worlds).toEqual(record.state.worlds);
	});

	it('says what it could not do when the scenario does not let it', () => {
		const STUCK = { code: 'notByClass', params: { parameter: 'x' } } as const;
		const strict: ExerciseScenario = { ...SCENARIO, settingFault: () => STUCK };
		const { refusals } = play(openRoom(strict, 'seed'), [recordBot], 600);
		expect(refusals.map(({ refusal }) => refusal.code)).toEqual(['unsoundSetting']);
	});
});

describe('when nobody acts', () => {
	it('only time passes', () => {
		expect(none.state.worlds.shared).toMatchObject({ minute: 600, acts: [], released: [] });
		expect(none.refusals).toEqual([]);
	});

	it('more hosts crash than on the record', () => {
		const halts: ExerciseScenario = {
			...SCENARIO,
			decisions: [
				{
					...SCENARIO.decisions[1],
					effects: [{ parameter: 'rollout.order', scope: { kind: 'world' }, value: 3, afterMin: 0 }]
				}
			],
			record: [{ atMin: 40, decision: 'halt' }]
		};
		const timeline = new Timeline(simEngine(smallModel(), 'seed'));
		const crashed = (policy: typeof noneBot) => {
			const { state } = play(openRoom(halts, 'seed'), [policy], 300);
			return timeline.frameAt(worldOrders(halts, state.worlds.shared), 300).world.everCrashed;
		};
		expect(crashed(recordBot)).toBeLessThan(crashed(noneBot));
	});
});

describe('a play', () => {
	it('is a log like any other', () => {
		expect(foldLog(record.events)).toEqual(record.state);
	});

	it('ends with the scenario and leaves a room alone that is paused or over', () => {
		expect(play(opened, [noneBot], 5000).state.worlds.shared.minute).toBe(600);
		expect(play(record, [recordBot], 600)).toEqual(record);
		const paused = accept(roomIn('recovery'), FACILITATOR, { type: 'pause', payload: {} });
		expect(play(paused, [noneBot], 50).state).toEqual(paused.state);
		const over = roomIn('debrief');
		expect(play(playOf(over), [noneBot], 50).state).toEqual(over.state);
	});

	it('goes on in a room whose decisions people have opened', () => {
		expect(play(roomIn('incident'), [noneBot], 50).state.worlds.shared.minute).toBe(50);
	});
});
