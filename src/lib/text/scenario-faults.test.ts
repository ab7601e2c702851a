import { expect, test } from 'vitest';
import { wholeFile, type Fault } from '../scenario/faults/fault.ts';
import { parseScenario } from '../scenario/parse.ts';
import { library } from '../scenario/testing/pack.ts';
import { smallWith } from '../scenario/testing/small.ts';
import { faultLine, scenarioFaultText } from './scenario-fault-text.ts';

function faultOf(from: string, to: string): Fault {
	const parsed = parseScenario(smallWith(from, to), 'small.yaml', library);
	if (parsed.ok) throw new Error('it was read');
	return parsed.faults[0]!;
}

test('a fault of a scenario says where it is, what it is and what to do', () => {
	expect(faultLine(faultOf('days: 2', 'days: many'))).toBe(
		'small.yaml:15:9 clock.days: a number is needed here, not "many". Write a number without a unit or quotes.'
	);
});

test('one that stands on several lines names the others', () => {
	const { what, remedy } = scenarioFaultText(faultOf('id: hospital, kind', 'id: hospice, kind'));
	expect(what).toMatch(/^there is no role 'hospital' \(also on lines? \d+/);
	expect(remedy).toBe("Did you mean 'hospice'?");
});

test('what YAML says is wrong is said in our words', () => {
	expect(scenarioFaultText(faultOf('days: 2', "days: '2")).what).toBe(
		'this is not YAML: a sign is missing: a quote, a bracket, a comma or a colon'
	);
});

test('a code that only another version knows has words all the same', () => {
	const fault = { ...wholeFile('a.yaml', { code: 'empty', params: {} }), code: 'fromTheFuture' };
	expect(scenarioFaultText(fault as unknown as Fault).remedy).toMatch(/again/);
});
