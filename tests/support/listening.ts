import { expect, type Page } from '@playwright/test';

/* What a screen reader is told by a page, kept as it is told. */

const MOST_WORDS = 25;
/** A message may have waited for a busy page to be written: the next one then follows sooner than a second. */
const LEAST_APART_MS = 900;

export interface Said {
	readonly atMs: number;
	readonly text: string;
}
type Listening = Window & { said?: Said[] };

/**
 * Keeps from now on, also over reloads, every change of what live regions say, and headings that take the focus. Asked
 * before a page is opened it hears its first word.
 */
export async function listen(page: Page): Promise<void> {
	await page.addInitScript(keepWhatIsSaid);
	await page.evaluate(keepWhatIsSaid);
}

/** Runs in the page. */
function keepWhatIsSaid(): void {
	const said: Said[] = [];
	(window as Listening).said = said;
	const live = '[aria-live=polite], [aria-live=assertive], [role=status], [role=alert], [role=log]';
	const last = new WeakMap<Element, string>();
	const say = (text: string | null) => {
		const plain = (text ?? '').replace(/\s+/g, ' ').trim();
		if (plain !== '') said.push({ atMs: performance.now(), text: plain });
	};
	document.addEventListener('focusin', ({ target }) => {
		if (target instanceof HTMLHeadingElement) say(target.textContent);
	});
	const regionsAround = (node: Node): readonly Element[] => {
		const element = node instanceof Element ? node : node.parentElement;
		const around = element?.closest(live) ?? null;
		return around === null ? [] : [around];
	};
	const regionsIn = (node: Node): readonly Element[] =>
		node instanceof Element ? [...(node.matches(live) ? [node] : []), ...node.querySelectorAll(live)] : [];
	new MutationObserver((changes) => {
		const regions = new Set<Element>();
		for (const { target, addedNodes } of changes) {
			for (const region of regionsAround(target)) regions.add(region);
			// An alert is told as it appears; of other regions only what changes in them.
			for (const node of addedNodes)
				for (const region of regionsIn(node)) if (region.matches('[role=alert]')) regions.add(region);
		}
		for (const region of regions) {
			const written = region.textContent;
			if (last.get(region) === written) continue;
			last.set(region, written);
			say(written);
		}
	}).observe(document, { childList: true, subtree: true, characterData: true });
}

export const heard = (page: Page) => page.evaluate(() => (window as Listening).said!);
/** Short messages, far enough apart. */
export function expectCalm(said: readonly Said[]): void {
	for (const [index, { atMs, text }] of said.entries()) {
		expect(text.split(' ').length, text).toBeLessThanOrEqual(MOST_WORDS);
		if (index > 0) expect(atMs - said[index - 1]!.atMs, text).toBeGreaterThan(LEAST_APART_MS);
	}
}
