/**
 * The one Content-Security-Policy of the project, as directives.
 *
 * Plain JavaScript because svelte.config.js reads it too, and editors load that file with whatever Node they bring.
 * SvelteKit adds a nonce (or hashes, when prerendering) for its own start script; nothing else may run inline.
 * `wasm-unsafe-eval` lets WebAssembly compile; it does not allow `eval`.
 *
 * @satisfies {NonNullable<NonNullable<import('@sveltejs/kit').KitConfig['csp']>['directives']>}
 */
export const contentPolicy = {
	'default-src': ['self'],
	'script-src': ['self', 'wasm-unsafe-eval'],
	'style-src': ['self'],
	'worker-src': ['self'],
	'img-src': ['self', 'data:', 'blob:'],
	'font-src': ['self'],
	'connect-src': ['self'],
	'object-src': ['none'],
	'base-uri': ['none'],
	'frame-ancestors': ['none'],
	'form-action': ['self']
};
