/*
 * Sets theme and language before anything is drawn. A file of its own because pages may run no inline script. The theme
 * is dark, paper (light), or the system's; paper prints on paper, whatever the screen shows.
 */
(() => {
	const KEY = 'patchfall.theme';
	const root = document.documentElement;
	const light = matchMedia('(prefers-color-scheme: light)');
	const print = matchMedia('print');
	let chosen = 'dark';
	try {
		chosen = localStorage.getItem(KEY) ?? chosen;
		const locale = localStorage.getItem('patchfall.locale');
		if (locale !== null) root.dataset.locale = root.lang = locale;
	} catch {
		// Without storage the theme lasts as long as the page.
	}
	let printing = false;
	const show = () => {
		const paper = printing || print.matches || chosen === 'paper' || (chosen === 'system' && light.matches);
		root.dataset.theme = paper ? 'paper' : 'dark';
	};
	addEventListener('patchfall:theme', ({ detail }) => {
		chosen = detail;
		show();
	});
	addEventListener('beforeprint', () => {
		printing = true;
		show();
	});
	addEventListener('afterprint', () => {
		printing = false;
		show();
	});
	light.addEventListener('change', show);
	print.addEventListener('change', show);
	show();
})();
