import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { eventFault } from '../../../exercise/log/log-check.ts';
import { evolve, foldLog } from '../../../exercise/log/evolve.ts';
import { EMPTY_ROOM, type ReleasedInject } from '../../../exercise/state.ts';
import { simEngine } from '../../../exercise/world/engine.ts';
import { worldOrders } from '../../../exercise/world/orders.ts';
import { RoomWorld } from '../../room-world.ts';
import { openLiveRoom, SUMMARY } from '../../testing/live-room.ts';
import { playedPack } from '../../testing/played-pack.ts';
import type { FeedKey } from '../../feed/audience-key.ts';
import type { RequestBody } from '../../protocol/requests.ts';
import { isDeep } from '../../../sim/testing/deep.ts';

const RUNS = isDeep ? 120 : 12;
vi.setConfig({ testTimeout: isDeep ? 1_800_000 : 240_000 });

type Opened = Awaited<ReturnType<typeof openLiveRoom>>;
type Told = Omit<ReleasedInject, 'part'>;

const PACK = playedPack();
const DESK = 'p1';
const WITH_VIEW: readonly FeedKey[] = ['evaluator', 'team:ward', 'team:makers', 'stage', 'observer'];
const ALL: readonly FeedKey[] = ['facilitator', ...WITH_VIEW, 'phone'];
const IDS = ['first-call', 'w1', 'w2', 'w3', 'w1-again'];

const id = fc.constantFrom(...IDS);
const minute = fc.integer({ min: 15, max: 240 });
const weighted = <Value>(weight: number, arbitrary: fc.Arbitrary<Value>) => ({ weight, arbitrary });
/** Time passes often enough that something comes of what is planned. */
const step = fc.oneof(
	weighted(8, fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 200, max: 6000 }) })),
	weighted(6, fc.record({ kind: fc.constantFrom('goOn' as const, 'resume' as const) })),
	weighted(2, fc.record({ kind: fc.constant('pause' as const) })),
	weighted(1, fc.record({ kind: fc.constant('edit' as const), id })),
	weighted(1, fc.record({ kind: fc.constant('park' as const), id })),
	weighted(2, fc.record({ kind: fc.constant('release' as const), id })),
	weighted(3, fc.record({ kind: fc.constant('move' as const), id, atMin: minute })),
	weighted(
		3,
		fc.record({
			kind: fc.constant('write' as const),
			id: fc.constantFrom('w1', 'w2', 'w3'),
			atMin: fc.option(minute, { nil: null, freq: 3 }),
			to: fc.constantFrom(null, ['hospital'], ['vendor'])
		})
	),
	weighted(1, fc.record({ kind: fc.constant('copy' as const), id: fc.constantFrom('w1', 'first-call') })),
	weighted(1, fc.record({ kind: fc.constant('restart' as const) }))
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** When each message is to come, as somebody with a pencil would keep it; null: not before a hand sends it. */
type Pencil = Map<string, number | null>;

async function begin(): Promise<Opened> {
	const room = await openLiveRoom();
	await room.join('facilitator', 'Fay');
	await room.join('player', 'Ana', 'ward');
	await room.join('player', 'Mo', 'makers');
	for (const person of ['p1', 'p2', 'p3']) room.room.presence(person, true);
	// To where time runs from the first round to the second.
	for (let n = 0; n < 8 && !(room.step().step === 'advance' && shownMin(room) >= 20); n++) {
		await room.goOn(DESK);
		await room.clock.pass(4000);
	}
	expect(room.step()).toMatchObject({ phase: 'incident', nextStopMin: 60 });
	// Every minute is shown, so that what a button says can be held.
	await room.ask(DESK, { type: 'setPace', stepsPerSecond: 3 });
	return room;
}

const told = (room: Opened, feed: FeedKey): readonly Told[] =>
	Object.values(room.part(feed, 'view')!.projection.worlds)[0]!.injects;
const shownMin = (room: Opened) => room.part('facilitator', 'clock')!.minute;
const revisionOf = (room: Opened, inject: string) =>
	room.part('facilitator', 'view')!.projection.plan.find((one) => one.inject === inject)?.revision ?? 0;
