import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { WorldView } from '../../../exercise/project/project.ts';
import { decision, FACTS, openRoom } from '../../testing/solo-room.ts';
import { Choices } from './choices.svelte.ts';
import Decisions from './Decisions.svelte';

const english = (en: string) => ({ en });
const ASKS = {
	...{ inject: 'are-you-open', atMin: 50, to: ['hospital'], channel: 'email', from: 'A neighbour' },
	...{ title: english('Are you open?'), body: english('Tell us.') }
} as unknown as WorldView['injects'][number];
const yes = { ...decision('yes', 'Yes, at nine'), answers: ['are-you-open'] };
const OPEN = { kind: 'open' } as const;
const NOTHING = /^Nothing can be decided/;

/** A round in which one message asks and no decision is open; the messages that one was brought to. */
async function round(shown: Parameters<ReturnType<typeof openRoom>['show']>[0]) {
	const { room, tell, show } = openRoom();
	tell({ type: 'opened', facts: { ...FACTS, decisions: [yes] }, writer: 'w', seed: '1' });
	await expect.poll(() => room.facts?.decisions.length).toBe(1);
	// What is shown of a run is told after its opening.
	show(shown);
	const brought: string[] = [];
	await render(Decisions, {
		...{ room, choices: new Choices(room), sinceMin: 0 },
		goToMessage: (inject: string) => brought.push(inject)
	});
	return brought;
}

test('a message that asks is named where one decides, and a press brings one to it', async () => {
	const brought = await round({ injects: [ASKS], standings: { yes: OPEN } });
	await page.getByRole('button', { name: 'Are you open?' }).click();
	expect(brought).toEqual(['are-you-open']);
});

test('a round in which only answers are open does not say that nothing can be decided', async () => {
	await round({ injects: [ASKS], standings: { yes: OPEN } });
	await expect
		.element(page.getByText('No decision is open in this round beside your answers.'))
		.toBeVisible();
	expect(page.getByText(NOTHING).elements()).toHaveLength(0);
});

test('and one without them says so', async () => {
	await round({});
	await expect.element(page.getByText(NOTHING)).toBeVisible();
	expect(page.getByRole('button').elements()).toHaveLength(0);
});
