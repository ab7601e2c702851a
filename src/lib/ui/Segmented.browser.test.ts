import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Segmented from './Segmented.svelte';

const props = {
	legend: 'Speed',
	name: 'speed',
	options: [
		{ value: 10, label: 'Slow' },
		{ value: 60, label: 'Fast' },
		{ value: null, label: 'Straight on' }
	],
	chosen: 10 as number | null
};

describe('a few ways of which one is on', () => {
	test('are a group of radio buttons by the name of their legend, with the one that is on checked', async () => {
		await render(Segmented, { ...props, choose: () => {} });
		await expect.element(page.getByRole('group', { name: 'Speed' })).toBeVisible();
		expect(page.getByRole('radio').all()).toHaveLength(3);
		await expect.element(page.getByRole('radio', { name: 'Slow' })).toBeChecked();
	});

	test('say which was pressed, also where it is no value', async () => {
		const choose = vi.fn();
		await render(Segmented, { ...props, choose });
		await page.getByRole('radio', { name: 'Straight on' }).click();
		expect(choose.mock.calls).toEqual([[null]]);
	});

	test('are gone through with the arrow keys', async () => {
		const choose = vi.fn();
		await render(Segmented, { ...props, choose });
		await userEvent.tab();
		await expect.element(page.getByRole('radio', { name: 'Slow' })).toHaveFocus();
		await userEvent.keyboard('{ArrowRight}');
		expect(choose.mock.calls).toEqual([[60]]);
	});

	test('cannot be changed while nothing may be', async () => {
		await render(Segmented, { ...props, disabled: true, choose: () => {} });
		for (const radio of page.getByRole('radio').all()) await expect.element(radio).toBeDisabled();
	});
});