const command = (type: string, payload: Record<string, unknown>): RequestBody => ({
	type: 'command',
	body: { type, payload }
});
const textOf = (title: string, to: readonly string[] | null) => ({
	...{ channel: 'ticket', from: 'The desk', title: { en: title }, body: { en: title }, to }
});

async function take(room: Opened, one: Step, pencil: Pencil): Promise<Opened> {
	switch (one.kind) {
		case 'wait':
			await room.clock.pass(one.ms);
			return room;
		case 'pause':
		case 'resume':
			await room.ask(DESK, { type: one.kind });
			return room;
		case 'goOn':
			await room.goOn(DESK);
			return room;
		case 'restart': {
			await room.room.close();
			const again = await openLiveRoom(room.store);
			// Nobody's seat is lost, and nothing moves until somebody says so.
			expect(again.room.people()).toHaveLength(3);
			await again.ask(DESK, { type: 'setPace', stepsPerSecond: 3 });
			return again;
		}
		default:
			await plan(room, one, pencil);
			return room;
	}
}

/** Changes the plan, and keeps the pencil's book where the room has agreed. */
async function plan(room: Opened, one: Extract<Step, { id: string }>, pencil: Pencil): Promise<void> {
	const inject = one.id;
	const base = revisionOf(room, inject);
	if (one.kind === 'release') {
		// What the button says: the next minute of the world.
		const { minute, isMoving } = room.part('facilitator', 'clock')!;
		const landsMin = isMoving ? minute + (minute < 210 ? 1 : 5) : null;
		const { isPaused } = room.step();
		const answer = await room.ask(DESK, { type: 'releaseInject', inject, revision: base, landsMin });
		if (answer.kind !== 'accepted') return;
		// It waits until the exercise goes on, whatever was planned.
		if (isPaused) return void pencil.set(inject, null);
		const out = told(room, 'facilitator').find((each) => each.inject === inject)!;
		expect(out.atMin, 'where the button said').toBe(landsMin ?? minute);
		pencil.set(inject, out.atMin);
		return;
	}
	if (one.kind === 'copy') {
		const as = `${inject}-again`;
		const answer = await room.ask(DESK, command('copyInject', { inject, as }));
		if (answer.kind === 'accepted') pencil.set(as, null);
		return;
	}
	const answer = await room.ask(DESK, changeOf(one, base));
	if (answer.kind !== 'accepted' || one.kind === 'edit') return;
	pencil.set(inject, one.kind === 'park' ? null : plannedMin(room, inject));
}

function changeOf(
	one: Extract<Step, { kind: 'edit' | 'park' | 'move' | 'write' }>,
	base: number
): RequestBody {
	const inject = one.id;
	switch (one.kind) {
		case 'edit':
			return command('editInject', { inject, base, text: textOf(`${inject} at ${base}`, null) });
		case 'park':
			return command('parkInject', { inject, base });
		case 'move':
			return command('scheduleInject', { inject, base, atMin: one.atMin });
		case 'write':
			return command('writeInject', {
				...{ inject, text: textOf(inject, one.to), atMin: one.atMin, corrects: null }
			});
	}
}

/** The minute that the room has agreed to. */
function plannedMin(room: Opened, inject: string): number | null {
	const timing = room
		.part('facilitator', 'view')!
		.projection.plan.find((one) => one.inject === inject)!.timing;
	return timing.kind === 'at' ? timing.atMin : null;
}

