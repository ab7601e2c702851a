import { describe, expect, it } from 'vitest';
import { openRoom } from '../testing/play.ts';
import { saveLog } from '../log/log-file.ts';
import { readLog } from '../log/read-log.ts';
import { nextStop, roundsOf } from './rounds.ts';
import type { ExerciseScenario } from '../scenario/scenario.ts';
import { accept, FACILITATOR, move, roomIn } from '../testing/room.ts';
import { SCENARIO } from '../testing/scenario.ts';

const [first] = SCENARIO.injects;
const halting: ExerciseScenario = {
	...SCENARIO,
	injects: [...SCENARIO.injects, { ...first, id: 'halts', plannedMin: 122, stops: true }]
};

describe('a cut', () => {
	it('has a round at each of its stops, the last ones of the recovery, and then the world runs to its end', () => {
		expect(roundsOf(SCENARIO, 'short')).toEqual([
			{ round: 1, part: 'incident', atMin: 24, untilMin: 60 },
			{ round: 2, part: 'incident', atMin: 60, untilMin: 300 },
			{ round: 3, part: 'recovery', atMin: 300, untilMin: 600 }
		]);
	});

	it('halts after a minute, wherever somebody stopped the world in between', () => {
		expect([0, 23, 24, 41, 60, 299, 300].map((minute) => nextStop(SCENARIO, 'short', minute))).toEqual([
			24,
			24,
			60,
			60,
			300,
			300,
			null
		]);
	});

	it('halts for a message that stops the world, at the next minute of the grid', () => {
		expect(nextStop(halting, 'short', 60)).toBe(125);
		expect(roundsOf(halting, 'short').map(({ atMin }) => atMin)).toEqual([24, 60, 125, 300]);
	});

	it('that nobody chose halts nowhere', () => {
		expect(nextStop(SCENARIO, null, 0)).toBeNull();
		expect(roundsOf(halting, null)).toEqual([]);
	});

	it('stands in the first event, and a log with another one is refused with the place', () => {
		const { events, state } = openRoom(SCENARIO, 'seed', 'full');
		expect(state.exercise?.cut).toBe('full');
		const text = saveLog({ events, results: [] });
		expect(readLog(text, 'full.json', () => SCENARIO).ok).toBe(true);
		for (const [cut, code] of [
			['"half-day"', 'unknownCut'],
			['7', 'badValue']
		]) {
			const reading = readLog(text.replace('"cut":"full"', `"cut":${cut}`), 'full.json', () => SCENARIO);
			expect(reading).toMatchObject({
				ok: false,
				faults: [{ path: 'events[0].cut', code }]
			});
		}
	});
});

it('time goes on after somebody has stopped it, in the incident and in the recovery, to the next stop', () => {
	const advance = (toMin: number) => ({ type: 'advanceTime', payload: { world: 'shared', toMin } }) as const;
	let now = accept(roomIn('incident'), FACILITATOR, move('CLOSE_DECISIONS'));
	for (const stop of [7, 24, 40, 60]) {
		now = accept(now, FACILITATOR, advance(stop));
		now = accept(accept(now, FACILITATOR, move('NEXT_ROUND')), FACILITATOR, move('OPEN_DECISIONS'));
		now = accept(now, FACILITATOR, move('CLOSE_DECISIONS'));
	}
	now = accept(accept(now, FACILITATOR, advance(300)), FACILITATOR, move('NEXT_PHASE'));
	now = accept(now, FACILITATOR, move('SKIP_DECISIONS'));
	for (const stop of [350, 480, 600]) now = accept(now, FACILITATOR, advance(stop));
	expect(now.state.worlds.shared.minute).toBe(600);
});
