import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { openRoom } from '../../testing/solo-room.ts';
import RoundsDialog from './RoundsDialog.svelte';

test('the rounds so far say what was decided, and every one but the present is gone back to', async () => {
	const { room, sent } = openRoom();
	await expect.poll(() => room.projection).not.toBeNull();
	const rounds = [
		{ round: 1, part: 'incident' as const, atMin: 20, decisions: ['paper'] },
		{ round: 2, part: 'incident' as const, atMin: 60, decisions: [] }
	];
	await render(RoundsDialog, { room, rounds, close: () => {} });
	await expect.element(page.getByText('Work on paper')).toBeVisible();
	const back = page.getByRole('listitem').getByRole('button');
	expect(back.elements()).toHaveLength(1);
	await back.click();
	expect(sent).toContainEqual({ type: 'open', what: { kind: 'fork', runId: 'run', round: 1, seed: null } });
});
