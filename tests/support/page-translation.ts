import type { Page } from '@playwright/test';

/**
 * Imitates a browser that translates the page: every text node becomes `<font><font>«text»</font></font>`, also those
 * that come later.
 */
export async function translatePage(page: Page): Promise<void> {
	await page.evaluate(translate);
}

/** Runs in the page, in whichever browser. */
export function translate(): void {
	const done = new WeakSet<Node>();
	const kept = 'script, style, noscript, textarea, input, select, [translate=no], .notranslate';
	const turn = (node: Node) => {
		const text = node.nodeValue ?? '';
		if (text.trim() === '' || done.has(node) || !node.parentElement || node.parentElement.closest(kept))
			return;
		const [outer, inner] = [document.createElement('font'), document.createElement('font')];
		const fresh = document.createTextNode(`«${text}»`);
		done.add(fresh);
		inner.append(fresh);
		outer.append(inner);
		(node as Text).replaceWith(outer);
	};
	const turnAll = (root: Node) => {
		const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
		const list: Node[] = [];
		while (walk.nextNode()) list.push(walk.currentNode);
		list.forEach(turn);
	};
	document.documentElement.lang = 'de';
	document.documentElement.classList.add('translated-ltr');
	turnAll(document.body);
	new MutationObserver((changes) => {
		for (const { addedNodes } of changes)
			for (const node of addedNodes) {
				if (node.nodeType === Node.TEXT_NODE) turn(node);
				else if (node.nodeType === Node.ELEMENT_NODE) turnAll(node);
			}
	}).observe(document.body, { childList: true, subtree: true });
}
