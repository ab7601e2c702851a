import { beforeAll, describe, expect, it } from 'vitest';
import { foldLog } from '../../exercise/log/evolve.ts';
import { saveLog } from '../../exercise/log/log-file.ts';
import { readLog } from '../../exercise/log/read-log.ts';
import type { RoomEvent } from '../../exercise/log/events.ts';
import { simEngine } from '../../exercise/world/engine.ts';
import { worldOrders } from '../../exercise/world/orders.ts';
import { Timeline } from '../../exercise/world/timeline.ts';
import { sampleMinutes } from '../sample-minutes.ts';
import { playedPack } from '../testing/played-pack.ts';
import { playFork, type ForkPlan } from './fork.ts';
import { RecordedRun } from './recorded-run.ts';
import { lived, SEED, type Lived } from './testing/lived.ts';
import { WorldReplay } from './timeline/world-replay.ts';

const pack = playedPack();
const { exercise, model } = pack;
const engine = simEngine(model, SEED);

const fromStart = () => new RecordedRun(engine.start(), { frames: [] });
const NOTHING = { leavesOut: [], commits: [], bots: {} };
const forkOf = (events: readonly RoomEvent[], plan: Partial<ForkPlan> & Pick<ForkPlan, 'world' | 'atMin'>) =>
	playFork(exercise, fromStart(), events, { ...NOTHING, ...plan });
const actsOf = (events: readonly RoomEvent[], world: string) =>
	foldLog(events).worlds[world]!.acts.flatMap((act) =>
		act.kind === 'decision' ? [`${act.atMin} ${act.decision}`] : []
	);
function hashesOf(events: readonly RoomEvent[], world: string, minutes: readonly number[]): string[] {
	const timeline = new Timeline(engine);
	const orders = worldOrders(exercise, foldLog(events).worlds[world]!);
	return minutes.map((minute) => timeline.hashAt(orders, minute));
}

