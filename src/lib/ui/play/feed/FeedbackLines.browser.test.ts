import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { TermFeedback } from '../../../debrief/feedback/feedback.ts';
import type { RoomFacts } from '../../../room/facts/room-facts.ts';
import { expectNothingCut } from '../../testing/measure.ts';
import { FACTS } from '../../testing/solo-room.ts';
import FeedbackLines from './FeedbackLines.svelte';

const term = (id: string, unit: string, change: number, yours: number | null): TermFeedback => ({
	...{ role: 'hospital', id, name: { en: `${id}, in full` }, unit: { en: unit } },
	...{ value: 0, change, yours }
});
const TERMS = [
	term('Counter services that the agency put off', 'counter services', 12_600_000, -888_000),
	term('Losses and spending', 'US$', 88_800_000_000, 888_000_000),
	term('Bill of another', 'US$', 59_100, -3),
	term('Trust of customers that is gone', 'share', 0.05, 0.02),
	term('Hosts compromised', 'hosts', 0, 0),
	term('Calls', 'calls', 12, null)
];
const facts = {
	...FACTS,
	scenario: {
		roles: [
			{
				id: 'hospital',
				goal: { terms: TERMS.map(({ id, unit }) => ({ id, name: { en: id }, unit, weight: 0.2 })) }
			}
		]
	}
} as unknown as RoomFacts;

const show = () => render(FeedbackLines, { feedback: { sinceMin: 24, minute: 60, terms: TERMS }, facts });

test('each figure that judges the seat has one line: its change, and what of it is one’s own', async () => {
	await show();
	const textOf = (name: RegExp) => page.getByRole('row', { name }).element().textContent;
	await expect.poll(() => textOf(/^Counter services/)).toMatch(/\+.12\.6.M.*about −.888,000/);
	await expect.poll(() => textOf(/^Losses/)).toMatch(/\+.\$88\.8.bn.*about \+.\$888.M/);
	// Three dollars of fifty-nine thousand are nobody’s doing.
	await expect.poll(() => textOf(/^Bill of another/)).toMatch(/\+.\$59,100.*none/);
	// Five points of trust are gone, two of them by what was decided.
	await expect.poll(() => textOf(/^Trust/)).toMatch(/−.5\.0 points.*about −.2\.0 points/);
	await expect.poll(() => textOf(/^Hosts compromised/)).toMatch(/no change.*none/);
	await expect.poll(() => textOf(/^Calls/)).toMatch(/\+.12.*not known/);
});

test.each([272, 304, 416])('the widest figures stand whole and apart in a column of %i px', async (width) => {
	const { container } = await show();
	container.style.width = `${width}px`;
	// Fonts that are still on their way leave wider ones in their place.
	await document.fonts.ready;
	expectNothingCut(container, `${width} px`);
	for (const cell of container.querySelectorAll('tbody td'))
		expect(linesOfSign(cell), cell.textContent).toBe(1);
});

/** On how many lines a figure's sign and what follows it stand. */
function linesOfSign(cell: Element): number {
	const text = cell.firstChild!;
	const start = Math.max(0, text.textContent!.search(/[+−]/));
	const range = document.createRange();
	range.setStart(text, start);
	range.setEnd(text, Math.min(text.textContent!.length, start + 4));
	return new Set([...range.getClientRects()].map(({ top }) => top)).size;
}

test('at a whole table each line says whose figure it is', async () => {
	const table = {
		...facts,
		mine: ['hospital', 'bank'],
		scenario: { roles: facts.scenario.roles.map((role) => ({ ...role, name: { en: 'Saint Alder Health' } })) }
	} as unknown as RoomFacts;
	await render(FeedbackLines, { feedback: { sinceMin: 24, minute: 60, terms: TERMS }, facts: table });
	const row = () => page.getByRole('row', { name: /Counter services/ }).element().textContent;
	await expect.poll(row).toMatch(/Saint Alder Health\s*Counter services/);
});
