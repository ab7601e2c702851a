import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { liveRoom } from '../testing/live-room.ts';
import TimeLeft from './TimeLeft.svelte';

const button = () => page.getByRole('button');

describe('the time that is left', () => {
	beforeEach(() => localStorage.clear());

	test('R293: counts down, or for who does without it says until when, also on the page that is opened next', async () => {
		const { room } = liveRoom({ timer: { endsAtMs: 240_000, leftMs: 240_000 } });
		const first = await render(TimeLeft, { room });
		await expect.element(page.getByText(/\d:\d\d.left/)).toBeVisible();
		await button().click();
		await expect.element(page.getByText(/until.\d{1,2}:\d\d/)).toBeVisible();
		await first.unmount();
		await render(TimeLeft, { room });
		await expect.element(page.getByText(/until/)).toBeVisible();
		await button().click();
		await expect.element(page.getByText(/left/)).toBeVisible();
	});

	test('is not there where nobody is held to a time', async () => {
		const { room } = liveRoom({});
		await render(TimeLeft, { room });
		await expect.element(button()).not.toBeInTheDocument();
	});
});
