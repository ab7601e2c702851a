import { expect, type Browser, type Locator, type Page } from '@playwright/test';

/** A phone held in one hand: what one does with a thumb, and what a thumb needs. */

const TARGET_PX = 44;
/** What has just come is in its place by then. */
const SETTLES_MS = 5000;
const soft = expect.configure({ soft: true });

/** A phone with a browser of its own. */
export async function openTouchPage(browser: Browser, baseURL: string): Promise<Page> {
	const context = await browser.newContext({
		...{ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
		...{ baseURL, locale: 'en-GB', reducedMotion: 'reduce' }
	});
	return context.newPage();
}

/**
 * Taps a control in its middle, where a thumb aims, once it has been scrolled to. It has to be large enough, whole on
 * the screen, and under nothing; what moves away from under the thumb is tapped where it has come to.
 */
export async function tap(control: Locator): Promise<void> {
	await control.first().waitFor({ state: 'attached' });
	// What has just come may still be on its way to its place.
	await expect
		.poll(() => control.first().evaluate(faultsOf), {
			message: `a thumb on ${control.toString()}`,
			timeout: 30_000,
			intervals: [50]
		})
		.toEqual([]);
	const target = await control.first().evaluateHandle(targetOf);
	await target.tap();
}

/** Types into a field that was tapped, as a screen's own keyboard does. */
export async function type(field: Locator, text: string): Promise<void> {
	await tap(field);
	await expect(field.first()).toBeFocused();
	await field.page().keyboard.insertText(text);
}

/** Every control that can be seen is large enough for a thumb, and the page is no wider than the screen. */
export async function expectTouchable(page: Page, where: string): Promise<void> {
	await soft
		.poll(() => page.evaluate(() => document.documentElement.scrollWidth), {
			message: `width of ${where}`,
			timeout: SETTLES_MS
		})
		.toBeLessThanOrEqual(page.viewportSize()!.width);
	await soft
		.poll(() => page.evaluate(smallTargets, TARGET_PX), {
			message: `too small for a thumb on ${where}`,
			timeout: SETTLES_MS
		})
		.toEqual([]);
}

/** Runs in the page: what a thumb aims at. The words of a tick belong to it. */
function targetOf(control: Element): HTMLElement {
	const isTick = control.matches('input[type=radio], input[type=checkbox]');
	return ((isTick ? (control as HTMLInputElement).labels?.[0] : null) ?? control) as HTMLElement;
}

/** Runs in the page: what is in a thumb's way to the middle of a control. */
function faultsOf(control: Element): string[] {
	const isTick = control.matches('input[type=radio], input[type=checkbox]');
	const target = (isTick ? (control as HTMLInputElement).labels?.[0] : null) ?? control;
	target.scrollIntoView({ block: 'center', behavior: 'instant' });
	const { left, right, top, bottom } = target.getBoundingClientRect();
	const faults: string[] = [];
	if (left < 0 || right > innerWidth + 0.5) faults.push(`cut off: ${left} to ${right} of ${innerWidth}`);
	if (control.matches(':disabled')) faults.push('disabled');
	const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
	if (hit === null || !(target.contains(hit) || hit.closest('label')?.contains(control)))
		faults.push(`under ${hit === null ? 'the edge of the screen' : hit.outerHTML.slice(0, 100)}`);
	return faults;
}

/** Runs in the page: controls that a thumb may miss. What stands in a sentence may be as high as its lines. */
function smallTargets(px: number): string[] {
	const controls =
		'button, a[href], input, select, textarea, summary, [role=button], [role=radio], [role=tab]';
	const root = document.querySelector('dialog:modal') ?? document.body;
	const [scrolledX, scrolledY] = [scrollX, scrollY];
	const small = [...root.querySelectorAll(controls)].flatMap((control) => {
		if (!control.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true })) return [];
		const isTick = control.matches('input[type=radio], input[type=checkbox]');
		const target = (isTick ? (control as HTMLInputElement).labels?.[0] : null) ?? control;
		const { display, clipPath } = getComputedStyle(target);
		// A way past what is seen, which a keyboard brings out.
		if (display === 'inline' || clipPath === 'inset(50%)') return [];
		const { width, height } = target.getBoundingClientRect();
		// Seen by readers of screens alone.
		if (width <= 1 || height <= 1) return [];
		if (height > px - 0.5 && width > px - 0.5) return [];
		// It may reach further than it is drawn.
		target.scrollIntoView({ block: 'center', behavior: 'instant' });
		const { left, top } = target.getBoundingClientRect();
		const [x, y, far] = [left + width / 2, top + height / 2, px / 2 - 1];
		const around = [
			[x - far, y],
			[x + far, y],
			[x, y - far],
			[x, y + far]
		] as const;
		const isHit = ([atX, atY]: readonly [number, number]) => {
			const hit = document.elementFromPoint(atX, atY);
			return hit !== null && (target.contains(hit) || hit.closest('label')?.contains(control) === true);
		};
		if (around.every(isHit)) return [];
		const what = target.outerHTML.replaceAll(/<!--.*?-->|\s+/g, ' ').slice(0, 140);
		return [`${Math.round(width)} × ${Math.round(height)}: ${what}`];
	});
	scrollTo({ left: scrolledX, top: scrolledY, behavior: 'instant' });
	return small;
}
