import { expect, test } from 'vitest';
import { botSeats } from '../../room/opening.ts';
import { playBots } from '../../room/play-through.ts';
import { saveLog } from '../../exercise/log/log-file.ts';
import { earthText, modelTexts, scenarioTexts } from '../packs.ts';
import { ScenarioLibrary } from '../../room/scenario-library.ts';
import { MapSession } from './map-session.ts';
import { isOfLog, mapFaultText } from '../../text/map-fault-text.ts';
import type { MapMessage, RunSource } from './messages.ts';

const shelf = new ScenarioLibrary({ earth: earthText, models: modelTexts, scenarios: scenarioTexts });
const { exercise } = shelf.byId('july-2024')!;
const { events } = playBots(exercise, { seed: 'seed', seats: botSeats(exercise, 'record'), untilMin: 30 });
const LOG = saveLog({ events, results: [] });

function opened(source: RunSource, scenario = 'july-2024'): readonly MapMessage[] {
	const message: MapMessage[] = [];
	const desk = new MapSession(shelf, (one) => message.push(one));
	desk.answer({ type: 'open', series: 'one', scenario, source, seed: 'seed' });
	return message;
}

function failure(source: RunSource, scenario?: string) {
	const [message] = opened(source, scenario);
	if (message?.type !== 'failed') throw new Error(`${message?.type}`);
	return { isOfLog: isOfLog(message.fault), ...mapFaultText(message.fault) };
}

const log = (text: string): RunSource => ({ kind: 'log', name: 'a.log.json', text });

test('a log opens with its own acts as markers', () => {
	expect(opened(log(LOG))).toMatchObject([{ type: 'opened', series: 'one', markers: [{ kind: 'release' }] }]);
});

test('a damaged log says the line and what to do', () => {
	expect(failure(log(LOG.slice(0, -9)))).toMatchObject({
		isOfLog: true,
		what: expect.stringMatching(/^a\.log\.json, line \d+, column \d+: the file ends here/),
		remedy: 'It is cut off: take the whole file.'
	});
});

test('a log of a scenario that is not here says which, and which are', () => {
	const { what, remedy } = failure(log(LOG.replace('"scenarioId":"july-2024"', '"scenarioId":"june-1999"')));
	expect(what).toContain("'june-1999'");
	expect(remedy).toContain('july-2024');
});

test('a log of other physics says so, and where it can be looked at', () => {
	const { what, remedy } = failure(log(LOG.replace(/"engineVersion":"[^"]*"/, '"engineVersion":"0"')));
	expect(what).toContain('version 0 of the physics');
	expect(remedy).toContain('The record as curves');
});

test('a scenario that is not here is no fault of a log', () => {
	expect(failure({ kind: 'record' }, 'june-1999')).toMatchObject({ isOfLog: false });
});

test('what is wrong ends without a full stop, and what to do with one', () => {
	const failures = [
		failure(log('')),
		failure(log(LOG.slice(0, -9))),
		failure(log(LOG.replace('"scenarioId":"july-2024"', '"scenarioId":"june-1999"'))),
		failure(log(LOG.replace(/"engineVersion":"[^"]*"/, '"engineVersion":"0"'))),
		failure({ kind: 'none' }, 'june-1999')
	];
	for (const { what, remedy } of failures) {
		expect(what).toMatch(/[^.]$/);
		expect(remedy).toMatch(/[^.]\.$/);
	}
});
