import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { WorldView } from '../../../exercise/project/project.ts';
import { openRoom } from '../../testing/solo-room.ts';
import Feed from './Feed.svelte';

const inject = (id: string, atMin: number, to: readonly string[] | null) =>
	({
		...{ inject: id, atMin, to, channel: 'email', from: 'Desk' },
		...{ title: { en: `Title of ${id}` }, body: { en: `Text of ${id}` } }
	}) as unknown as WorldView['injects'][number];

async function feed(injects: WorldView['injects'], newSinceMin: number) {
	const { room } = openRoom({ injects });
	await expect.poll(() => room.projection).not.toBeNull();
	await render(Feed, { room, newSinceMin });
}

describe('the messages that have come', () => {
	test('stand with the newest first, and those since the last round are new', async () => {
		await feed([inject('early', 10, null), inject('late', 55, ['hospital'])], 30);
		const titles = page.getByRole('heading', { level: 3 });
		await expect
			.poll(() => titles.elements().map(({ textContent }) => textContent))
			.toEqual([expect.stringContaining('Title of late'), expect.stringContaining('Title of early')]);
		await expect.element(page.getByText('1 new')).toBeInTheDocument();
	});

	test('say whom they came to', async () => {
		await feed([inject('own', 55, ['hospital'])], 60);
		await expect.element(page.getByText('To you alone')).toBeVisible();
	});

	test('that nobody has had yet leave a word instead of a list', async () => {
		await feed([], 0);
		expect(page.getByRole('list').elements()).toHaveLength(0);
	});
});
