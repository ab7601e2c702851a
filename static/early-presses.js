/*
 * A button that is pressed before the page's own code is there would do nothing, or its form would leave the page. The
 * last such press is kept, and done once the page says that it can act on it (the root layout does).
 */
(() => {
	let kept = null;
	const keep = (event) => {
		const button = event.target.closest?.('button') ?? null;
		if (button === null) return;
		event.preventDefault();
		kept = button;
	};
	const hold = (event) => event.preventDefault();
	const act = () => {
		removeEventListener('click', keep, true);
		removeEventListener('submit', hold, true);
		// A button that was drawn anew meanwhile is another one.
		if (kept?.isConnected) kept.click();
	};
	addEventListener('click', keep, true);
	addEventListener('submit', hold, true);
	addEventListener('patchfall:ready', act, { once: true });
})();
