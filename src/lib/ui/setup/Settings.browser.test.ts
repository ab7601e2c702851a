import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { ScenarioSummary } from '../../room/facts/scenario-summary.ts';
import Settings from './Settings.svelte';

const scenario = {
	hasSignal: true,
	cuts: [
		{ id: 'short', name: { en: 'Short' }, minutes: 20, stops: [0, 60] },
		{ id: 'full', name: { en: 'Full' }, minutes: 60, stops: [0, 60, 120] }
	],
	botTexts: { record: { en: 'As on the day.' }, none: { en: 'Nobody acts.' } }
} as unknown as ScenarioSummary;
const props = {
	scenario,
	cutId: 'short',
	profile: 'record',
	limitMin: null,
	signal: 'asItWas',
	seed: '1'
} as const;

describe('the settings of a run', () => {
	test('offer each length with its rounds, and one is chosen', async () => {
		await render(Settings, { ...props, isTable: false });
		await expect.element(page.getByRole('radio', { name: /Short/ })).toBeChecked();
		await page.getByText('Full', { exact: true }).click();
		await expect.element(page.getByRole('radio', { name: /Full/ })).toBeChecked();
	});

	test('say how the others act; of the whole table nobody is left to', async () => {
		const { unmount } = await render(Settings, { ...props, isTable: false });
		await expect.element(page.getByText('As on the day.')).toBeVisible();
		await unmount();
		await render(Settings, { ...props, isTable: true });
		expect(page.getByText('As on the day.').elements()).toHaveLength(0);
	});

	test('say what the vendor sees, where the scenario leaves that open', async () => {
		const { unmount } = await render(Settings, { ...props, isTable: false });
		await page.getByLabelText('What the vendor sees').selectOptions('Better');
		await expect.element(page.getByText(/Fast, sound counts/)).toBeVisible();
		await unmount();
		await render(Settings, { ...props, scenario: { ...scenario, hasSignal: false }, isTable: false });
		expect(page.getByLabelText('What the vendor sees').elements()).toHaveLength(0);
	});
});
