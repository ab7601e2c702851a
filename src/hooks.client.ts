import type { HandleClientError } from '@sveltejs/kit';
import { hasNotLoaded } from '$lib/client/not-loaded.ts';

/** Says where an error of the page comes from: a page that did not arrive is no fault of the server's or the page's. */
export const handleError: HandleClientError = ({ error, message }) => {
	if (hasNotLoaded(error)) return { message, source: 'network' };
	console.error(error);
	return { message, source: 'page' };
};
