import { partLoader } from './load-part.ts';

/** Loads a part of this page; the build puts it around every dynamic import. */
export const loadPart = partLoader({
	fetch: (url) => fetch(url),
	isLinked: (url) =>
		[...document.querySelectorAll<HTMLLinkElement>('link[href]')].some(({ href }) => href === url),
	applyStyles: (url) =>
		new Promise((resolve, reject) => {
			const link = document.createElement('link');
			link.rel = 'stylesheet';
			link.href = url;
			link.addEventListener('load', () => resolve());
			link.addEventListener('error', () => {
				link.remove();
				reject(new Error(`the style sheet ${url} did not come`));
			});
			document.head.append(link);
		})
});
