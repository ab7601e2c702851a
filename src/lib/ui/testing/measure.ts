import { expect } from 'vitest';

/** Every piece of text that can be seen within an element, where it is drawn. */
export function drawnTexts(root: Element): { readonly text: string; readonly box: DOMRect }[] {
	const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
	const found: { text: string; box: DOMRect }[] = [];
	for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
		const text = node.textContent!.trim();
		const parent = node.parentElement!;
		if (text === '' || parent.closest('.visually-hidden') !== null || !parent.checkVisibility()) continue;
		const range = document.createRange();
		range.selectNodeContents(node);
		for (const box of range.getClientRects()) if (box.width > 0) found.push({ text, box: inked(box) });
	}
	return found;
}

/** A line's box reaches above and below its letters by about a sixth. */
function inked({ x, y, width, height }: DOMRect): DOMRect {
	return new DOMRect(x, y + height / 6, width, (height * 2) / 3);
}

/** Half a pixel is rounding. */
const SLACK_PX = 0.5;

/** No text runs out of the element, past its edge, or into another text. */
export function expectNothingCut(root: Element, what: string): void {
	const frame = root.getBoundingClientRect();
	const texts = drawnTexts(root);
	expect(texts.length, what).toBeGreaterThan(0);
	for (const { text, box } of texts) {
		const inside =
			box.left >= frame.left - SLACK_PX &&
			box.right <= frame.right + SLACK_PX &&
			box.top >= frame.top - SLACK_PX &&
			box.bottom <= frame.bottom + SLACK_PX;
		expect(inside, `${what}: “${text}” is cut`).toBe(true);
	}
	for (const [i, one] of texts.entries())
		for (const other of texts.slice(i + 1))
			expect(overlap(one.box, other.box), `${what}: “${one.text}” lies on “${other.text}”`).toBe(false);
}

function overlap(a: DOMRect, b: DOMRect): boolean {
	const within = (from: number, to: number, other: number, otherTo: number) =>
		Math.min(to, otherTo) - Math.max(from, other) > 1;
	return within(a.left, a.right, b.left, b.right) && within(a.top, a.bottom, b.top, b.bottom);
}
