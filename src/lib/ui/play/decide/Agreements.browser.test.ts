import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { RoomFacts } from '../../../room/facts/room-facts.ts';
import { openRoom } from '../../testing/solo-room.ts';
import Agreements from './Agreements.svelte';

const english = (en: string) => ({ en });
const divert = {
	id: 'divert',
	title: english('Divert patients'),
	text: english('They go elsewhere.'),
	roleName: english('Saint Alder Health')
};
const facts = { agreements: [divert] } as unknown as RoomFacts;
const asked = [
	{ seat: 'hospital', decision: 'divert', atMin: 60, rationale: 'Wards are full', confidencePct: null }
];

test('R224: who is asked reads what for and why, and agrees or declines', async () => {
	const { room, commands } = openRoom({ asked });
	await render(Agreements, { room, facts });
	await expect
		.element(page.getByRole('heading', { name: 'Saint Alder Health asks for your agreement' }))
		.toBeVisible();
	await expect.element(page.getByText('Divert patients')).toBeVisible();
	await expect.element(page.getByText('Wards are full')).toBeVisible();
	await page.getByRole('button', { name: 'Do not agree' }).click();
	await page.getByRole('button', { name: 'Agree', exact: true }).click();
	expect(commands()).toEqual(['confirmDecision divert', 'confirmDecision divert']);
});

test('R224: where nobody asks, nothing stands there', async () => {
	const { room } = openRoom();
	await render(Agreements, { room, facts });
	expect(page.getByRole('button').elements()).toHaveLength(0);
});
