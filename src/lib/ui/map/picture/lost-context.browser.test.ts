import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { MapFacts } from '../../../room/map/map-facts.ts';
import { benchFrame, benchWorld } from '../../../map/bench/bench-world.ts';
import type { MapSnapshot } from '../../../sim/observe/map/map-snapshot.ts';
import { openMapRenderer } from '../../../map/renderer/open-renderer.ts';
import MapView from './MapView.svelte';
import SmallMap from './SmallMap.svelte';

const world = benchWorld(2_000_000);
const named = <T extends { id: string }>(things: readonly T[]) =>
	things.map((thing) => ({ ...thing, name: { en: thing.id }, standsFor: 1 }));
const facts: MapFacts = {
	splits: ['sector', 'hostClass', 'vendor', 'organisation'],
	...world,
	title: { en: 'A test' },
	horizonMin: 600,
	countries: {},
	sectors: named(world.sectors),
	vendors: named(world.vendors),
	organisations: [],
	releaseMinutes: []
};
const snapshot: MapSnapshot = {
	...benchFrame(world, 40),
	services: new Uint8Array(0),
	outputs: new Float32Array(0),
	releases: [],
	rings: [],
	flows: null
};

/** Every graphics context that the page has had. */
const contexts: WebGL2RenderingContext[] = [];
const { getContext } = HTMLCanvasElement.prototype;

beforeEach(() => {
	vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(function (
		this: HTMLCanvasElement,
		...all: unknown[]
	) {
		const context = getContext.apply(this, all as never) as never;
		if (all[0] === 'webgl2' && context !== null && !contexts.includes(context)) contexts.push(context);
		return context;
	} as never);
});
afterEach(() => void vi.restoreAllMocks());

/** Takes away the contexts that the page has now, and never gives them back. */
function loseContexts(): void {
	const alive = contexts.filter((context) => !context.isContextLost());
	expect(alive.length).toBeGreaterThan(0);
	for (const context of alive) context.getExtension('WEBGL_lose_context')!.loseContext();
}

const said = () => page.getByText(/graphics of this browser have stopped/);
const again = () => page.getByRole('button', { name: 'Try the map again' });
const pictures = () => document.querySelectorAll('.picture canvas').length;

function place(): HTMLElement {
	const room = document.body.appendChild(document.createElement('div'));
	room.style.cssText = 'position: relative; width: 60rem; height: 36rem';
	return room;
}

describe('a graphics context that is lost for good', () => {
	test('leaves the table and one sentence, and a map again for the person who asks', async () => {
		const { unmount } = await render(MapView, { props: { facts, snapshot }, target: place() });
		for (let time = 0; time < 2; time++) {
			await expect.poll(pictures).toBe(1);
			await expect.element(page.getByRole('button', { name: 'Freeze' })).toBeVisible();
			loseContexts();
			await expect.element(said()).toBeVisible();
			await expect.element(page.getByRole('table').first()).toBeVisible();
			expect(pictures()).toBe(0);
			await again().click();
		}
		await expect.poll(pictures).toBe(1);
		await unmount();
	});

	test('while no map is shown is no matter to the next map', async () => {
		const first = await render(MapView, { props: { facts, snapshot }, target: place() });
		await expect.poll(pictures).toBe(1);
		await first.unmount();
		const before = await openMapRenderer();
		loseContexts();
		await expect.poll(async () => (await openMapRenderer()) === before).toBe(false);
		const second = await render(MapView, { props: { facts, snapshot }, target: place() });
		await expect.poll(pictures).toBe(1);
		await expect.element(page.getByRole('button', { name: 'Freeze' })).toBeVisible();
		expect(contexts.some((context) => !context.isContextLost())).toBe(true);
		await second.unmount();
	});

	test('leaves small maps with their sentences', async () => {
		const props = { name: 'As it was', facts, snapshot, own: null, blendMs: () => 0 };
		const { unmount } = await render(SmallMap, { props, target: place() });
		await expect.poll(pictures).toBe(1);
		loseContexts();
		await expect.element(said()).toBeVisible();
		await expect.element(page.getByText(/hosts down/)).toBeVisible();
		await again().click();
		await expect.poll(pictures).toBe(1);
		await unmount();
	});
});
