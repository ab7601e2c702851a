import { describe, expect, test } from 'vitest';
import { foldLog } from '../../../exercise/log/evolve.ts';
import { EMPTY_ROOM } from '../../../exercise/state.ts';
import { openLiveRoom } from '../../testing/live-room.ts';
import { HOST_SILENT_MS } from './chair.ts';
import { ROW_TABLES, type RowTable } from '../kept/room-rows.ts';

type Opened = Awaited<ReturnType<typeof openLiveRoom>>;
const codeOf = (answer: Awaited<ReturnType<Opened['ask']>>) =>
	answer.kind === 'refused' ? answer.refusal.code : answer.kind;

/** The host (p1), a co-facilitator (p2), and a team of three (p3 leads). */
async function filled(store?: Opened['store']): Promise<Opened> {
	const room = await openLiveRoom(store);
	await room.join('facilitator', 'Fayette');
	await room.join('facilitator', 'Gustav');
	for (const name of ['Annika', 'Benno', 'Cemal']) await room.join('player', name, 'ward');
	for (const id of ['p1', 'p2', 'p3', 'p4', 'p5']) room.room.presence(id, true);
	await room.clock.pass(300);
	return room;
}
const chair = (room: Opened) => room.part('facilitator', 'desk')!.chair;

describe('the host’s chair', () => {
	test('R92: who opened the room is its host; only the host gives the chair, ends and erases', async () => {
		const room = await filled();
		expect(room.room.host()).toBe('p1');
		expect(codeOf(await room.ask('p2', { type: 'giveChair', person: 'p2' }))).toBe('hostOnly');
		expect(codeOf(await room.ask('p2', { type: 'endRoom' }))).toBe('hostOnly');
		expect(codeOf(await room.ask('p2', { type: 'removePerson', person: 'p1' }))).toBe('hostOnly');
		expect(codeOf(await room.ask('p1', { type: 'giveChair', person: 'p3' }))).toBe('unknownPerson');
		expect(codeOf(await room.ask('p1', { type: 'giveChair', person: 'p2' }))).toBe('accepted');
		expect(codeOf(await room.ask('p1', { type: 'endRoom' }))).toBe('hostOnly');
		expect(codeOf(await room.ask('p2', { type: 'endRoom' }))).toBe('accepted');
	});

	test('R92: a host who is silent for twenty seconds can be stood in for, and comes back as co-facilitator', async () => {
		const room = await filled();
		expect(codeOf(await room.ask('p2', { type: 'takeChair' }))).toBe('hostIsHere');
		room.room.presence('p1', false);
		await room.clock.pass(HOST_SILENT_MS - 1000);
		expect(codeOf(await room.ask('p2', { type: 'takeChair' }))).toBe('hostIsHere');
		expect(chair(room).canBeTaken).toBe(false);
		await room.clock.pass(1500);
		expect(chair(room)).toEqual({ person: 'p1', canBeTaken: true });
		expect(codeOf(await room.ask('p2', { type: 'takeChair' }))).toBe('accepted');
		room.room.presence('p1', true);
		await room.clock.pass(300);
		expect(chair(room)).toEqual({ person: 'p2', canBeTaken: false });
		expect(codeOf(await room.ask('p1', { type: 'pause' }))).not.toBe('hostOnly');
		expect(codeOf(await room.ask('p1', { type: 'endRoom' }))).toBe('hostOnly');
	});

	test('R92: a host who comes back in time keeps the chair', async () => {
		const room = await filled();
		room.room.presence('p1', false);
		await room.clock.pass(HOST_SILENT_MS - 1000);
		room.room.presence('p1', true);
		await room.clock.pass(5000);
		expect(codeOf(await room.ask('p2', { type: 'takeChair' }))).toBe('hostIsHere');
	});

	test('R92: the chair outlives a restart, and whoever takes a room over sits in it', async () => {
		const before = await filled();
		await before.ask('p1', { type: 'giveChair', person: 'p2' });
		await before.room.close();
		const after = await openLiveRoom(before.store);
		expect(after.room.host()).toBe('p2');
		await after.room.join({ id: 'p9', kind: 'facilitator', name: '', team: null, takesChair: true });
		expect(after.room.host()).toBe('p9');
	});

	test('R93: desks are told who did what; nobody else is', async () => {
		const room = await filled();
		await room.goOn('p2');
		await room.ask('p2', { type: 'lockRoom', players: true });
		expect(room.part('facilitator', 'desk')!.acts).toMatchObject([
			{ by: { id: 'p2', name: 'Gustav' }, act: 'lockRoom' },
			{ by: { id: 'p2', name: 'Gustav' }, act: 'goOn', phase: 'briefing' }
		]);
		for (const [feed, text] of room.sent)
			if (feed !== 'facilitator' && feed !== 'person:p2') expect(text).not.toContain('Gustav');
	});
});

