import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { BallotPart } from '../../room/live/parts.ts';
import { liveRoom } from '../testing/live-room.ts';
import BallotRows from './BallotRows.svelte';

const ballot: BallotPart = {
	...{ id: 'b1', question: 'What now?', options: ['Wait', 'Act'], to: 'audience', isBound: false },
	...{ state: 'open', endsAtMs: null, turnout: null, votes: null, winners: [] }
};
const row = (name: RegExp) => page.getByRole('button', { name });

describe('the rows of a vote', () => {
	test('are pressed to vote: the press shows at once, and the last one counts', async () => {
		const { room, sent } = liveRoom({ ballot });
		await render(BallotRows, { room, ballot, labelledby: 'q' });
		await row(/Wait/).click();
		await expect.element(row(/Wait/)).toHaveAttribute('aria-pressed', 'true');
		await row(/Act/).click();
		await expect.element(row(/Act/)).toHaveAttribute('aria-pressed', 'true');
		await expect.element(row(/Wait/)).toHaveAttribute('aria-pressed', 'false');
		expect(sent.at(-1)).toEqual({ type: 'vote', ballot: 'b1', option: 1, nth: 2 });
	});

	test('cannot be pressed once the vote is closed', async () => {
		const closed: BallotPart = { ...ballot, state: 'closed' };
		const { room } = liveRoom({ ballot: closed });
		await render(BallotRows, { room, ballot: closed, labelledby: 'q' });
		await expect.element(row(/Wait/)).toBeDisabled();
	});

	test('offer to send again what did not arrive, and wait for the press', async () => {
		const { room, sent } = liveRoom({ ballot }, () => Promise.resolve({ kind: 'notSent' }));
		await render(BallotRows, { room, ballot, labelledby: 'q' });
		await row(/Wait/).click();
		await expect.element(page.getByRole('button').last()).not.toHaveAttribute('aria-pressed');
		// It is not sent over and over by itself.
		expect(sent).toHaveLength(1);
		await page.getByRole('button').last().click();
		await expect.poll(() => sent.length).toBe(2);
	});
});
