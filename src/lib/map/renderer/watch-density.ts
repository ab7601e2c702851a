/** Calls when the window moves to a screen of another density. Returns what ends it. */
export function watchDensity(changed: () => void): () => void {
	let query: MediaQueryList;
	const watch = () => {
		query = matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
		query.addEventListener('change', heard, { once: true });
	};
	const heard = () => {
		changed();
		watch();
	};
	watch();
	return () => query.removeEventListener('change', heard);
}