describe('seats and doors', () => {
	test('R94: a lead who leaves is asked for a successor; the one that is named leads', async () => {
		const room = await filled();
		expect(await room.ask('p2', { type: 'removePerson', person: 'p3' })).toEqual({
			kind: 'refused',
			refusal: { code: 'lastLead', params: { team: 'ward', members: ['p4', 'p5'] } }
		});
		expect(codeOf(await room.ask('p1', { type: 'place', person: 'p3', team: 'makers' }))).toBe('lastLead');
		expect(room.part('team:ward', 'team')!.lead).toBe('p3');
		await room.ask('p2', { type: 'removePerson', person: 'p3', lead: 'p5' });
		expect(room.part('team:ward', 'team')).toMatchObject({
			lead: 'p5',
			members: [{ id: 'p4' }, { id: 'p5' }]
		});
		await room.ask('p2', { type: 'place', person: 'p5', team: null, lead: null });
		expect(room.part('team:ward', 'team')!.lead).toBeNull();
		// Nobody stays: there is nobody to ask for.
		await room.ask('p4', { type: 'lead' });
		expect(codeOf(await room.ask('p1', { type: 'removePerson', person: 'p4' }))).toBe('accepted');
	});

	test('R94: the doors of players and of the audience are closed one by one', async () => {
		const room = await filled();
		await room.ask('p1', { type: 'lockRoom', audience: true });
		expect(await room.join('phone', '')).toMatchObject({ refusal: { code: 'roomLocked' } });
		expect(await room.join('observer', '')).toMatchObject({ refusal: { code: 'roomLocked' } });
		expect(await room.join('player', 'Dee', 'makers')).toMatchObject({ kind: 'joined' });
		await room.ask('p1', { type: 'lockRoom', players: true });
		expect(room.room.door().locked).toEqual({ players: true, audience: true });
		await room.ask('p1', { type: 'lockRoom', audience: false });
		expect(await room.join('player', 'Eve', 'makers')).toMatchObject({ refusal: { code: 'roomLocked' } });
		expect(await room.join('phone', '')).toMatchObject({ kind: 'joined' });
		// Staff come by links, which are withdrawn instead.
		expect(await room.join('evaluator', '')).toMatchObject({ kind: 'joined' });
	});
});

test('R95: names and what people wrote can be erased once it has ended; what happened stays, and replays', async () => {
	const room = await filled();
	await room.ask('p3', { type: 'writePad', text: 'SECRET-pad', base: 0 });
	await room.ask('p1', { type: 'setWifi', name: 'Venue', password: 'SECRET-wifi' });
	await room.ask('p1', { type: 'setPace', stepsPerSecond: null });
	for (let n = 0; n < 8 && room.step().step !== 'decide'; n++) {
		await room.goOn('p1');
		await room.until(() => room.step().step !== 'advance');
	}
	const advice = { type: 'advise', decision: null, confidencePct: null, rationale: 'SECRET-advice' } as const;
	await room.ask('p4', advice);
	const note = { type: 'note', payload: { text: 'SECRET-note' } };
	expect(codeOf(await room.ask('p1', { type: 'command', body: note }))).toBe('accepted');
	const commit = { world: 'shared', decision: 'paper', rationale: 'SECRET-reason', confidencePct: 80 };
	const commits = await room.ask('p3', {
		type: 'command',
		body: { type: 'commitDecision', payload: commit }
	});
	expect(codeOf(commits)).toBe('accepted');
	expect(codeOf(await room.ask('p1', { type: 'eraseNames' }))).toBe('notEnded');
	// From here to the end nobody decides anything: what comes after it is what people think of it.
	for (let n = 0; n < 40 && room.step().phase !== 'hotWash'; n++) {
		await room.goOn('p1');
		await room.until(() => room.step().step !== 'advance');
	}
	const card = { type: 'addReflection', kind: 'keep', text: 'SECRET-card' } as const;
	expect(codeOf(await room.ask('p3', card))).toBe('accepted');
	const tables = Object.keys(ROW_TABLES) as RowTable[];
	for (const table of tables.filter((one) => ROW_TABLES[one] === 'texts'))
		expect(JSON.stringify(await room.store.rows('room-1', table)), table).toMatch(/SECRET/);
	await room.ask('p1', { type: 'endRoom' });
	const before = await room.log();
	const worlds = foldLog(before, EMPTY_ROOM).worlds;
	expect(codeOf(await room.ask('p2', { type: 'eraseNames' }))).toBe('hostOnly');
	expect(codeOf(await room.ask('p1', { type: 'eraseNames' }))).toBe('accepted');

	const after = await room.log();
	expect(after.map(({ type }) => type)).toEqual(before.map(({ type }) => type));
	const kept = JSON.stringify([
		after,
		await Promise.all(tables.map((table) => room.store.rows('room-1', table)))
	]);
	expect(kept).not.toMatch(/SECRET|Fayette|Gustav|Annika|Benno|Cemal/);
	const acts = (of: typeof worlds) =>
		Object.values(of).map(({ acts, minute }) => ({
			minute,
			acts: acts.map((act) => ({ ...act, rationale: null }))
		}));
	expect(acts(foldLog(after, EMPTY_ROOM).worlds)).toEqual(acts(worlds));
	for (const feed of ['facilitator', 'team:ward', 'person:p3'] as const)
		expect(JSON.stringify([...room.feeds.get(feed)!])).not.toMatch(
			/SECRET|Fayette|Gustav|Annika|Benno|Cemal/
		);
	await room.room.close();
	const again = await openLiveRoom(room.store);
	expect(again.room.people()).toHaveLength(5);
});
