import { building, dev } from '$app/environment';
import type { Handle, HandleServerError } from '@sveltejs/kit';
import { errorFacts, writeLog } from '$lib/server/log';
import { openerHeaders, securityHeaders } from '$lib/server/security-headers';

/** Adds the security headers to what SvelteKit renders; a page keeps the policy (with its nonce) that Kit gave it. */
export const handle: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	const { hostname, protocol } = event.url;
	const headers = { ...securityHeaders, ...openerHeaders(hostname, protocol === 'https:') };
	for (const [name, value] of Object.entries(headers)) {
		if (!response.headers.has(name)) response.headers.set(name, value);
	}
	return response;
};

/** Logs defects of ours only; a mistyped address is the visitor's business. Visitors never see what went wrong inside. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
	if (status >= 500 && (dev || building)) console.error(error);
	else if (status >= 500) {
		writeLog('error', 'requestFailed', {
			method: event.request.method,
			route: event.route.id,
			...errorFacts(error)
		});
	}
	return { message };
};
