import { expect, type Page } from '@playwright/test';
import { isDeepRun } from './deep-run.ts';

/** What a page holds on to. */
export interface Living {
	readonly heapMb: number;
	/** Nodes of documents, also of those that hang nowhere. */
	readonly nodes: number;
	readonly listeners: number;
	/** Workers that run. */
	readonly workers: number;
	/** Objects of the card that were made and not dropped, by kind. */
	readonly onCard: Readonly<Record<string, number>>;
}

type Counted = Record<string, Set<unknown>>;

/** Counts from the next page on what is made on the card and dropped again. Call it before the page is opened. */
export async function countOnCard(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const kinds = ['Texture', 'Buffer', 'Program', 'Shader', 'Framebuffer', 'Renderbuffer', 'VertexArray'];
		// Sets: what is dropped twice is gone once.
		const alive: Counted = Object.fromEntries(kinds.map((kind) => [kind, new Set<unknown>()]));
		(window as unknown as { alive: Counted }).alive = alive;
		const gl = WebGL2RenderingContext.prototype as unknown as Record<string, (...all: unknown[]) => unknown>;
		for (const kind of kinds) {
			const [make, drop] = [gl[`create${kind}`]!, gl[`delete${kind}`]!];
			gl[`create${kind}`] = function (this: unknown, ...all) {
				const made = make.apply(this, all);
				alive[kind]!.add(made);
				return made;
			};
			gl[`delete${kind}`] = function (this: unknown, ...all) {
				alive[kind]!.delete(all[0]);
				return drop.apply(this, all);
			};
		}
	});
}

/** What lives once everything that can be collected is gone. */
export async function whatLives(page: Page): Promise<Living> {
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('Performance.enable');
	// What a first collection lets go of may have held something else.
	for (let time = 0; time < 3; time++) await devtools.send('HeapProfiler.collectGarbage');
	const { metrics } = await devtools.send('Performance.getMetrics');
	await devtools.detach();
	const of = (name: string) => metrics.find((one) => one.name === name)!.value;
	const onCard = await page.evaluate(() => {
		const { alive } = window as unknown as { alive: Counted };
		return Object.fromEntries(Object.entries(alive).map(([kind, { size }]) => [kind, size]));
	});
	return {
		heapMb: of('JSHeapUsedSize') / 1e6,
		nodes: of('Nodes'),
		listeners: of('JSEventListeners'),
		workers: page.workers().length,
		onCard
	};
}

/**
 * How often something is done before nothing of it may be left: in `npm test` more often than the largest allowance
 * below, so that one thing left each time shows; all of it in the deep run.
 */
export const OFTEN = isDeepRun ? 50 : 24;

/** What the engine itself may keep of a page that does the same again: figures of its compiler, a listener of its own. */
const ALLOWED = { heapMb: 4, nodes: 20, listeners: 2 } as const;

/** Nothing lives that did not live before. The card's objects and workers have no allowance. */
export function expectNothingLeft(before: Living, after: Living): void {
	expect(after.onCard).toEqual(before.onCard);
	expect(after.workers).toBe(before.workers);
	for (const [name, most] of Object.entries(ALLOWED) as [keyof typeof ALLOWED, number][])
		expect(after[name], name).toBeLessThanOrEqual(before[name] + most);
}