/** What holds after every step. */
function look(room: Opened, pencil: Pencil, before: Map<string, Told>): void {
	const minute = shownMin(room);
	for (const feed of ALL) expect(room.part(feed, 'clock')!.minute, `the clock of ${feed}`).toBe(minute);
	const staff = told(room, 'facilitator');
	expect(new Set(staff.map(({ inject }) => inject)).size, 'each once').toBe(staff.length);
	for (const one of staff) {
		expect(one.atMin, `${one.inject} is not of the future`).toBeLessThanOrEqual(minute);
		// What people have read does not change behind their backs.
		if (before.has(one.inject)) expect(one).toEqual(before.get(one.inject));
		before.set(one.inject, one);
	}
	for (const inject of before.keys())
		expect(
			staff.map((one) => one.inject),
			`${inject} stays out`
		).toContain(inject);
	for (const [inject, atMin] of pencil) {
		const out = staff.find((one) => one.inject === inject);
		const { phase } = room.step();
		const runs = phase === 'incident' || phase === 'recovery';
		// Released on going on: the pencil learns of it here.
		if (atMin === null && out !== undefined) pencil.set(inject, out.atMin);
		else if (atMin !== null && atMin <= minute && runs) expect(out?.atMin, `${inject} has come`).toBe(atMin);
		else if (out !== undefined) expect(out.atMin, `${inject} has come when it was to`).toBe(atMin);
	}
	const roles: Partial<Record<FeedKey, string>> = { 'team:ward': 'hospital', 'team:makers': 'vendor' };
	for (const feed of WITH_VIEW) {
		const role = roles[feed];
		const isFor = ({ to }: Told) =>
			to === null || feed === 'evaluator' || (role !== undefined && to.includes(role));
		expect(told(room, feed), `what ${feed} has`).toEqual(staff.filter(isFor));
	}
	const heads = room.part('phone', 'headlines')!.map(({ inject, atMin }) => `${inject} ${atMin}`);
	expect(heads).toEqual(
		staff.filter(({ to }) => to === null).map(({ inject, atMin }) => `${inject} ${atMin}`)
	);
}

/** The log alone says all of it: every event can follow, and the world that it leads to is the one that was shown. */
async function replay(room: Opened): Promise<void> {
	await room.ask(DESK, { type: 'pause' });
	const events = await room.log();
	let state = EMPTY_ROOM;
	for (const event of events) {
		expect(eventFault(state, event, PACK.exercise)).toBeNull();
		state = evolve(state, event);
	}
	const shared = state.worlds.shared!;
	expect(shared.minute).toBe(shownMin(room));
	const world = () => {
		const one = new RoomWorld(() => simEngine(PACK.model, SUMMARY.setup.seed), []);
		one.order(worldOrders(PACK.exercise, shared));
		return one;
	};
	const [straight, stopped] = [world(), world()];
	// Once in one go, and once with a look at every stop that the log has.
	for (const event of events) if (event.type === 'timeAdvanced') stopped.look(event.toMin);
	expect(stopped.hashAt(shared.minute)).toBe(straight.hashAt(shared.minute));
	const again = await openLiveRoom(room.store);
	expect(again.part('facilitator', 'frame')).toEqual(room.part('facilitator', 'frame'));
	expect(told(again, 'facilitator')).toEqual(told(room, 'facilitator'));
	expect(foldLog(await again.log()).worlds.shared).toEqual(shared);
	await again.room.close();
}

test('R76: whatever is paused, edited, moved, copied, released and restarted, each message comes once, at its minute, on all screens, and the log says so again', async () => {
	let released = 0;
	let moved = 0;
	let byTime = 0;
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 40, size: 'max' }), async (steps) => {
			let room = await begin();
			const pencil: Pencil = new Map([['first-call', 40]]);
			const before = new Map<string, Told>();
			for (const one of steps) {
				room = await take(room, one, pencil);
				await room.clock.pass(600);
				look(room, pencil, before);
			}
			released += (await room.log()).filter(({ type }) => type === 'injectReleased').length;
			byTime += [...before.values()].filter(
				({ inject, atMin }) => inject !== 'many-down' && atMin > 20
			).length;
			moved += (await room.log()).filter(({ type }) => type === 'injectPlanned').length;
			expect(room.faults).toEqual([]);
			await replay(room);
			await room.room.close();
		}),
		{ numRuns: RUNS }
	);
	// The plays were about something.
	expect(released).toBeGreaterThan(RUNS / 4);
	expect(moved).toBeGreaterThan(RUNS);
	expect(byTime).toBeGreaterThan(RUNS / 4);
});
