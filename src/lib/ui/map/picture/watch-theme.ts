/** Calls when the colours of the page change: another theme, or another setting of the system. Returns what ends it. */
export function watchTheme(changed: () => void): () => void {
	const observer = new MutationObserver(changed);
	observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'class'] });
	const settings = ['(prefers-color-scheme: light)', '(forced-colors: active)'].map((one) => matchMedia(one));
	for (const setting of settings) setting.addEventListener('change', changed);
	return () => {
		observer.disconnect();
		for (const setting of settings) setting.removeEventListener('change', changed);
	};
}
