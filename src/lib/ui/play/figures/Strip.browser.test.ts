import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { expectNothingCut } from '../../testing/measure.ts';
import type { StripFigure } from './strip.ts';
import Strip from './Strip.svelte';

/** Seven figures, the most there are, each as wide as it can be. */
const figure = (name: string, value: string, change: string): StripFigure => ({
	...{ key: name, id: 'lost', name, glyph: null, value, change }
});
const WIDEST: readonly StripFigure[] = [
	{ ...figure('Hosts down', '12,600,000', '+12,600,000'), id: 'hostsDown', glyph: 'crashed' },
	{ ...figure('Your hosts down', '888,000', '+888,000'), id: 'ownHostsDown', glyph: 'crashed' },
	figure('Your emergency calls lost', '88,800', '+88,800'),
	figure('All emergency calls lost', '888,000', '+888,000'),
	figure('Your counter services lost', '888,000', 'no change'),
	figure('Your losses', '$888,000', '+$888,000'),
	figure('World’s losses', '$88.8 bn', '+$88.8 bn')
];

/** Beside the strip of a desk stands a column of 21 rem below 90 rem, and of 29 rem above. */
const beside = (window: number) => (window < 1024 ? 0 : window < 1440 ? 336 : 464);
const WINDOWS = [320, 390, 768, 1024, 1280, 1366, 1440, 1536, 1920, 2560, 3840];

afterEach(() => {
	document.documentElement.style.fontSize = '';
});

test.each(WINDOWS)('the widest figures stand whole and apart in a window of %i px', async (width) => {
	await page.viewport(width, 900);
	const { container } = await render(Strip, { figures: WIDEST, since: 'Fri 04:24' });
	container.style.width = `${width - beside(width)}px`;
	expectNothingCut(container, `${width} px`);
});

test.each([390, 1280, 1920])('they do so with type half as large again, at %i px', async (width) => {
	await page.viewport(width, 900);
	document.documentElement.style.fontSize = '150%';
	const { container } = await render(Strip, { figures: WIDEST, since: 'Fri 04:24' });
	// Windows are measured in the same rem: below 64 of them the strip has the whole width.
	container.style.width = `${width < 1536 ? width : width - 1.5 * 464}px`;
	expectNothingCut(container, `${width} px, large type`);
});

test('a strip that is too narrow for its figures is found out', async () => {
	await page.viewport(1440, 900);
	const { container } = await render(Strip, { figures: WIDEST, since: 'Fri 04:24' });
	container.style.width = '380px';
	container.style.overflow = 'hidden';
	expect(() => expectNothingCut(container, 'narrow')).toThrow(/is cut/);
});
