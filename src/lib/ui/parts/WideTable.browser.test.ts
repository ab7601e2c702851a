import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import WideTable from './WideTable.svelte';

const shown = (width: string) =>
	render(WideTable, {
		label: 'Losses',
		children: createRawSnippet(() => ({
			render: () => '<table><tbody><tr><td>Losses of all</td></tr></tbody></table>',
			setup: (table) => (table as HTMLElement).style.setProperty('width', width)
		}))
	});

test('a table that is wider than its place says so, and is reached by keys', async () => {
	await shown('4000px');
	await expect.element(page.getByText(/^Wider.than/)).toBeVisible();
	await expect.element(page.getByRole('group', { name: 'Losses' })).toHaveAttribute('tabindex', '0');
});

test('a table that fits says nothing of its width', async () => {
	await shown('100px');
	await expect.element(page.getByRole('group', { name: 'Losses' })).toBeVisible();
	await expect.element(page.getByText(/^Wider.than/)).not.toBeInTheDocument();
});
