import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import MapScrubber from './MapScrubber.svelte';

const props = {
	// 19 July 2024, 04:00 UTC.
	startMinute: 12_911_280,
	untilMin: 14_400,
	minute: 60,
	markers: [
		{ atMin: 9, kind: 'release' as const },
		{ atMin: 87, kind: 'decision' as const, text: { en: 'The vendor reverts.' } }
	]
};
const slider = () => page.getByRole('slider');

/** The minutes that are sought when these keys are pressed on the slider. */
async function soughtBy(keys: string, minute: number): Promise<number[]> {
	const seek = vi.fn<(minute: number) => void>();
	const { unmount } = await render(MapScrubber, { ...props, minute, seek });
	slider().element().focus();
	await userEvent.keyboard(keys);
	await unmount();
	return seek.mock.calls.map(([to]) => to);
}

describe('the slider over the time of a run', () => {
	test('says the moment and what happened last, in words', async () => {
		await render(MapScrubber, { ...props, minute: 90, seek: () => {} });
		await expect.element(slider()).toHaveAttribute('aria-valuetext', expect.stringContaining('05:30'));
		await expect
			.element(slider())
			.toHaveAttribute('aria-valuetext', expect.stringContaining('The vendor reverts.'));
	});

	test('moves by a minute in the first hours and by an hour in the last days', async () => {
		expect(await soughtBy('{ArrowRight}', 60)).toEqual([61]);
		expect(await soughtBy('{ArrowLeft}', 60)).toEqual([59]);
		expect(await soughtBy('{ArrowRight}', 5000)).toEqual([5060]);
		expect(await soughtBy('{PageUp}', 60)).toEqual([70]);
	});

	test('counts keys that come faster than the pictures that they ask for', async () => {
		expect(await soughtBy('{ArrowRight}{ArrowRight}{ArrowRight}', 60)).toEqual([61, 62, 63]);
	});

	test('does not leave the run', async () => {
		expect(await soughtBy('{ArrowLeft}', 0)).toEqual([0]);
		expect(await soughtBy('{ArrowRight}', 14_400)).toEqual([14_400]);
	});

	test('jumps from marker to marker, and not past the first and the last', async () => {
		const seek = vi.fn();
		const { rerender } = await render(MapScrubber, { ...props, seek });
		const [before, after] = page.getByRole('button').all() as [
			ReturnType<typeof slider>,
			ReturnType<typeof slider>
		];
		await before.click();
		await after.click();
		expect(seek.mock.calls).toEqual([[9], [87]]);
		await rerender({ minute: 0 });
		await expect.element(before).toBeDisabled();
		await rerender({ minute: 87 });
		await expect.element(after).toBeDisabled();
	});
});
