import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

/** Written into every page before it starts: the language of accents and brackets. */
export async function speakStrangely(page: Page): Promise<void> {
	await page.addInitScript(() => localStorage.setItem('patchfall.locale', 'en-XA'));
}

const earth = JSON.parse(
	readFileSync(new URL('../../src/lib/scenario/worlds/earth.json', import.meta.url), 'utf8')
) as { metros: readonly { name: string }[] };

/** Names that are the same in every language, and the kit's own announcer of page changes. */
const NAMES = ['UTC', 'Patchfall', 'Ctrl', 'Enter', 'Esc', ...earth.metros.map(({ name }) => name)];

/**
 * Texts of the page, shown or only read aloud, in which plain English stands. What carries `lang="en"` is said to be
 * English and left out.
 */
export async function plainEnglish(page: Page): Promise<string[]> {
	return page.evaluate((names) => {
		const found = new Set<string>();
		const known = new RegExp(
			names
				.toSorted((a, b) => b.length - a.length)
				.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
				// What names the state of a world is no word.
				.concat('\\b[0-9a-f]{16}\\b')
				.join('|'),
			'g'
		);
		const look = (text: string | null | undefined, element: Element | null) => {
			if (!text || element?.closest('script, style, noscript, #svelte-announcer, code, body [lang=en]'))
				return;
			if (/[A-Za-z]{2,}/.test(text.replace(known, '')))
				found.add(
					`${element?.tagName.toLowerCase() ?? ''}.${element?.getAttribute('class') ?? ''}: ${text.trim()}`
				);
		};
		look(document.title, null);
		const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		while (walk.nextNode()) look(walk.currentNode.nodeValue, walk.currentNode.parentElement);
		for (const element of document.body.querySelectorAll('*'))
			for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext', 'aria-description'])
				look(element.getAttribute(name), element);
		return [...found];
	}, NAMES);
}
