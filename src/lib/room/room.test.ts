import { describe, expect, test } from 'vitest';
import type { CommandBody } from '../exercise/commands/commands.ts';
import { SCENARIO } from '../exercise/testing/scenario.ts';
import { botSeats, openingSteps } from './opening.ts';
import type { Sent } from './perform.ts';
import { Room, type Appending } from './room.ts';

const note = (text: string): CommandBody => ({ type: 'note', payload: { text } });
const noted = (text: string, id: string): Sent => ({ by: { kind: 'facilitator' }, body: note(text), id });

/** A room whose log is kept when the test says so. */
function openRoom() {
	const appended: Appending[] = [];
	const published: number[] = [];
	let keep: (appending: Appending) => Promise<void> = async () => {};
	const room = new Room({
		scenario: SCENARIO,
		events: [],
		append: async (appending) => {
			appended.push(appending);
			await keep(appending);
		},
		publish: ({ state }) => published.push(state.version)
	});
	return { room, appended, published, keepWith: (how: typeof keep) => (keep = how) };
}

async function created() {
	const opened = openRoom();
	await opened.room.perform(() => openingSteps('a seed', null, botSeats(SCENARIO, null)));
	return opened;
}

describe('a room', () => {
	test('R1: answers every command: accepted at a version, or refused with a code', async () => {
		const { room } = await created();
		const { version } = room.state;
		expect(await room.submit(noted('One.', 'a'))).toMatchObject({ kind: 'accepted', version: version + 1 });
		const answer = await room.submit({ by: { kind: 'seat', seat: 'nobody' }, body: note('Two.') });
		expect(answer).toMatchObject({ kind: 'refused', refusal: { code: 'unknownSeat' } });
	});

	test('R2: does nothing again for a command that is sent again', async () => {
		const { room, appended } = await created();
		const first = await room.submit(noted('One.', 'a'));
		const { length } = appended;
		expect(await room.submit(noted('One.', 'a'))).toMatchObject({
			kind: 'accepted',
			version: (first as { version: number }).version,
			again: true
		});
		expect(appended).toHaveLength(length);
	});

	test('R3: shows nothing before it is kept', async () => {
		const { room, published, keepWith } = await created();
		const before = room.state;
		let kept = () => {};
		keepWith(() => new Promise((resolve) => (kept = resolve)));
		const answered = room.submit(noted('One.', 'a'));
		await Promise.resolve();
		expect(room.state).toBe(before);
		expect(published.at(-1)).toBe(before.version);
		kept();
		await answered;
		expect(published.at(-1)).toBe(before.version + 1);
	});

	test('R4: where keeping fails nothing has happened, and the next command is decided on as if it were first', async () => {
		const { room, keepWith } = await created();
		const before = room.state;
		keepWith(() => Promise.reject(new Error('the disk is full')));
		await expect(room.submit(noted('One.', 'a'))).rejects.toThrow('the disk is full');
		expect(room.state).toBe(before);
		keepWith(async () => {});
		expect(await room.submit(noted('One.', 'a'))).toMatchObject({ kind: 'accepted', again: false });
	});

	test('R5: decides on one command after the other, at the version that those before it have led to', async () => {
		const { room, appended } = await created();
		const { version } = room.state;
		await Promise.all(['a', 'b', 'c'].map((id) => room.submit(noted(id, id))));
		expect(appended.slice(-3).map(({ expectedVersion }) => expectedVersion)).toEqual([
			version,
			version + 1,
			version + 2
		]);
		expect(room.state.notes.map(({ text }) => text)).toEqual(['a', 'b', 'c']);
	});

	test('R6: keeps what belongs together in one piece, each step on what those before it have led to', async () => {
		const { room, appended } = await created();
		const { version } = room.state;
		await room.perform(() => [
			() => [noted('One.', 'a')],
			({ state }) => [noted(`${state.notes.length} before.`, 'b')]
		]);
		expect(appended.at(-1)).toMatchObject({
			expectedVersion: version,
			fresh: [{ text: 'One.' }, { text: '1 before.' }]
		});
		expect(room.state.version).toBe(version + 2);
	});
});
