import { describe, expect, test } from 'vitest';
import { SCENARIO } from '../exercise/testing/scenario.ts';
import { toyEngine } from '../exercise/testing/toy-engine.ts';
import type { Engine } from '../exercise/world/engine.ts';
import type { Frame } from '../sim/observe/frame.ts';
import { openingSteps } from './opening.ts';
import { Room } from './room.ts';
import { RunningExercise } from './running-exercise.ts';
import { FakeClock } from './testing/fake-clock.ts';

const WORLD = 'shared';
/** The adaptive injects of the scenario look at a world that the toy has not. */
const scenario = { ...SCENARIO, injects: [] };
const seats = scenario.roles.map(({ id }) => ({ seat: id, role: id, team: id, bot: null }));

/** An exercise of people that has begun, at one minute a second, with time by hand. */
async function running({ engine = toyEngine(scenario.spans) }: { engine?: Engine } = {}) {
	const clock = new FakeClock();
	const errors: unknown[] = [];
	const shown: number[] = [];
	const room = new Room({ scenario, events: [], append: async () => {}, publish: () => {} });
	await room.perform(() => openingSteps('a seed', 'short', seats));
	const exercise = new RunningExercise({
		room,
		policiesOf: () => [],
		engine: () => engine,
		samples: [0, 24, 60],
		clock,
		pace: { unit: 'minutes', perSecond: 1 },
		show: (_world: string, frames: readonly Frame[]) => shown.push(...frames.map(({ minute }) => minute)),
		changed: () => {},
		failed: (error) => errors.push(error)
	});
	await exercise.start();
	for (let n = 0; n < 9 && room.state.position.step !== 'advance'; n++) await exercise.goOn();
	expect(room.state.position).toMatchObject({ phase: 'incident', step: 'advance' });
	return { clock, errors, shown, room, exercise };
}

/** The physics up to a minute; looking at the world there throws. */
function engineThatFailsAt(minute: number): Engine {
	const toy = toyEngine(scenario.spans);
	return {
		...toy,
		start() {
			const run = toy.start();
			return {
				...run,
				get minute() {
					return run.minute;
				},
				frame() {
					if (run.minute >= minute) throw new Error('out of range');
					return run.frame();
				}
			};
		}
	};
}

describe('a running exercise', () => {
	test('R9: a pause logs the minute that is shown, and nothing moves until it is resumed', async () => {
		const { clock, room, exercise, shown } = await running();
		await clock.pass(5_500);
		await exercise.pause();
		expect(room.state.worlds[WORLD].minute).toBe(5);
		expect(room.state.position.clock).toBe('paused');
		await clock.pass(60_000);
		expect(shown.at(-1)).toBe(5);
		await exercise.resume();
		await clock.pass(3_500);
		expect(exercise.shownMin(WORLD)).toBe(8);
	});

	test('a round opens at the stop of the cut, and not before', async () => {
		const { clock, room } = await running();
		await clock.pass(23_500);
		expect(room.state.rounds).toHaveLength(0);
		await clock.pass(2_000);
		expect(room.state.rounds).toHaveLength(1);
		expect(room.state.worlds[WORLD].minute).toBe(24);
		expect(room.state.position.step).toBe('decide');
	});

	test('somebody who stops it has a round at the minute that is reached', async () => {
		const { clock, room, exercise } = await running();
		await clock.pass(7_500);
		await exercise.stopHere();
		expect(room.state.worlds[WORLD].minute).toBe(7);
		expect(room.state.position.step).toBe('decide');
	});

	test('once closed it shows nothing any more', async () => {
		const { clock, exercise, shown } = await running();
		await clock.pass(3_500);
		exercise.close();
		const before = shown.length;
		await clock.pass(60_000);
		expect(shown).toHaveLength(before);
	});

	test('an error of the physics is told, what was shown before it stays, and nothing moves on', async () => {
		const { clock, room, exercise, errors, shown } = await running({ engine: engineThatFailsAt(10) });
		await clock.pass(60_000);
		expect(errors.map(String)).toEqual(['Error: out of range']);
		expect(shown.at(-1)).toBe(9);
		expect(exercise.isMoving).toBe(false);
		expect(room.state.worlds[WORLD].minute).toBe(0);
	});
});
