import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { StepPart } from '../../room/live/parts.ts';
import { liveRoom } from '../testing/live-room.ts';
import { START_MINUTE } from '../testing/solo-room.ts';
import DeskClock from './DeskClock.svelte';
import { MainPress } from './main-press.svelte.ts';

const deciding: StepPart = {
	...{ phase: 'incident', step: 'decide', round: 1, rounds: 3, nextStopMin: 120 },
	...{ isPaused: false, pausedBecause: null, startMinute: START_MINUTE, horizonMin: 14_400 }
};

async function desk(step: StepPart, ready: { ready: number; of: number }) {
	const { room, sent } = liveRoom({ step, ready, clock: { minute: 60, isMoving: false } });
	const main = new MainPress(
		() => room,
		() => {}
	);
	await render(DeskClock, { room, main });
	return { sent, main: page.getByRole('button').first() };
}

describe('the main button of the desk', () => {
	test('closes decisions at once where every team is ready', async () => {
		const { sent, main } = await desk(deciding, { ready: 2, of: 2 });
		await main.click();
		await expect
			.poll(() => sent)
			.toContainEqual({ type: 'goOn', from: { phase: 'incident', step: 'decide', round: 1 } });
	});

	test('asks once more where a team is not', async () => {
		const { sent, main } = await desk(deciding, { ready: 1, of: 2 });
		await main.click();
		expect(sent).toEqual([]);
		await main.click();
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
