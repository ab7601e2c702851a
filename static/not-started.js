/*
 * Where a script that the page begins with does not come, the page stands there and answers nobody: it is said, in the
 * page's first words, at once where the browser tells, else after a while. Once the page has begun it speaks for itself.
 */
(() => {
	const PATIENCE_MS = 15_000;
	let hasBegun = false;
	const say = () => {
		const words = document.querySelector('.not-started');
		if (!hasBegun && words !== null) words.hidden = false;
	};
	addEventListener('unhandledrejection', say);
	setTimeout(say, PATIENCE_MS);
	addEventListener(
		'patchfall:ready',
		() => {
			hasBegun = true;
			document.querySelector('.not-started').hidden = true;
		},
		{ once: true }
	);
})();
