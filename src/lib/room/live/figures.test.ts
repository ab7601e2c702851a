import { expect, test } from 'vitest';
import { textWith } from '../../scenario/expression/figures-in-text.ts';
import { simEngine } from '../../exercise/world/engine.ts';
import { Timeline } from '../../exercise/world/timeline.ts';
import type { RequestBody } from '../protocol/requests.ts';
import type { Opened } from '../testing/filled-room.ts';
import { openLiveRoom, SUMMARY } from '../testing/live-room.ts';
import { playedPack } from '../testing/played-pack.ts';

/** Messages that tell how many hosts are down: one that comes by itself, one that a test releases by hand. */
const PACK = playedPack((text) =>
	text
		.replace('body: { en: Many hosts are down. }', 'body: { en: "{world.down|Many} hosts are down." }')
		.replace('body: { en: We cannot go on. }', 'body: { en: "With {world.down|many} down we cannot go on." }')
);

async function opened(): Promise<Opened> {
	const room = await openLiveRoom(undefined, { pack: PACK });
	await room.join('facilitator', 'Fay');
	await room.join('player', 'Ana', 'ward');
	for (const id of ['p1', 'p2']) room.room.presence(id, true);
	await room.ask('p1', { type: 'setPace', stepsPerSecond: null });
	return room;
}

async function onToFirstStop(room: Opened): Promise<void> {
	for (let n = 0; n < 8 && room.step().step !== 'decide'; n++) {
		await room.goOn('p1');
		await room.until(() => room.step().step !== 'advance');
	}
}

const told = (room: Opened, inject: string) =>
	room.part('team:ward', 'view')!.projection.worlds.shared!.injects.find((one) => one.inject === inject);
const release = (inject: string): RequestBody => ({
	...{ type: 'releaseInject', inject, revision: 0, landsMin: null }
});
/** Hosts down at a minute of this room's world, in which nobody has decided anything. */
const downAt = (minute: number) =>
	new Timeline(simEngine(PACK.model, SUMMARY.setup.seed), { snapshots: 0 }).frameAt([], minute).world.down;

test('R206: a message that waited tells the figure of its minute', async () => {
	const room = await opened();
	await onToFirstStop(room);
	const { body, atMin } = told(room, 'many-down')!;
	const down = downAt(atMin);
	expect(down).toBeGreaterThan(200);
	expect(body.en).toBe(textWith('{world.down|Many} hosts are down.', { 'world.down': down }));
});

test('R206: one that is released by hand tells the figure of that minute', async () => {
	const room = await opened();
	await onToFirstStop(room);
	expect(await room.ask('p1', release('halting'))).toMatchObject({ kind: 'accepted' });
	const { body, atMin } = told(room, 'halting')!;
	const text = 'With {world.down|many} down we cannot go on.';
	expect(body.en).toBe(textWith(text, { 'world.down': downAt(atMin) }));
});

test('R206: what a facilitator has rewritten says what they wrote', async () => {
	const room = await opened();
	const text = {
		...{ channel: 'ticket', from: 'Desk', to: null },
		...{ title: { en: 'Few' }, body: { en: 'Few hosts are down.' } }
	};
	const payload = { inject: 'many-down', base: 0, text };
	const edited = await room.ask('p1', { type: 'command', body: { type: 'editInject', payload } });
	expect(edited).toMatchObject({ kind: 'accepted' });
	await onToFirstStop(room);
	expect(told(room, 'many-down')!.body.en).toBe('Few hosts are down.');
});

test('R206: nobody is ever shown what a text asks of the world', async () => {
	const room = await opened();
	await onToFirstStop(room);
	for (const [feed, text] of room.sent) expect(text, feed).not.toContain('world.down|');
	expect(JSON.stringify(room.part('facilitator', 'injects'))).toContain('Many hosts are down.');
});
