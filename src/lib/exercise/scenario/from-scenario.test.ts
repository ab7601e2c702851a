import { describe, expect, it } from 'vitest';
import { compileModel } from '../../scenario/compile/model.ts';
import { packOf, scenarioOf } from '../../scenario/testing/pack.ts';
import { noneBot } from '../bots/none.ts';
import { openRoom, play } from '../testing/play.ts';
import { recordBot } from '../bots/record.ts';
import { foldLog } from '../log/evolve.ts';
import { exerciseScenario } from './from-scenario.ts';
import { saveLog } from '../log/log-file.ts';
import { worldOrders } from '../world/orders.ts';
import { readLog } from '../log/read-log.ts';
import { decisionOf } from './scenario.ts';

const { scenario, text } = packOf('july-2024');
const model = compileModel(scenario);
const exercise = exerciseScenario(scenario, model);
const record = play(openRoom(exercise, '1'), [recordBot], exercise.horizonMin);

describe('July 2024 in a room', () => {
	it('can be played as it was: nothing that the record did is refused', () => {
		expect(record.refusals).toEqual([]);
		expect(record.state.worlds.shared.minute).toBe(exercise.horizonMin);
	});

	it('gives the physics the record’s own orders, each by the next minute of the grid after its time', () => {
		const inRoom = worldOrders(exercise, record.state.worlds.shared);
		const onRecord = scenario.record.acts.flatMap(({ orders }) => orders);
		expect(inRoom).toHaveLength(onRecord.length);
		for (const { atMin: _atMin, ...setting } of onRecord) {
			const same = inRoom.find(
				({ atMin: _other, ...other }) => JSON.stringify(other) === JSON.stringify(setting)
			);
			expect(same).toBeDefined();
		}
		const reverted = inRoom.find(({ parameter }) => parameter === 'rollout.order');
		expect(reverted).toMatchObject({ atMin: 87 });
	});

	it('takes preparation decisions before minute 0, with their lead time behind them', () => {
		const prepared = exercise.decisions.filter(({ phases }) => phases.includes('preparation'));
		expect(prepared.length).toBeGreaterThan(0);
		for (const { id, fromMin, effects } of prepared) {
			expect(fromMin).toBeNull();
			expect(effects).toEqual(scenario.decisions.find((one) => one.id === id)!.effects);
		}
	});

	it('adds a decision’s lead time to the delay of each of its effects', () => {
		const after = decisionOf(exercise, 'publish-workaround')!.effects.map(({ afterMin }) => afterMin);
		expect(after).toEqual([20, 20, 80]);
	});

	it('leaves its incident’s decisions open while hosts recover', () => {
		expect(decisionOf(exercise, 'lend-technicians')!.phases).toEqual(['incident', 'recovery']);
	});

	it('keeps its log: saved, read back and replayed', () => {
		const saved = saveLog({ events: record.events, results: [] });
		const reading = readLog(saved, 'record.log.json', () => exercise);
		if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
		expect(reading.readOnly).toBeNull();
		expect(foldLog(reading.log.events)).toEqual(record.state);
	});

	it('refuses a lever of the physics that is out of its range', () => {
		const setting = { parameter: 'repair.failShare', scope: { kind: 'world' }, value: 2 } as const;
		expect(exercise.settingFault(setting)).toMatchObject({
			code: 'outOfRange',
			params: { max: 1, value: 2 }
		});
		expect(exercise.settingFault({ ...setting, value: 0.2 })).toBeNull();
	});
});

describe('the content hash', () => {
	const hash = (text: string) => exerciseScenario(scenarioOf(text), model).contentHash;

	it('does not mind comments, and minds every value', () => {
		expect(hash(`# a comment\n${text}`)).toBe(exercise.contentHash);
		expect(hash(text.replace('leadMin: 360', 'leadMin: 361'))).not.toBe(exercise.contentHash);
	});

	it('is in the first event of a log, which then opens read-only with other content', () => {
		const log = saveLog({ events: play(openRoom(exercise, '1'), [noneBot], 10).events, results: [] });
		const edited = exerciseScenario(scenarioOf(text.replace('leadMin: 360', 'leadMin: 361')), model);
		const reading = readLog(log, 'none.log.json', () => edited);
		expect(reading).toMatchObject({
			ok: true,
			readOnly: { code: 'scenarioChanged', scenarioId: exercise.id }
		});
	});
});
