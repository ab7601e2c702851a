import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { JoinFlow, WrongCode } from '../../client/join/join-flow.svelte.ts';
import CodeForm from './CodeForm.svelte';

async function form(wrong: WrongCode | null) {
	const lookUp = vi.fn(() => Promise.resolve());
	const flow = { codeText: wrong?.typed ?? '', lookUp };
	await render(CodeForm, { flow: flow as unknown as JoinFlow, wrong });
	return { flow, lookUp };
}

describe('the form for a code', () => {
	test('is sent by the key that a phone calls "go"', async () => {
		const { lookUp } = await form(null);
		await page.getByRole('textbox').fill('ACDEF');
		await userEvent.keyboard('{Enter}');
		expect(lookUp).toHaveBeenCalledOnce();
	});

	test('says what is wrong with a code, and marks the field', async () => {
		await form({ typed: 'AC1EF', wrongSigns: ['1'] } as unknown as WrongCode);
		await expect.element(page.getByRole('alert')).toHaveTextContent('1');
		await expect.element(page.getByRole('textbox')).toHaveAttribute('aria-invalid', 'true');
	});
});
