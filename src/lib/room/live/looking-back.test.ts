import { describe, expect, test } from 'vitest';
import { EVENT_TYPES, type EventType, type RoomEvent } from '../../exercise/log/events.ts';
import { foldLog } from '../../exercise/log/evolve.ts';
import { readLog } from '../../exercise/log/read-log.ts';
import { simEngine } from '../../exercise/world/engine.ts';
import { worldOrders } from '../../exercise/world/orders.ts';
import { Timeline } from '../../exercise/world/timeline.ts';
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
} from '../testing/written-room.ts';

const [PHONE, STAGE, OBSERVER] = ['p6', 'p11', 'p12'];
/** Whoever may look back, and at what they are called below. */
const READERS = { facilitator: FAY, own: ANA, other: MO, evaluator: EVE, observer: OBSERVER } as const;
type Reader = keyof typeof READERS;
const ALL = Object.keys(READERS) as Reader[];

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
			// What is revealed is everybody's.
			'SECRET-reason': ALL,
			'SECRET-again': ALL,
			'SECRET-amended': ALL,
			'SECRET-one-role': ALL,
			'SECRET-public': ALL,
			'a seed': ALL,
			'repair.script': ALL,
			// What was said among some stays among them.
			'SECRET-question': ['facilitator', 'own', 'evaluator'],
			'SECRET-rating': ['facilitator', 'evaluator'],
			'SECRET-evaluator-note': ['facilitator', 'evaluator'],
			'SECRET-facilitator-note': ['facilitator'],
			// Where each team plays alone a bot agrees, and it is decided.
			'SECRET-asked': way === WAYS.parallel ? ALL : ['facilitator'],
			'SECRET-planned': ['facilitator'],
			// In no log, and so in no replay.
			...{ 'SECRET-pad': [], 'SECRET-advice': [] },
			...{ 'SECRET-ana': [], 'SECRET-ben': [], 'SECRET-mo': [], 'SECRET-eve': [] }
		};
		for (const [secret, readers] of Object.entries(expected)) {
			expect(
				ALL.filter((reader) => texts.get(reader)!.includes(secret)),
				secret
			).toEqual(readers);
		}
		for (const person of [PHONE, STAGE, 'nobody']) expect(replayOf(room, person!)).toBeNull();
	});

	test('R310: comes to the worlds that there were, from the events that make them and no others', async () => {
		const room = await ended(way);
		const types = (events: readonly RoomEvent[]) => new Set(events.map(({ type }) => type));
		const all = await room.log();
		const kept: Readonly<Partial<Record<EventType, readonly Reader[]>>> = {
			...{ rated: [], noted: [], ballotClosed: [], ballotRevealed: [] },
			// That a bot stood in is known to its team and the staff.
			playedBy: ['other', 'evaluator']
		};
		for (const reader of ALL) {
			if (reader === 'facilitator') continue;
			const events = eventsFor(room, reader);
			const gone = EVENT_TYPES.filter((type) => types(all).has(type) && !types(events).has(type));
			const expected = EVENT_TYPES.filter((type) => types(all).has(type)).filter(
				(type) => kept[type] !== undefined && !kept[type].includes(reader)
			);
			expect(gone, reader).toEqual(expected);
			expect(worldsOf(events), reader).toEqual(worldsOf(all));
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