describe.each([
	{ ways: 'shared', likes: { vendor: 'expert' }, role: 'vendor', world: 'shared', seat: 'vendor' },
	{
		ways: 'parallel',
		likes: { one: 'expert', two: 'none', three: 'thrifty' },
		role: 'hospital',
		world: 'three',
		seat: 'three.hospital'
	}
] as const)('a fork of an exercise in $ways worlds', ({ ways, likes, role, world, seat }) => {
	let live: Lived;
	let endMin: number;
	beforeAll(async () => {
		live = await lived(pack, ways, likes, role);
		endMin = foldLog(live.events).worlds[world]!.minute;
	});

	it.each([-1, 0, 20, 45, 180])('R227: comes to the same where nothing is changed at minute %i', (atMin) => {
		const fork = forkOf(live.events, { world, atMin });
		expect(fork.refused).toEqual([]);
		expect(actsOf(fork.events, world)).toEqual(actsOf(live.events, world));
		expect(fork.state.position.phase).toBe('hotWash');
		const minutes = [0, 20, 60, 180, endMin];
		expect(hashesOf(fork.events, world, minutes)).toEqual(hashesOf(live.events, world, minutes));
	});

	it('R227: shares every state before its minute, and not the end, once a decision is left out', () => {
		const atMin = 20;
		const decision = ways === 'shared' ? 'roll-back' : 'paper';
		const fork = forkOf(live.events, { world, atMin, leavesOut: [decision] });
		const before = Array.from({ length: atMin + 1 }, (_, minute) => minute);
		expect(hashesOf(fork.events, world, before)).toEqual(hashesOf(live.events, world, before));
		expect(actsOf(live.events, world)).toContain(`20 ${decision}`);
		expect(actsOf(fork.events, world)).not.toContain(`20 ${decision}`);
		expect(hashesOf(fork.events, world, [endMin])).not.toEqual(hashesOf(live.events, world, [endMin]));
	});

	it('R227, R335: goes on from what is kept of its parent, and is replayed as it was played', () => {
		const samples = sampleMinutes(exercise.spans, exercise.horizonMin);
		const replayOf = (events: readonly RoomEvent[], stops: readonly number[], played?: RecordedRun) => {
			const orders = worldOrders(exercise, foldLog(events).worlds[world]!);
			const { spans } = exercise;
			const replay = new WorldReplay({
				...{ engine, orders, spans, endMin, samples, stops, checkpoints: 40, played: played ?? null }
			});
			replay.run();
			return replay;
		};
		const parent = replayOf(live.events, [20]);
		for (const atMin of [-1, 0, 25, 180]) {
			const plan = { ...NOTHING, world, atMin, bots: { [seat]: 'cautious' as const } };
			const played = parent.forkBefore(Math.max(0, atMin));
			expect(played.run.minute > 0).toBe(atMin > 0);
			const { events } = playFork(exercise, played, live.events, plan);
			expect(events).toEqual(playFork(exercise, fromStart(), live.events, plan).events);
			// What it has kept while it was played is what its log comes to, at every minute.
			const stops = [20, 61, atMin];
			const [here, afresh] = [replayOf(events, stops, played), replayOf(events, stops)];
			expect(here.frames).toEqual(afresh.frames);
			expect(here.bytes).toBe(afresh.bytes);
			for (const minute of [endMin, 0, 19, 20, 25, 61, 180, 185, 300])
				expect(here.hashAt(minute), `minute ${minute}`).toBe(afresh.hashAt(minute));
		}
	});

	it('R227: takes at its minute what the plan says, though no round was open there', () => {
		const decision = ways === 'shared' ? 'roll-back' : 'paper';
		const fork = forkOf(live.events, { world, atMin: 10, commits: [{ seat, decision }] });
		expect(fork.refused).toEqual([]);
		expect(actsOf(fork.events, world)).toContain(`10 ${decision}`);
		expect(actsOf(fork.events, world)).not.toContain(`20 ${decision}`);
	});

	it('R228: is a log like any other: it is read again, and can be forked again', () => {
		const fork = forkOf(live.events, { world, atMin: 30, bots: { [seat]: 'cautious' } });
		const reading = readLog(saveLog({ events: fork.events, results: [] }), 'a fork', () => exercise);
		expect(reading).toMatchObject({ ok: true, readOnly: null });
		expect(fork.state.seats[seat]!.standIn?.bot).toBe('cautious');
		const again = forkOf(fork.events, { world, atMin: 90 });
		expect(actsOf(again.events, world)).toEqual(actsOf(fork.events, world));
	});

	it('says what the rules do not allow any more', () => {
		const fork = forkOf(live.events, { world, atMin: 20, commits: [{ seat, decision: 'no-such-decision' }] });
		expect(fork.refused.map(({ refusal }) => refusal.code)).toEqual(['unknownDecision']);
	});
});

describe('a fork of an exercise in which one role needs another’s agreement', () => {
	const agreed = playedPack((text) =>
		text.replace(/( {2}- id: paper\n {4}role: hospital\n)/, '$1    confirmedBy: vendor\n')
	);
	const played = simEngine(agreed.model, SEED);
	const forked = (events: readonly RoomEvent[], plan: Partial<ForkPlan>) =>
		playFork(agreed.exercise, new RecordedRun(played.start(), { frames: [] }), events, {
			...{ ...NOTHING, world: 'shared', atMin: 10 },
			...plan
		});
	let live: Lived;
	beforeAll(async () => {
		live = await lived(agreed, 'shared', { hospital: 'thrifty' }, 'hospital', 'vendor');
	});

	it('R227: has what was agreed to agreed to again', () => {
		expect(actsOf(live.events, 'shared')).toContain('20 paper');
		const fork = forked(live.events, {});
		expect(fork.refused).toEqual([]);
		expect(fork.state.worlds.shared!.asked).toEqual([]);
		expect(actsOf(fork.events, 'shared')).toEqual(actsOf(live.events, 'shared'));
	});

	it('R227: has what its plan takes agreed to by the person who is asked', () => {
		const fork = forked(live.events, { commits: [{ seat: 'hospital', decision: 'paper' }] });
		expect(fork.refused).toEqual([]);
		expect(actsOf(fork.events, 'shared')).toContain('10 paper');
	});
});
