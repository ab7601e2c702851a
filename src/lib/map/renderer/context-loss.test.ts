import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ContextLoss } from './context-loss.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watched(isLost = false) {
	const canvas = new EventTarget();
	const ends = new AbortController();
	const heard = { restored: vi.fn<() => void>(), gone: vi.fn<() => void>() };
	const loss = new ContextLoss(canvas, isLost, heard, ends.signal);
	return { loss, heard, ends, happens: (type: string) => canvas.dispatchEvent(new Event(type)) };
}

describe('a graphics context', () => {
	it('that is lost is waited for, and what comes back in time is built again', () => {
		const { loss, heard, happens } = watched();
		happens('webglcontextlost');
		expect(loss.isLost).toBe(true);
		vi.advanceTimersByTime(1400);
		happens('webglcontextrestored');
		vi.advanceTimersByTime(10_000);
		expect(heard.restored).toHaveBeenCalledOnce();
		expect(heard.gone).not.toHaveBeenCalled();
		expect(loss.isLost).toBe(false);
	});

	it('that does not come back is given up soon enough for the table to stand there within three seconds', () => {
		const { loss, heard, happens } = watched();
		happens('webglcontextlost');
		vi.advanceTimersByTime(2000);
		expect(heard.gone).toHaveBeenCalledOnce();
		expect(loss.isGone).toBe(true);
	});

	it('that was lost before anybody watched is given up as well', () => {
		const { heard } = watched(true);
		vi.advanceTimersByTime(2000);
		expect(heard.gone).toHaveBeenCalledOnce();
	});

	it('that comes back after it was given up can be drawn with again', () => {
		const { loss, happens } = watched();
		happens('webglcontextlost');
		vi.advanceTimersByTime(5000);
		happens('webglcontextrestored');
		expect([loss.isLost, loss.isGone]).toEqual([false, false]);
	});

	it('of a renderer that was closed is nobody’s concern', () => {
		const { heard, ends, happens } = watched();
		happens('webglcontextlost');
		ends.abort();
		vi.advanceTimersByTime(5000);
		expect(heard.gone).not.toHaveBeenCalled();
	});
});
