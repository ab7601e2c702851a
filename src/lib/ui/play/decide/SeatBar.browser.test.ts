import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { RoomFacts } from '../../../room/facts/room-facts.ts';
import { expectNothingCut } from '../../testing/measure.ts';
import { decision, FACTS, openRoom } from '../../testing/solo-room.ts';
import Feed from '../feed/Feed.svelte';
import { Choices } from './choices.svelte.ts';
import SeatBar from './SeatBar.svelte';

const NAMES = [
	...['Corvane (security vendor)', 'Tessaly (platform owner)', 'Altamark Airways'],
	...['Saint Alder Health', 'Harrow and Lund Bank', 'National Resilience Office']
];
const ROLES = NAMES.map((name, n) => ({ id: `role-${n}`, name: { en: name } }));
const CARDS = ROLES.map(({ id }, n) => ({
	...decision(`act-${n}`, `Open desks for laptops in kitchens ${n}`),
	role: id
}));

const TABLE = {
	...FACTS,
	mine: ROLES.map(({ id }) => id),
	decisions: CARDS,
	scenario: { roles: ROLES }
} as unknown as RoomFacts;

async function table() {
	const { room, tell, show } = openRoom();
	tell({ type: 'opened', facts: TABLE, writer: 'w', seed: '1' });
	show({ decisions: [{ decision: 'act-1', seat: 'role-1', atMin: 20 }] as never });
	await expect.poll(() => room.facts?.mine.length).toBe(6);
	const offered = CARDS.map((card, n) => ({
		card,
		isChosen: n === 2,
		standing: { kind: 'open' } as const
	}));
	return render(SeatBar, { room, offered, seat: null });
}

test.each([320, 390, 768, 992, 1456])(
	'every seat is in view and whole in a panel of %i px',
	async (width) => {
		await page.viewport(Math.max(width, 360), 900);
		const { container } = await table();
		container.style.width = `${width}px`;
		for (const name of NAMES) await expect.element(page.getByText(name)).toBeVisible();
		expectNothingCut(container, `${width} px`);
	}
);

test('looks at the messages of the seat that is looked at', async () => {
	const { room, tell, show } = openRoom();
	tell({ type: 'opened', facts: TABLE, writer: 'w', seed: '1' });
	const message = (inject: string, to: readonly string[] | null) => ({
		...{ inject, to, atMin: 20, channel: 'ticket', from: 'Desk', part: 'incident' },
		...{ title: { en: `Message ${inject}` }, body: { en: 'Text' } }
	});
	show({ injects: [message('a', ['role-0']), message('b', ['role-2']), message('c', null)] as never });
	await expect.poll(() => room.facts?.mine.length).toBe(6);
	const choices = new Choices(room);
	const { container } = await render(Feed, { room, newSinceMin: -1, choices });
	const titles = () => [...container.querySelectorAll('h3')].map((one) => one.textContent?.trim());
	await expect.poll(titles).toHaveLength(3);
	choices.seat = 'role-2';
	await expect
		.poll(() =>
			titles()
				.sort()
				.map((one) => one!.slice(-9))
		)
		.toEqual(['Message b', 'Message c']);
});

test('shows what a seat has chosen now, else what it decided last; and switches to it', async () => {
	await table();
	await expect.element(page.getByText('Now: Open desks for laptops in kitchens 2')).toBeVisible();
	await expect.element(page.getByText(/04:20: Open desks for laptops in kitchens 1/)).toBeVisible();
	const airline = page.getByRole('button', { name: /^Altamark/ });
	await airline.click();
	await expect.element(airline).toHaveAttribute('aria-pressed', 'true');
	await expect
		.element(page.getByRole('button', { name: 'All seats' }))
		.toHaveAttribute('aria-pressed', 'false');
});
