import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { JoinFlow } from '../../client/join/join-flow.svelte.ts';
import CodeForm from './CodeForm.svelte';

async function form() {
	const lookUp = vi.fn(() => Promise.resolve());
	const flow = { codeText: '', lookUp };
	await render(CodeForm, { flow: flow as unknown as JoinFlow, wrong: null });
	return { lookUp };
}

describe('the form for a code', () => {
	test('is sent by the key that a phone calls "go"', async () => {
		const { lookUp } = await form();
		await page.getByRole('textbox').fill('ACDEF');
		await userEvent.keyboard('{Enter}');
		expect(lookUp).toHaveBeenCalledOnce();
	});
});
