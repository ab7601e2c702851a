import { expect, type Page } from '@playwright/test';

const soft = expect.configure({ soft: true });

/** Nothing is wider than the screen. */
export async function expectNoWider(page: Page, where: string): Promise<void> {
	// A picture takes its new size with the next frame.
	await soft
		.poll(() => page.evaluate(() => document.documentElement.scrollWidth), { message: `width of ${where}` })
		.toBeLessThanOrEqual(page.viewportSize()!.width);
}

/** Bars that stick leave at least half of the screen's height, in the middle of the page where they all stick. */
export async function expectRoom(page: Page, where: string): Promise<void> {
	const free = await page.evaluate(() => {
		scrollTo(0, (document.documentElement.scrollHeight - innerHeight) / 2);
		const bars = [...document.querySelectorAll('body *')].filter((element) => {
			const { position, visibility, pointerEvents } = getComputedStyle(element);
			return ['sticky', 'fixed'].includes(position) && visibility === 'visible' && pointerEvents !== 'none';
		});
		let rows = 0;
		for (let y = 0; y < innerHeight; y++) {
			const isCovered = bars.some((bar) => {
				const { top, bottom, width } = bar.getBoundingClientRect();
				return width > innerWidth / 2 && top <= y && y < bottom;
			});
			if (!isCovered) rows++;
		}
		return rows / innerHeight;
	});
	expect.soft(free, `free height of ${where}`).toBeGreaterThanOrEqual(0.5);
}

/** What Tab comes to does not lie under a bar that sticks. */
export async function expectFocusSeen(page: Page, where: string, most = 40): Promise<void> {
	const start = await page.evaluateHandle(() => document.activeElement as HTMLElement);
	const covered: string[] = [];
	for (let n = 0; n < most; n++) {
		await page.keyboard.press('Tab');
		const name = await page.evaluate(() => {
			const focused = document.activeElement;
			if (focused === null || focused === document.body) return '';
			const { left, right, top, bottom } = focused.getBoundingClientRect();
			const x = Math.min(Math.max((left + right) / 2, 0), innerWidth - 1);
			const y = Math.min(Math.max((top + Math.min(bottom, top + innerHeight / 2)) / 2, 0), innerHeight - 1);
			let over = document.elementFromPoint(x, y);
			while (over !== null && !['sticky', 'fixed'].includes(getComputedStyle(over).position))
				over = over.parentElement;
			if (over === null || over.contains(focused) || focused.contains(over)) return '';
			return `${focused.outerHTML.slice(0, 80)} under ${over.outerHTML.slice(0, 60)}`;
		});
		if (name !== '') covered.push(name);
	}
	expect.soft(covered, `what the keyboard comes to on ${where}`).toEqual([]);
	// On the next screen the keyboard goes the same way from the same place.
	await start.evaluate((element) => {
		const isBody = element === document.body;
		if (isBody) element.tabIndex = -1;
		element.focus();
		if (isBody) element.removeAttribute('tabindex');
		scrollTo(0, 0);
	});
}

/** All of it. */
export async function expectUsable(page: Page, where: string, tabs?: number): Promise<void> {
	await expectNoWider(page, where);
	await expectRoom(page, where);
	await expectFocusSeen(page, where, tabs);
}

/** Drops a file on the page, as from a folder of the desk, once the page takes what is dragged over it. */
export async function dropFile(page: Page, name: string, text: string): Promise<void> {
	const data = await page.evaluateHandle(
		([fileName, content]) => {
			const transfer = new DataTransfer();
			transfer.items.add(new File([content!], fileName!));
			return transfer;
		},
		[name, text]
	);
	await expect.poll(() => data.evaluate(isTaken)).toBe(true);
	await page.dispatchEvent('body', 'drop', { dataTransfer: data });
}

/** Whether the page would take what is dragged over it. */
function isTaken(dataTransfer: DataTransfer): boolean {
	const over = new DragEvent('dragover', { bubbles: true, cancelable: true, dataTransfer });
	return !document.body.dispatchEvent(over);
}
