import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { RoomParts } from '../../room/live/parts.ts';
import { liveRoom } from '../testing/live-room.ts';
import DeskParts from './DeskParts.svelte';

const deciding = { phase: 'incident', step: 'decide' } as RoomParts['step'];
const ready = { ready: 2, of: 4 };
const deskWith = (hasAskedForTime: boolean, team: string | null = 'sky') =>
	({ teams: [{ hasAskedForTime }], people: [{ kind: 'player', team }] }) as unknown as RoomParts['desk'];

async function shown(desk: RoomParts['desk'], step = deciding) {
	const timer = step.step === 'decide' ? { endsAtMs: 60_000, leftMs: 60_000 } : null;
	const { room } = liveRoom({ desk, step, ready, timer });
	await render(DeskParts, { room, part: 'now', choose: () => {} });
}

describe('the parts of a desk on a phone', () => {
	test('say under “Teams” how many are ready while they decide', async () => {
		await shown(deskWith(false));
		await expect.element(page.getByText(/2.of.4.ready/)).toBeInTheDocument();
	});

	test('say that a team asks for time, before anything else', async () => {
		await shown(deskWith(true, null));
		await expect.element(page.getByText(/more.time/)).toBeInTheDocument();
	});

	test('say that somebody waits to be placed, until the exercise has ended', async () => {
		await shown(deskWith(false, null));
		await expect.element(page.getByText(/1.waits/)).toBeInTheDocument();
	});

	test('say nothing of teams that nobody waits for, though one of them asked for time in the round before', async () => {
		const situation = { phase: 'incident', step: 'situation' } as RoomParts['step'];
		await shown(deskWith(true), situation);
		await expect.element(page.getByText(/more.time|ready|wait/)).not.toBeInTheDocument();
	});
});
