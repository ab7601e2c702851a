import { describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { DECIDING, openRoom } from '../../testing/solo-room.ts';
import type { Progress } from '../../../room/progress.ts';
import { DecideClock } from '../decide/decide-clock.svelte.ts';
import TimeControls from './TimeControls.svelte';

const running = (paused: boolean): Progress => ({
	...{ kind: 'running', part: 'incident', fromMin: 60, toMin: 120, paused }
});

async function controls(progress: Progress) {
	const { room, sent } = openRoom({ progress });
	await expect.poll(() => room.progress).not.toBeNull();
	const presses = { pauseOrResume: vi.fn(), stopHere: vi.fn() };
	await render(TimeControls, { room, clock: new DecideClock(), ...presses });
	return { ...presses, sent };
}

describe('the controls of time', () => {
	test('stop nothing while the world waits for decisions', async () => {
		await controls(DECIDING);
		await expect.element(page.getByText('The world waits while you decide.')).toBeVisible();
		expect(page.getByRole('button', { name: 'Pause' }).elements()).toHaveLength(0);
	});

	test('pause a running world and say where it runs to', async () => {
		const { pauseOrResume, stopHere } = await controls(running(false));
		await expect.element(page.getByText(/^Running to .*06:00/)).toBeVisible();
		await page.getByRole('button', { name: 'Pause' }).click();
		await page.getByRole('button', { name: 'Stop here and decide' }).click();
		expect([pauseOrResume.mock.calls.length, stopHere.mock.calls.length]).toEqual([1, 1]);
	});

	test('let a paused one go on', async () => {
		const { pauseOrResume } = await controls(running(true));
		await page.getByRole('button', { name: 'Run on' }).click();
		expect(pauseOrResume).toHaveBeenCalledOnce();
	});

	test('ask for another pace', async () => {
		const { sent } = await controls(running(false));
		await page.getByText('Fast').click();
		expect(sent).toContainEqual({ type: 'setPace', stepsPerSecond: 30 });
	});
});
