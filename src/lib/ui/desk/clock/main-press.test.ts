import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RoomParts, StepPart } from '../../../room/live/parts.ts';
import { liveRoom } from '../../testing/live-room.ts';
import { CLOSING_MS, MainPress } from './main-press.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const STEP: StepPart = {
	...{ phase: 'incident', step: 'decide', round: 1, rounds: 3, nextStopMin: 120 },
	...{ isPaused: false, pausedBecause: null, startMinute: 0, horizonMin: 14_400 }
};

function desk(ready: number) {
	const position = { phase: 'incident', step: 'decide', clock: 'running' };
	const view = { projection: { position, rounds: [{ round: 1 }] } } as unknown as RoomParts['view'];
	const teams = [{ isReady: ready > 1, here: 1 }];
	const parts: Partial<Record<keyof RoomParts, unknown>> = {
		step: STEP,
		ready: { ready, of: 2 },
		view,
		desk: { teams }
	};
	const { room, sent } = liveRoom(parts as Partial<RoomParts>);
	const main = new MainPress(
		() => room,
		() => {}
	);
	const hear = (heard: Partial<RoomParts>) => {
		Object.assign(parts, heard);
		main.arrive();
	};
	return { main, sent, hear };
}

describe('the main button, pressed', () => {
	it('is on its way until the exercise is seen to stand elsewhere: the answer comes before that', async () => {
		const { main, hear } = desk(2);
		await main.press();
		main.closing.now();
		await vi.advanceTimersByTimeAsync(1000);
		expect(main.isBusy).toBe(true);
		hear({ step: { ...STEP, step: 'advance' } });
		expect(main.isBusy).toBe(false);
		hear({ step: STEP });
		expect(main.isBusy).toBe(false);
	});

	it('shows the findings once: a press before the stage is seen to show them does nothing', async () => {
		const { main, sent, hear } = desk(2);
		const stage = (section: string) => ({ section }) as unknown as RoomParts['stage'];
		hear({ step: { ...STEP, phase: 'hotWash', step: null }, stage: stage('map'), findings: [{}] as never });
		await main.press();
		expect(main.isBusy).toBe(true);
		await main.press();
		expect(sent).toEqual([{ type: 'show', section: 'findings' }]);
		hear({ stage: stage('findings') });
		expect(main.isBusy).toBe(false);
		expect(main.action).toEqual({ kind: 'end' });
	});

	it('R190: warns teams that have not decided for 20 seconds, and calls it off where decisions are kept open', async () => {
		const { main, sent } = desk(1);
		await main.press();
		await main.press();
		expect(sent).toEqual([{ type: 'announceClosing', seconds: CLOSING_MS / 1000 }]);
		await vi.advanceTimersByTimeAsync(CLOSING_MS - 1000);
		expect(sent).toHaveLength(1);
		await main.press();
		expect(sent.at(-1)).toEqual({ type: 'announceClosing', seconds: null });
		await main.press();
		await vi.advanceTimersByTimeAsync(CLOSING_MS + 1000);
		expect(sent.at(-1)).toMatchObject({ type: 'goOn' });
	});
});
