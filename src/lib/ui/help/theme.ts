/** Dark is the room's own; `paper` is light; `system` follows the device. */
export const THEMES = ['dark', 'paper', 'system'] as const;
export type Theme = (typeof THEMES)[number];

/** Read by static/theme.js before the page is drawn. */
const KEY = 'patchfall.theme';
const FIRST: Theme = 'dark';

/** What the person chose last on this device. */
export function chosenTheme(): Theme {
	try {
		return THEMES.find((theme) => theme === localStorage.getItem(KEY)) ?? FIRST;
	} catch {
		return FIRST;
	}
}

/** Shows a theme at once, and remembers it where there is storage. */
export function chooseTheme(theme: Theme): void {
	window.dispatchEvent(new CustomEvent('patchfall:theme', { detail: theme }));
	try {
		localStorage.setItem(KEY, theme);
	} catch {
		// It lasts as long as the page then.
	}
}
