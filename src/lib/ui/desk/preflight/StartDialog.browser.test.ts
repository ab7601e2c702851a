import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { SendAnswer } from '../../../client/connection/room-connection.ts';
import type { RoomParts } from '../../../room/live/parts.ts';
import { liveRoom } from '../../testing/live-room.ts';
import StartDialog from './StartDialog.svelte';

const TEAMS = ['sky', 'ward'].map((id) => {
	return { id, name: id, roles: ['airline'], seatsTaken: 0, standIns: [], lead: null };
});
const DESK = { teams: TEAMS, people: [], code: 'ABCDE' } as unknown as RoomParts['desk'];
const VIEW = { projection: { ways: 'shared' } } as RoomParts['view'];

async function asked(answer: SendAnswer) {
	const [start, close] = [vi.fn(), vi.fn()];
	const { room, sent } = liveRoom({ desk: DESK, view: VIEW }, () => Promise.resolve(answer));
	Object.assign(room, { seat: { code: 'ABCDE', person: 'p1' } });
	await render(StartDialog, { room, start, close, showHere: () => {} });
	await page.getByRole('button', { name: 'Let bots play for them, and start' }).click();
	return { start, close, sent };
}

test('where a bot cannot take over, the question stays and says why', async () => {
	const { start, close, sent } = await asked({ kind: 'notSent' });
	await expect.element(page.getByText(/No.answer.came/)).toBeVisible();
	await expect.element(page.getByRole('dialog', { name: 'Start now?' })).toBeVisible();
	expect(sent).toHaveLength(1);
	expect(start).not.toHaveBeenCalled();
	expect(close).not.toHaveBeenCalled();
});

test('where bots play for every empty team, it starts', async () => {
	const { start, close, sent } = await asked({ kind: 'accepted', version: 1 });
	expect(sent).toHaveLength(2);
	expect(close).toHaveBeenCalledOnce();
	expect(start).toHaveBeenCalledOnce();
});
