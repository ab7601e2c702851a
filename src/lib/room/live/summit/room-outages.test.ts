import { describe, expect, test } from 'vitest';
import { drawsOf } from '../../../debrief/attribution/draws.ts';
import {
	Evaluating,
	type Effort,
	type RunShocks,
	type WatchShocks
} from '../../../outages/evaluate/evaluating.ts';
import type { Evaluation } from '../../../outages/evaluate/evaluation.ts';
import type { OutageJob } from '../../../outages/evaluate/outage-runner.ts';
import { agreementInFact } from '../../../outages/reform/agreement.ts';
import { SHOCK_KINDS } from '../../../outages/shocks/kinds.ts';
import type { ShockCourse } from '../../../outages/world/course.ts';
import { nothingHappened } from '../../../outages/world/outcome.ts';
import type { FeedKey } from '../../feed/audience-key.ts';
import { MemoryLogStore } from '../../store/memory-log-store.ts';
import { summitRoom } from '../../testing/summit-room.ts';
import type { RoomSummary } from '../live-room-contract.ts';
import { isPlaying, playedTo, PLAYS_MS } from '../worlds/playback.ts';
import { ROOM_EFFORT } from './room-outages.ts';

/** In this world an accord halves what a shock comes to. */
const runShocks: RunShocks = async ({ jobs, onResult, signal }) => {
	for (const [index, { agreement, shock }] of jobs.entries()) {
		await Promise.resolve();
		if (signal?.aborted === true) throw new Error('called off');
		const lossUsd = 1e9 * (1 + (shock.number % 5)) * (agreement === null ? 1 : 0.5);
		onResult?.(index, { ...nothingHappened('a vendor', 20), isCaught: false, lossUsd });
	}
};
const course = (vendor: string): ShockCourse => ({
	...{ vendor, isCaught: false, places: [{ name: 'Port', lng: 0, lat: 0, hosts: 9 }] },
	...{ minutes: [0, 5, 10], outOfOrder: [0, 7, 3], lossUsd: [0, 1, 2] },
	byPlace: ['0', '9', '5']
});
const watchShocks: WatchShocks = ({ jobs }) =>
	Promise.resolve(jobs.map(({ agreement }) => course(agreement === null ? 'as it was' : 'agreed')));

const AUDIENCES: readonly FeedKey[] = [
	'facilitator',
	'evaluator',
	'stage',
	'observer',
	'team:ward',
	'team:makers'
];
/** Who speaks for which chair. */
const HELD = [
	['p2', 'airline'],
	['p2', 'hospital-network'],
	['p4', 'security-vendor']
] as const;
type Room = Awaited<ReturnType<typeof begun>>;

function begun(store = new MemoryLogStore<RoomSummary>()) {
	return summitRoom(store, { runShocks, watchShocks });
}

/** From the opening to a ballot in which all say yes. */
async function vote(room: Room): Promise<void> {
	await room.lead('endOpening', {});
	await room.quiet();
	await room.lead('openBargaining', {});
	await room.quiet();
	await room.lead('callBallot', {});
	await room.quiet();
	for (const [person, party] of HELD) await room.say(person, party, 'castVote', { vote: 'yes' });
	await room.lead('closeBallot', {});
}
async function over(room: Room): Promise<void> {
	await room.open();
	await vote(room);
	await room.until(() => room.part('stage', 'shock') !== undefined && room.part('stage', 'shock') !== null);
}

const outagesOf = (room: Room, feed: FeedKey = 'stage') => room.part(feed, 'outages')!;

