/*
 * Where a script that the page begins with does not come, the page stands there and answers nobody: it is said, in the
 * page's first words. Once the page has begun it speaks for itself.
 */
addEventListener('unhandledrejection', () => {
	if (document.getElementById('svelte-announcer') === null)
		document.querySelector('.not-started').hidden = false;
});
