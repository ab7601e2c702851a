import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { DecisionStanding } from '../../../exercise/availability/standing.ts';
import { FACTS, openRoom } from '../../testing/solo-room.ts';
import { Choices } from './choices.svelte.ts';
import DecisionCard from './DecisionCard.svelte';

const OPEN: DecisionStanding = { kind: 'open' };
const COMMITTED: DecisionStanding = { kind: 'committed', atMin: 60, canWithdraw: true, neededBy: [] };
const box = () => page.getByRole('checkbox', { name: 'Work on paper' });

/** The card of the first decision, where the exercise says that it stands so. */
async function card(standing: DecisionStanding) {
	const { room, commands } = openRoom({ standings: { paper: standing, divert: OPEN } });
	await expect.poll(() => room.facts).not.toBeNull();
	await expect.poll(() => room.projection).not.toBeNull();
	const choices = new Choices(room);
	await render(DecisionCard, { choice: choices.all[0]!, choices, facts: FACTS });
	return { commands };
}

describe('the card of a decision', () => {
	test('that is open is pressed to commit it, and shows what holds until the room has answered', async () => {
		const { commands } = await card(OPEN);
		await box().click({ force: true });
		expect(commands()).toEqual(['commitDecision paper']);
		await expect.element(box()).not.toBeChecked();
	});

	test('counts two quick presses: the second takes the first back', async () => {
		const { commands } = await card(OPEN);
		const input = box().element() as HTMLInputElement;
		input.click();
		input.click();
		expect(commands()).toEqual(['commitDecision paper', 'withdrawDecision paper']);
	});

	test('that is committed asks for reasons, and is pressed to withdraw it', async () => {
		const { commands } = await card(COMMITTED);
		await expect.element(box()).toBeChecked();
		await expect.element(page.getByRole('textbox')).toBeVisible();
		await box().click({ force: true });
		expect(commands()).toEqual(['withdrawDecision paper']);
	});

	test('that waits for another one says for which, and cannot be pressed', async () => {
		await card({ kind: 'waitingFor', decisions: ['divert'] });
		await expect.element(box()).toBeDisabled();
		await expect.element(page.getByText(/Send patients elsewhere/)).toBeInTheDocument();
	});

	test('that others rest on cannot be withdrawn before them, and says which they are', async () => {
		await card({ ...COMMITTED, canWithdraw: false, neededBy: ['divert'] });
		await expect.element(box()).toBeChecked();
		await expect.element(box()).toBeDisabled();
		await expect.element(page.getByText(/Send patients elsewhere/)).toBeInTheDocument();
	});

	test('that takes the place of one that was taken says so before it is chosen', async () => {
		const { room, tell, show } = openRoom();
		const decisions = FACTS.decisions.map((one) =>
			one.id === 'paper' ? { ...one, replaces: ['divert'] } : one
		);
		tell({ type: 'opened', facts: { ...FACTS, decisions }, writer: 'w', seed: '1' });
		show({
			standings: { paper: OPEN, divert: { ...COMMITTED, atMin: 20 } },
			decisions: [{ decision: 'divert', seat: 'hospital', atMin: 20 }] as never
		});
		await expect.poll(() => room.taken.length).toBe(1);
		const choices = new Choices(room);
		const choice = choices.all.find(({ card }) => card.id === 'paper')!;
		await render(DecisionCard, { choice, choices, facts: room.facts! });
		await expect.element(page.getByText(/takes the place of: “Send patients elsewhere”/)).toBeVisible();
	});

	test('that costs more than is left cannot be pressed', async () => {
		await card({ kind: 'overBudget', costUsd: 9_000_000, leftUsd: 1000 });
		await expect.element(box()).toBeDisabled();
	});
});
