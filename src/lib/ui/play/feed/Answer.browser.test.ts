import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { DecisionStanding } from '../../../exercise/availability/standing.ts';
import { decision, FACTS, openRoom } from '../../testing/solo-room.ts';
import { Choices } from '../decide/choices.svelte.ts';
import Answer from './Answer.svelte';

const OPEN: DecisionStanding = { kind: 'open' };
const GIVEN: DecisionStanding = { kind: 'committed', atMin: 60, canWithdraw: true, neededBy: [] };
const answer = (id: string, title: string) => ({
	...decision(id, title),
	answers: ['are-you-open'],
	default: { en: 'They stop asking.' },
	costUsd: 20_000
});
const ANSWERS = [answer('yes', 'Yes, at nine'), answer('no', 'No, go home')];
const button = (name: RegExp) => page.getByRole('button', { name });

/** The answers to a message, where the exercise says that they stand so. */
async function answers(standings: Readonly<Record<string, DecisionStanding>>, isAnswering = true) {
	const { room, commands, tell, show } = openRoom();
	tell({ type: 'opened', facts: { ...FACTS, decisions: ANSWERS }, writer: 'w', seed: '1' });
	await expect.poll(() => room.facts?.decisions.length).toBe(2);
	// What is shown of a run is told after its opening.
	show({ standings });
	await expect.poll(() => room.projection).not.toBeNull();
	await render(Answer, { room, choices: new Choices(room), inject: 'are-you-open', isAnswering });
	return { commands };
}

describe('the answers to a message', () => {
	test('are pressed to give one, each with its price, and with what follows where nobody answers', async () => {
		const { commands } = await answers({ yes: OPEN, no: OPEN });
		await expect.element(page.getByText(/They stop asking\./)).toBeVisible();
		await button(/Yes, at nine.*\$20,000/s).click();
		expect(commands()).toEqual(['commitDecision yes']);
	});

	test('are given by keyboard', async () => {
		const { commands } = await answers({ yes: OPEN, no: OPEN });
		(button(/No, go home/).element() as HTMLElement).focus();
		await expect.element(button(/No, go home/)).toHaveFocus();
		(document.activeElement as HTMLButtonElement).click();
		expect(commands()).toEqual(['commitDecision no']);
	});

	test('show the one that was given, which can be taken back while its round is open', async () => {
		const { commands } = await answers({ yes: GIVEN, no: { kind: 'nothingLeft', because: 'yes' } });
		await expect.element(button(/Yes, at nine/)).toHaveAttribute('aria-pressed', 'true');
		await expect.element(button(/No, go home/)).toBeDisabled();
		await button(/Yes, at nine/).click();
		expect(commands()).toEqual(['withdrawDecision yes']);
	});

	test('cannot be pressed by those who do not decide for their team', async () => {
		await answers({ yes: OPEN, no: OPEN }, false);
		await expect.element(button(/Yes, at nine/)).toBeDisabled();
		await expect.element(page.getByText(/Your lead answers\./)).toBeVisible();
	});

	test('are gone once it is too late: what came of silence stays', async () => {
		await answers({ yes: { kind: 'tooLate', untilMin: 50 }, no: { kind: 'tooLate', untilMin: 50 } });
		expect(page.getByRole('button').elements()).toHaveLength(0);
		await expect.element(page.getByText('Nobody answered. They stop asking.')).toBeVisible();
	});

	test('are not shown before their message has asked', async () => {
		await answers({ yes: { kind: 'notAsked' }, no: { kind: 'notAsked' } });
		expect(page.getByRole('group').elements()).toHaveLength(0);
	});
});
