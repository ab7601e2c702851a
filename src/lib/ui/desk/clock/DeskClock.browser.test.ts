import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { RoomParts, StepPart } from '../../../room/live/parts.ts';
import { liveRoom } from '../../testing/live-room.ts';
import { START_MINUTE } from '../../testing/solo-room.ts';
import DeskClock from './DeskClock.svelte';
import { MainPress } from './main-press.svelte.ts';

const deciding: StepPart = {
	...{ phase: 'incident', step: 'decide', round: 1, rounds: 3, nextStopMin: 120 },
	...{ isPaused: false, pausedBecause: null, startMinute: START_MINUTE, horizonMin: 14_400 }
};

async function desk(step: StepPart, ready: { ready: number; of: number }) {
	const { phase, isPaused } = step;
	const position = { phase, step: step.step, clock: isPaused ? 'paused' : 'running' };
	const view = { projection: { position, rounds: [{ round: 1 }] } } as unknown as RoomParts['view'];
	const { room, sent } = liveRoom({ step, ready, view, clock: { minute: 60, isMoving: false } });
	const main = new MainPress(
		() => room,
		() => {}
	);
	await render(DeskClock, { room, main });
	return { sent, main: page.getByRole('button').first() };
}

describe('the main button of the desk', () => {
	test('closes decisions where every team is ready, after a moment in which they can be kept open', async () => {
		const { sent, main } = await desk(deciding, { ready: 2, of: 2 });
		await main.click();
		await expect.element(main).toHaveTextContent('Closing … Keep open');
		expect(sent).toEqual([]);
		await page.getByRole('button', { name: 'Close at once' }).click();
		await expect
			.poll(() => sent)
			.toContainEqual({ type: 'goOn', from: { phase: 'incident', step: 'decide', round: 1 } });
	});

	test('keeps them open where it is pressed again in that moment', async () => {
		const { sent, main } = await desk(deciding, { ready: 2, of: 2 });
		await main.click();
		await main.click();
		await expect.element(main).toHaveTextContent('Close decisions and run to 06:00');
		await expect.element(page.getByRole('button', { name: 'Close at once' })).not.toBeInTheDocument();
		expect(sent).toEqual([]);
	});

	test('asks once more where a team is not ready', async () => {
		const { sent, main } = await desk(deciding, { ready: 1, of: 2 });
		await main.click();
		await expect.element(main).toHaveTextContent('Close with 1 team undecided');
		await main.click();
		await page.getByRole('button', { name: 'Close at once' }).click();
		await expect.poll(() => sent.map(({ type }) => type)).toContain('goOn');
	});

	test('lets a paused exercise go on', async () => {
		const { sent, main } = await desk(
			{ ...deciding, isPaused: true, pausedBecause: 'restart' },
			{ ready: 0, of: 2 }
		);
		await main.click();
		await expect.poll(() => sent).toContainEqual({ type: 'resume' });
	});
});
