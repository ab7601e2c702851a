import { describe, expect, test } from 'vitest';
import { scenarioFaultText } from '../../text/scenario-fault-text.ts';
import { parseScenario, type Fault } from '../parse.ts';
import { library } from '../testing/pack.ts';
import { smallWith } from '../testing/small.ts';

const EFFECT = '{ set: service.manualShare, scope: own, value: 0.8 }';
const parsed = (effect: string) => parseScenario(smallWith(EFFECT, effect), 'small.yaml', library);

function faultsOf(effect: string): readonly Pick<Fault, 'code' | 'path'>[] {
	const read = parsed(effect);
	return read.ok ? [] : read.faults.map(({ code, path }) => ({ code, path }));
}
const at = (key = '') => `decisions[1].effects[0]${key}`;

describe('an effect that multiplies', () => {
	test('keeps its factor, by class where it is written so', () => {
		const read = parsed('{ set: repair.handsMin, scope: own, times: { server: 0.5, laptop: 2 }, after: 5 }');
		if (!read.ok) throw new Error(JSON.stringify(read.faults));
		const scope = { kind: 'organisation', id: 'harbour-hospital' };
		const shared = { parameter: 'repair.handsMin', scope, multiplies: true, afterMin: 5 };
		expect(read.scenario.decisions[1]!.effects).toEqual([
			{ ...shared, hostClass: 'server', value: 0.5 },
			{ ...shared, hostClass: 'laptop', value: 2 }
		]);
	});

	test('is written with times or with value, not with both and not with neither', () => {
		expect(faultsOf('{ set: repair.keyMin, scope: own, value: 5, times: 0.5 }')).toEqual([
			{ code: 'valueOrTimes', path: at() }
		]);
		expect(faultsOf('{ set: repair.keyMin, scope: own }')).toEqual([{ code: 'valueOrTimes', path: at() }]);
	});

	test('has something that can be multiplied, by a factor that is no slip of the pen', () => {
		expect(faultsOf('{ set: repair.script, scope: own, times: 2 }')).toEqual([
			{ code: 'notMultiplied', path: at('.times') }
		]);
		for (const factor of [0, -1, 5000])
			expect(faultsOf(`{ set: repair.keyMin, scope: own, times: ${factor} }`)).toEqual([
				{ code: 'factorOutOfRange', path: at('.times') }
			]);
		expect(faultsOf('{ set: repair.keyMin, scope: own, times: { server: 0.5 } }')).toEqual([
			{ code: 'oneValueHere', path: at('.times') }
		]);
	});

	test('that is wrong is told of in words', () => {
		const read = parsed('{ set: repair.script, scope: own, times: 2 }');
		if (read.ok) throw new Error('it must be refused');
		expect(scenarioFaultText(read.faults[0]!).what).toContain('repair.script');
	});
});
