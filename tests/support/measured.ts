import { expect, type Page } from '@playwright/test';

/** What is wrong at one size is said with what is wrong at the others. */
const soft = expect.configure({ soft: true });

/** Where texts must not lie on each other; a map's labels are placed by rules and tests of their own. */
const PARTS = [
	...['header', '.strip', '.play-bar', '.play-decisions .head', '.play-clock', '.play-time', '.sentence'],
	...['.hot-wash .finding', '.hot-wash .evidence', '.course', '.so-far', '.side'],
	...['.attribution', '.outages', '.intro', '.replay .time', '.replay .band'],
	...['[aria-labelledby^=summit]', '[aria-labelledby^=list]'],
	// What stands over a map, taken together.
	'.play-clock, .legend, .play-time, .past'
];

/** What is wrong with the page as it stands: texts that are cut, that run past the screen, or that lie on others. */
export async function expectMeasured(page: Page, where: string): Promise<void> {
	await soft.poll(() => page.evaluate(measureInPage, PARTS), { message: where, timeout: 30_000 }).toEqual([]);
}

function measureInPage(parts: readonly string[]): string[] {
	const wrong: string[] = [];
	if (document.documentElement.scrollWidth > innerWidth) wrong.push('the page is wider than the screen');

	/** The pieces of text that can be seen within an element, each with its place. */
	const textsOf = (root: Element) => {
		const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
		const found: { text: string; box: DOMRect; parent: Element }[] = [];
		for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
			const text = node.textContent!.trim();
			const parent = node.parentElement!;
			const isSeen = parent.checkVisibility({ visibilityProperty: true, opacityProperty: true });
			if (text === '' || !isSeen || parent.closest('.visually-hidden, option, dialog, svg') !== null)
				continue;
			if (isClippedAway(parent)) continue;
			const range = document.createRange();
			range.selectNodeContents(node);
			for (const box of range.getClientRects())
				if (box.width > 1 && !isScrolledAway(box, parent)) found.push({ text, box, parent });
		}
		return found;
	};
	/** Links that skip to a part are there for who goes by keyboard. */
	const isClippedAway = (parent: Element) => {
		for (let up: Element | null = parent; up !== null; up = up.parentElement)
			if (getComputedStyle(up).clipPath !== 'none') return true;
		return false;
	};
	/** As far as a name that ends in dots is drawn. */
	const drawn = (box: DOMRect, parent: Element) => {
		let right = box.right;
		for (let up: Element | null = parent; up !== null; up = up.parentElement)
			if (getComputedStyle(up).textOverflow === 'ellipsis')
				right = Math.min(right, up.getBoundingClientRect().right);
		return new DOMRect(box.x, box.y, Math.max(0, right - box.x), box.height);
	};
	/** What one can scroll to is not cut. */
	const isScrolledAway = (box: DOMRect, parent: Element) => {
		for (let up: Element | null = parent; up !== null; up = up.parentElement) {
			if (!/auto|scroll/.test(getComputedStyle(up).overflowY + getComputedStyle(up).overflowX)) continue;
			const frame = up.getBoundingClientRect();
			if (box.top < frame.top || box.bottom > frame.bottom || box.right > frame.right) return true;
		}
		return false;
	};

	for (const { text, box, parent } of textsOf(document.body)) {
		const short = text.slice(0, 40);
		if (box.left < 2 || drawn(box, parent).right > innerWidth - 2)
			wrong.push(`“${short}” touches the edge of the screen`);
		for (let up: Element | null = parent; up !== null && up !== document.body; up = up.parentElement) {
			const { overflowX, textOverflow } = getComputedStyle(up);
			if (overflowX !== 'hidden' && overflowX !== 'clip') continue;
			const frame = up.getBoundingClientRect();
			const isMeant = textOverflow === 'ellipsis' || frame.width <= 1;
			if (!isMeant && (box.right > frame.right + 1 || box.left < frame.left - 1))
				wrong.push(`“${short}” is cut by ${up.className || up.tagName}`);
		}
	}
	for (const part of parts) {
		const roots = [...document.querySelectorAll(part)];
		for (const together of part.includes(',') ? [roots] : roots.map((root) => [root])) {
			const texts = together.flatMap(textsOf).map((one) => ({ ...one, box: drawn(one.box, one.parent) }));
			for (const [i, a] of texts.entries())
				for (const b of texts.slice(i + 1)) {
					// Lines of one text.
					if (a.parent === b.parent) continue;
					const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
					const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
					// A line's box reaches above and below its letters.
					const ink = Math.min(a.box.height, b.box.height) / 3;
					if (across > 3 && down > ink)
						wrong.push(`in ${part} “${a.text.slice(0, 30)}” lies on “${b.text.slice(0, 30)}”`);
				}
		}
	}
	return [...new Set(wrong)];
}
