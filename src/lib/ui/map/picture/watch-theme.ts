/** Calls when the colours of the page change: another theme, or another setting of the system. Returns what ends it. */
export function watchTheme(changed: () => void): () => void {
	const observer = new MutationObserver(changed);
	observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'class'] });
	const light = matchMedia('(prefers-color-scheme: light)');
	light.addEventListener('change', changed);
	return () => {
		observer.disconnect();
		light.removeEventListener('change', changed);
	};
}