describe('the next outages of a room', () => {
	test('R297: are told to all alike once the summit is over, and nothing of them to phones', async () => {
		const room = await begun();
		await over(room);
		const { evaluation } = outagesOf(room);
		expect(evaluation.slices[0]!.curves.none!.runs).toBeGreaterThan(0);
		for (const feed of AUDIENCES) expect(outagesOf(room, feed), feed).toEqual(outagesOf(room));
		for (const feed of ['phone', 'door'] as const) {
			expect(room.part(feed, 'outages'), feed).toBeUndefined();
			expect(room.part(feed, 'shock'), feed).toBeUndefined();
		}
	}, 30_000);

	test('R298: are told to nobody while people negotiate, though they are run then; what each believes of whom is never told with them', async () => {
		let runs = 0;
		const counted: RunShocks = (batch) => {
			runs += batch.jobs.length;
			return runShocks(batch);
		};
		const room = await summitRoom(new MemoryLogStore<RoomSummary>(), { runShocks: counted, watchShocks });
		await room.open();
		await room.quiet();
		expect(runs).toBeGreaterThanOrEqual(SHOCK_KINDS.length);
		for (const feed of AUDIENCES) expect(room.part(feed, 'outages'), feed).toBeUndefined();
		await vote(room);
		await room.until(() => room.part('stage', 'outages') !== undefined);
		const told = JSON.stringify([outagesOf(room), room.part('stage', 'shock')]);
		for (const word of ['trust', 'brief', 'weights', 'signatories', 'proposedBy'])
			expect(told.includes(`"${word}"`), word).toBe(false);
	}, 30_000);

	test('R299: come to the same in a room that is opened again, once somebody is there, with the shock that was chosen', async () => {
		const store = new MemoryLogStore<RoomSummary>();
		const first = await begun(store);
		await over(first);
		await first.ask('p1', { type: 'watchShock', kind: 'attack', number: 4 });
		await first.until(() => outagesOf(first).evaluation.status === 'done');
		const before = outagesOf(first);
		await first.room.close();

		const again = await begun(store);
		await again.until(() => again.part('stage', 'outages')?.evaluation.status === 'done');
		const { runs: _before, ...told } = before.evaluation;
		const { runs: _after, ...retold } = outagesOf(again).evaluation;
		expect(retold).toEqual(told);
		expect(outagesOf(again).chosen).toEqual({ kind: 'attack', number: 4 });
		await again.until(() => again.part('stage', 'shock')?.kind === 'attack');
	}, 60_000);

	test('R297: come to what one person is told who agreed on the same: the same shocks in the same worlds', async () => {
		const asked = new Map<string, OutageJob>();
		const priced: RunShocks = async ({ jobs, onResult }) => {
			for (const [index, job] of jobs.entries()) {
				await Promise.resolve();
				const text = JSON.stringify(job);
				asked.set(text, job);
				// A loss that hangs on all that a job says.
				const lossUsd = 1e6 * (1 + 999 * drawsOf(text, 0)());
				onResult?.(index, { ...nothingHappened('a vendor', 20), isCaught: false, lossUsd });
			}
		};
		const room = await summitRoom(new MemoryLogStore<RoomSummary>(), { runShocks: priced, watchShocks });
		await over(room);
		await room.until(() => outagesOf(room).evaluation.status === 'done');
		const inRoom = new Set(asked.keys());
		const record = JSON.stringify(agreementInFact(room.summit));
		const { agreement, months } = [...asked.values()].find(
			({ agreement }) => agreement !== null && JSON.stringify(agreement) !== record
		)!;

		const alone = async (effort?: Effort) => {
			asked.clear();
			const told: Evaluation[] = [];
			const work = new Evaluating({
				...{
					scenario: room.scenario,
					source: { kind: 'builtIn', id: 'any' },
					runShocks: priced,
					watchShocks
				},
				...{ members: [], nowMs: () => 0, tell: (one: Evaluation) => told.push(one) },
				...(effort !== undefined && { effort })
			});
			await work.prepare(months);
			await work.settle(agreement!, months);
			return told.at(-1)!;
		};
		// To as many digits as a room is told.
		const digits = (evaluation: Evaluation) =>
			JSON.stringify(evaluation.slices, (_key, value: unknown) =>
				typeof value === 'number' ? Number(value.toPrecision(4)) : value
			);
		expect(digits(await alone(ROOM_EFFORT))).toBe(digits(outagesOf(room).evaluation));
		expect(new Set(asked.keys())).toEqual(inRoom);
		// Who is alone waits for more shocks of the same kinds.
		await alone();
		expect([...inRoom].filter((job) => !asked.has(job))).toEqual([]);
	}, 60_000);

	test('R333: say of a shock that cannot be run that it could not be, and run it when it is chosen again', async () => {
		let breaks = true;
		const room = await summitRoom(new MemoryLogStore<RoomSummary>(), {
			runShocks,
			watchShocks: (batch) => (breaks ? Promise.reject(new Error('out of memory')) : watchShocks(batch))
		});
		await room.open();
		await vote(room);
		await room.until(() => room.part('stage', 'outages')?.hasShockFailed === true);
		expect(room.part('stage', 'shock')).toBeNull();
		breaks = false;
		const { kind, number } = outagesOf(room).chosen!;
		await room.ask('p1', { type: 'watchShock', kind, number });
		await room.until(() => room.part('stage', 'shock')?.kind === kind);
		expect(outagesOf(room).hasShockFailed).toBe(false);
	}, 30_000);

	test('R333: are run again where a thread breaks; where all do that is said, and somebody who comes in has them tried again', async () => {
		let broken = 2;
		const room = await summitRoom(new MemoryLogStore<RoomSummary>(), {
			watchShocks,
			runShocks: (batch) => (broken-- > 0 ? Promise.reject(new Error('a thread ended')) : runShocks(batch))
		});
		await over(room);
		expect(outagesOf(room).evaluation.status).not.toBe('failed');

		broken = Infinity;
		const other = await summitRoom(new MemoryLogStore<RoomSummary>(), {
			watchShocks,
			runShocks: (batch) => (broken > 0 ? Promise.reject(new Error('a thread ended')) : runShocks(batch))
		});
		await other.open();
		await vote(other);
		await other.until(() => other.part('team:ward', 'outagesFailed') === true);
		expect(other.part('stage', 'outages')).toBeUndefined();
		broken = 0;
		other.room.presence('p3', false);
		other.room.presence('p3', true);
		await other.until(() => other.part('team:ward', 'outages') !== undefined);
		expect(other.part('team:ward', 'outagesFailed')).toBe(false);
	}, 60_000);

	test('R300: a facilitator chooses one shock, and where its maps stand on every screen', async () => {
		const room = await begun();
		await over(room);
		expect(room.part('stage', 'shock')!.worlds.map(({ vendor }) => vendor)).toContain('as it was');
		const playback = () => room.part('stage', 'playback')!;
		expect(playback()).toEqual({ at: 0, sinceMs: null });
		await room.ask('p1', { type: 'show', section: 'twoMaps' });
		expect(isPlaying(playback(), room.clock.nowMs())).toBe(true);
		await room.clock.pass(PLAYS_MS / 2);
		expect(playedTo(playback(), room.clock.nowMs())).toBeCloseTo(0.5, 1);
		await room.ask('p1', { type: 'playShock', at: null, plays: false });
		expect(playback().sinceMs).toBeNull();
		expect(playback().at).toBeCloseTo(0.5, 1);
		await room.ask('p1', { type: 'playShock', at: 1, plays: false });
		expect(playback().at).toBe(1);
		// From its end it plays from the beginning.
		await room.ask('p1', { type: 'playShock', at: null, plays: true });
		expect(playback().at).toBe(0);
		expect(await room.ask('p1', { type: 'watchShock', kind: 'a-rumour', number: 0 })).toMatchObject({
			refusal: { code: 'unknownOption' }
		});
		expect(await room.ask('p2', { type: 'playShock', at: 0, plays: true })).toMatchObject({
			refusal: { code: 'notForYou' }
		});
	}, 30_000);

	test('R336: come after the months that a facilitator chooses, before the ballot or after it, on every screen alike', async () => {
		const months = new Set<number>();
		const noted: RunShocks = (batch) => {
			for (const job of batch.jobs) months.add(job.months);
			return runShocks(batch);
		};
		const store = new MemoryLogStore<RoomSummary>();
		const room = await summitRoom(store, { runShocks: noted, watchShocks });
		await room.open();
		await room.quiet();
		expect(room.view().months).toBe(36);
		await room.lead('chooseMonths', { months: 12 });
		months.clear();
		await vote(room);
		await room.until(() => room.part('stage', 'shock')?.months === 12);
		await room.until(() => outagesOf(room).evaluation.status === 'done');
		// The worlds that do not depend on the accord were run for the same months while people negotiated.
		expect([...months]).toEqual([12]);

		await room.ask('p1', { type: 'watchShock', kind: 'attack', number: 4 });
		await room.lead('chooseMonths', { months: 24 });
		await room.until(() => room.part('stage', 'shock')?.months === 24);
		for (const feed of AUDIENCES) {
			expect(room.part(feed, 'outages')?.evaluation.months, feed).toBe(24);
			expect(room.part(feed, 'summit')?.view.months, feed).toBe(24);
		}
		expect(room.part('stage', 'shock')).toMatchObject({ kind: 'attack', number: 4 });
		expect(await room.say('p2', 'airline', 'chooseMonths', { months: 12 })).toMatchObject({
			kind: 'refused'
		});

		await room.until(() => outagesOf(room).evaluation.status === 'done');
		await room.room.close();
		const again = await begun(store);
		await again.until(() => again.part('stage', 'outages') !== undefined);
		expect(outagesOf(again).evaluation.months).toBe(24);
	}, 60_000);

	test('R301: a clicker goes through what came of a summit, picture by picture', async () => {
		const room = await begun();
		expect(await room.ask('p1', { type: 'show', section: 'curves' })).toMatchObject({ kind: 'refused' });
		await over(room);
		const stage = () => room.part('stage', 'stage')!.section;
		const seen = [stage()];
		for (let n = 0; n < 5; n++) {
			await room.ask('p9', { type: 'nextCue', from: room.part('stage', 'cue')!.key });
			seen.push(stage());
		}
		expect(seen).toEqual(['summit', 'curves', 'shocks', 'twoMaps', 'sides', 'history']);
		expect(room.part('stage', 'cue')!.cue).not.toMatchObject({ kind: 'show' });
	}, 30_000);

	test('R301: after an incident that was played, the agenda has a section for it, which looking back does not take it to again', async () => {
		const room = await begun();
		await room.ask('p1', { type: 'setPace', stepsPerSecond: null });
		for (let n = 0; n < 30 && room.step().phase !== 'hotWash'; n++) {
			await room.goOn('p1');
			await room.until(() => room.step().step !== 'advance');
		}
		await over(room);
		const agenda = () => room.part('facilitator', 'agenda')!;
		const current = () => agenda().sections[agenda().current ?? -1]?.id;
		expect(current()).toBe('summit');
		await room.ask('p1', { type: 'show', section: 'curves' });
		expect(current()).toBe('nextOutages');
		expect(agenda().sections.find(({ id }) => id === 'nextOutages')!.plannedMin).toBe(10);
		await room.ask('p1', { type: 'startSection', section: 'close' });
		await room.ask('p1', { type: 'show', section: 'curves' });
		expect(current()).toBe('close');
	}, 60_000);
});
