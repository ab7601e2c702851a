import { describe, expect, test } from 'vitest';
import type { RoomEvent } from '../../../exercise/log/events.ts';
import { foldLog } from '../../../exercise/log/evolve.ts';
import { readLog } from '../../../exercise/log/read-log.ts';
import { simEngine } from '../../../exercise/world/engine.ts';
import { worldOrders } from '../../../exercise/world/orders.ts';
import { Timeline } from '../../../exercise/world/timeline.ts';
import {
	ANA,
	BEN,
	done,
	EVE,
	FAY,
	MO,
	onTo,
	PACK,
	WAYS,
	written,
	type Opened
} from '../../testing/written-room.ts';

const [PHONE, STAGE, OBSERVER] = ['p6', 'p11', 'p12'];
/** Whoever may look back, and at what they are called below. */
const READERS = { facilitator: FAY, own: ANA, other: MO, evaluator: EVE, observer: OBSERVER } as const;
type Reader = keyof typeof READERS;
const ALL = Object.keys(READERS) as Reader[];
const STAFF: readonly Reader[] = ['facilitator', 'evaluator'];

async function ended(way: (typeof WAYS)[keyof typeof WAYS]): Promise<Opened> {
	const room = await written(way);
	await onTo(room, () => room.step().phase === 'hotWash');
	await done(room, FAY, { type: 'endRoom' });
	return room;
}
const replayOf = ({ room }: Opened, person: string) => room.replay(person);
function eventsFor(room: Opened, reader: Reader): readonly RoomEvent[] {
	const reading = readLog(replayOf(room, READERS[reader])!.log, reader, () => PACK.exercise);
	if (!reading.ok) throw new Error(`${reader}: ${JSON.stringify(reading.faults[0])}`);
	expect(reading.readOnly).toBeNull();
	return reading.log.events;
}

describe.each(Object.entries(WAYS))('looking back at a room where the way of playing is %s', (_name, way) => {
	/** A world of one's own stays one's own. */
	const isApart = way === WAYS.parallel;
	const readers = isApart ? ALL.filter((reader) => reader !== 'observer') : ALL;
	const ofWorld: readonly Reader[] = isApart ? ['facilitator', 'own', 'evaluator'] : ALL;

	test('R310: is for facilitators alone before it is over', async () => {
		const room = await written(way);
		await onTo(room, () => room.step().phase === 'hotWash');
		for (const person of [ANA, BEN, MO, EVE, OBSERVER]) expect(replayOf(room, person)).toBeNull();
		expect(replayOf(room, FAY)).toMatchObject({ kind: 'facilitator', timeline: null });
	});

	test('R310: holds what its reader may know, of every kind of event', async () => {
		const room = await ended(way);
		const texts = new Map(ALL.map((reader) => [reader, JSON.stringify(replayOf(room, READERS[reader]))]));
		const expected: Readonly<Record<string, readonly Reader[]>> = {
			// What is revealed is everybody's of that world.
			'SECRET-reason': ofWorld,
			'SECRET-again': ofWorld,
			'SECRET-amended': ofWorld,
			'SECRET-one-role': readers,
			'SECRET-public': readers,
			'a seed': readers,
			// What was said among some stays among them.
			'SECRET-question': ['facilitator', 'own', 'evaluator'],
			'SECRET-rating': STAFF,
			'SECRET-evaluator-note': STAFF,
			'SECRET-facilitator-note': ['facilitator'],
			// Where each team plays alone a bot agrees, and it is decided.
			'SECRET-asked': isApart ? ofWorld : ['facilitator'],
			'SECRET-planned': ['facilitator'],
			// In no log, and so in no replay.
			...{ 'SECRET-pad': [], 'SECRET-advice': [] },
			...{ 'SECRET-ana': [], 'SECRET-ben': [], 'SECRET-mo': [], 'SECRET-eve': [] }
		};
		for (const [secret, told] of Object.entries(expected)) {
			const has = (reader: Reader) => texts.get(reader)!.includes(secret);
			expect(ALL.filter(has), secret).toEqual(ALL.filter((reader) => told.includes(reader)));
		}
		for (const person of [PHONE, STAGE, 'nobody', ...(isApart ? [OBSERVER] : [])])
			expect(replayOf(room, person!)).toBeNull();
	});

	test('R310: comes to the worlds that there were, from the events that make them and no others', async () => {
		const room = await ended(way);
		const all = await room.log();
		const typesOf = (events: readonly RoomEvent[]) => new Set(events.map(({ type }) => type));
		for (const reader of readers) {
			if (reader === 'facilitator') continue;
			const events = eventsFor(room, reader);
			const worlds = worldsOf(events);
			expect(worlds.length).toBeGreaterThan(0);
			expect(worldsOf(all), reader).toEqual(expect.arrayContaining(worlds));
			expect(worlds, reader).toHaveLength(isApart && reader !== 'evaluator' ? 1 : worldsOf(all).length);
			const named = new Set(events.flatMap((event) => ('world' in event ? [event.world] : [])));
			expect([...named].sort(), reader).toEqual(worlds.map(({ id }) => id).sort());
			const types = typesOf(events);
			for (const type of ['rated', 'noted', 'ballotClosed', 'ballotRevealed'] as const)
				expect(types).not.toContain(type);
			for (const type of ['decisionCommitted', 'injectReleased', 'settingMade', 'revealed'] as const)
				expect(types).toContain(type);
			// That a bot stood in is known to its team and the staff.
			expect(types.has('playedBy'), reader).toBe(['other', 'evaluator'].includes(reader));
			expect(events.some(({ command }) => /^p\d/.test(command))).toBe(false);
		}
	});
});

/** Each world's minute, and its state there. */
function worldsOf(events: readonly RoomEvent[]) {
	const state = foldLog(events);
	const engine = simEngine(PACK.model, state.exercise!.seed);
	return Object.entries(state.worlds).map(([id, world]) => {
		const hash = new Timeline(engine).hashAt(worldOrders(PACK.exercise, world), world.minute);
		return { id, minute: world.minute, hash };
	});
}
