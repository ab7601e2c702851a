import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileModel } from '../../scenario/compile/model.ts';
import { packOf } from '../../scenario/testing/pack.ts';
import { ENGINE_VERSION } from '../../sim/version.ts';
import { BOTS } from '../bots/bots.ts';
import { asOfFormat1 } from '../testing/july-2024-format-1.ts';
import { openRoom, play } from '../testing/play.ts';
import { exerciseScenario } from '../scenario/from-scenario.ts';
import { foldLog } from './evolve.ts';
import { saveLog } from './log-file.ts';
import { readLog } from './read-log.ts';
import { isFormat1 } from './upcast.ts';

const { scenario } = packOf('july-2024');
const model = compileModel(scenario);
const exercise = exerciseScenario(scenario, model);

interface OldEvent extends Record<string, unknown> {
	readonly type: string;
	readonly command: string;
}

/** Version of the physics that the logs of format 1 were played with. */
const PLAYED_WITH = '3';

/** Hash of the content of July 2024 that they were played with. */
const CONTENT = 'b3061a5f6014d605';

const LOGS = {
	record: { file: 'sim-record', rounds: [], bots: {} },
	airline: {
		file: 'solo-airline',
		rounds: [24, 60, 150, 480, 1920, 2640],
		bots: {
			'security-vendor': 'record',
			'platform-owner': 'record',
			'hospital-network': 'record',
			bank: 'fast',
			government: 'thrifty'
		}
	},
	unfinished: { file: 'solo-unfinished', rounds: [24, 60, 150], bots: null }
};

const fileOf = (name: string) =>
	readFileSync(new URL(`../testing/fixtures/format-1-${name}.log.json`, import.meta.url), 'utf8');

/** An old log as if it had been played with today's physics and content. */
const asOfToday = (text: string) =>
	text
		.replace(`"engineVersion":"${PLAYED_WITH}"`, `"engineVersion":"${ENGINE_VERSION}"`)
		.replace(`"contentHash":"${CONTENT}"`, `"contentHash":"${exercise.contentHash}"`);

function read(file: string, as = exercise) {
	const reading = readLog(file, 'old.log.json', () => as);
	if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
	return reading;
}

describe.each(Object.values(LOGS))('the log of format 1 $file', ({ file, rounds, bots }) => {
	const textOf = fileOf(file);
	const old = (JSON.parse(textOf) as { events: OldEvent[] }).events;
	const { log, readOnly } = read(textOf);
	const state = foldLog(log.events);
	const { shared } = state.worlds;

	it('opens to be read, with the results that were stored in it: the physics are others today', () => {
		expect(isFormat1(old)).toBe(true);
		expect(isFormat1(log.events)).toBe(false);
		expect(readOnly).toEqual({ code: 'otherPhysics', playedWith: PLAYED_WITH, now: ENGINE_VERSION });
		expect(log.results.length).toBeGreaterThan(0);
		expect(state.exercise?.contentHash).toBe(CONTENT);
	});

	it('holds the same acts and injects, in their order', () => {
		let acts: [unknown, unknown][] = [];
		for (const { type, atMin, decision, setting } of old) {
			if (type === 'settingMade') acts.push([atMin, setting]);
			if (type === 'decisionCommitted') acts.push([atMin, decision]);
			if (type === 'decisionWithdrawn') acts = acts.filter(([, one]) => one !== decision);
		}
		expect(
			shared.acts.map((act) => [act.atMin, act.kind === 'setting' ? act.setting : act.decision])
		).toEqual(acts);
		const injects = old.flatMap((one) => (one.type === 'injectReleased' ? [[one.atMin, one.inject]] : []));
		expect(shared.released.map(({ atMin, inject }) => [atMin, inject])).toEqual(injects);
	});

	it('has its rounds as facts, as the ids of its commands said, and no other', () => {
		expect(state.rounds.map(({ atMin }) => atMin)).toEqual(rounds);
		expect(state.rounds.map(({ round }) => round)).toEqual(rounds.map((_, index) => index + 1));
		for (const { version, part, atMin } of state.rounds) {
			const then = foldLog(log.events.slice(0, version));
			expect(then.position).toMatchObject({ phase: part, step: 'decide' });
			expect(then.worlds.shared.minute).toBe(atMin);
		}
	});

	it.runIf(bots !== null)('has its bots in their seats', () => {
		const seated = Object.values(state.seats).flatMap(({ role, team, bot }) =>
			bot === null ? [] : [[role, team, bot]]
		);
		expect(seated.sort()).toEqual(
			Object.entries(bots!)
				.map(([role, bot]) => [role, role, bot])
				.sort()
		);
	});

	it('is a log of today once it is saved', () => {
		const again = read(saveLog(log));
		expect(again.log).toEqual(log);
		expect(again.readOnly).toEqual(readOnly);
	});
});

describe('the scenario of an old log', () => {
	const airline = asOfToday(fileOf(LOGS.airline.file));

	it('is the same where words alone have changed', () => {
		const [first, ...others] = scenario.decisions;
		const retold = {
			...scenario,
			title: { en: 'Told anew' },
			decisions: [{ ...first, title: { en: 'Called otherwise' }, assumed: 'so they say' }, ...others]
		};
		expect(read(airline, exerciseScenario(retold, model)).readOnly).toBeNull();
	});

	it('is another one where what physics or rules read has changed', () => {
		const [first, ...others] = scenario.decisions;
		const dearer = { ...scenario, decisions: [{ ...first, costUsd: first.costUsd + 1 }, ...others] };
		expect(read(airline, exerciseScenario(dearer, model)).readOnly).toEqual({
			code: 'scenarioChanged',
			scenarioId: 'july-2024'
		});
	});
});

it('a fault in an old log is named at its place in that log', () => {
	const old = asOfToday(fileOf(LOGS.unfinished.file));
	const index = (JSON.parse(old) as { events: OldEvent[] }).events.findIndex(
		({ type, play }) => type === 'phaseEntered' && play === 'preparation'
	);
	const reading = readLog(
		old.replace('"play":"preparation"', '"play":"summit"'),
		'old.log.json',
		() => exercise
	);
	expect(reading).toMatchObject({
		ok: false,
		faults: [{ path: `events[${index}].phase`, code: 'doesNotFollow' }]
	});
});

describe('a run of the scenario as it was before messages could be answered', () => {
	it('opens to be read, and its acts stand where they stood', () => {
		const then = asOfFormat1(exercise);
		const played = play(openRoom(then, 'before', 'full', 'expert'), [BOTS.expert], 200);
		const kept = saveLog({ events: played.events, results: [] });
		const reading = readLog(kept, 'before.log.json', () => exercise);
		if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
		expect(reading.readOnly).toEqual({ code: 'scenarioChanged', scenarioId: 'july-2024' });
		const { shared } = foldLog(reading.log.events).worlds;
		expect(shared.acts).toEqual(played.state.worlds.shared.acts);
	});
});
