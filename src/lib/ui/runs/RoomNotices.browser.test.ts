import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { openRoom } from '../testing/solo-room.ts';
import RoomNotices from './RoomNotices.svelte';

async function notices() {
	const opened = openRoom();
	await expect.poll(() => opened.room.facts).not.toBeNull();
	await render(RoomNotices, { room: opened.room });
	return opened;
}

describe('what a room has to tell', () => {
	test('a fault of the storage is told in words, and ends when the run is kept again', async () => {
		const { tell } = await notices();
		tell({ type: 'kept', fault: 'full' });
		await expect.element(page.getByText(/storage of this browser is full/)).toBeVisible();
		tell({ type: 'kept', fault: null });
		await expect.element(page.getByText(/storage of this browser is full/)).not.toBeInTheDocument();
	});

	test('a run that went on elsewhere is taken back with one press', async () => {
		const { tell, sent } = await notices();
		tell({ type: 'kept', fault: 'elsewhere' });
		await page.getByRole('button', { name: 'Take it back here' }).click();
		expect(sent).toContainEqual({ type: 'open', what: { kind: 'kept', runId: 'run' } });
	});

	test('what was refused is told once, and dismissed', async () => {
		const { room, answerWith } = await notices();
		answerWith({ kind: 'refused', refusal: { code: 'notNow', params: {} } });
		room.stopHere();
		room.stopHere();
		await expect.element(page.getByText(/has moved on/)).toBeVisible();
		expect(page.getByText(/has moved on/).elements()).toHaveLength(1);
		await page.getByRole('button', { name: 'Dismiss' }).click();
		await expect.element(page.getByText(/has moved on/)).not.toBeInTheDocument();
	});
});
