import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const NETWORK = 'src/lib/client/network/';
/** What gets into a room: the page for phones and the door of a room need it, and most of it every page. */
const DOOR: readonly string[] = [
	...[
		'device-watch',
		'door-api',
		'network',
		'no-answer',
		'retries',
		'random-id',
		'room-code',
		'seat-address'
	],
	...['web-network', 'web-retries']
]
	.map((name) => `${NETWORK}${name}.ts`)
	.concat(
		['basic-figures', 'en/figures', 'locale', 'localised', 'plural'].map((name) => `src/lib/text/${name}.ts`)
	)
	.concat(['own-seats', 'keeps-cookies'].map((name) => `src/lib/client/join/${name}.ts`));
/** What follows one: every page of a room but its door. */
const LIVE: readonly string[] = [
	...[
		'feed-reader',
		'live-room.svelte',
		'network-connection',
		'open-seat',
		'request-sender',
		'room-page.svelte',
		'server-message'
	],
	'web-connection'
].map((name) => `${NETWORK}${name}.ts`);

const isOf = (names: readonly string[]) => (id: string) =>
	names.some((name) => id.replaceAll('\\', '/').endsWith(`/${name}`));
const isRuntime = (id: string) => /[/\\]node_modules[/\\](svelte|@sveltejs|esm-env|clsx)[/\\]/.test(id);
/** What answers are read with. */
const isReader = (id: string) => /[/\\]node_modules[/\\]valibot[/\\]/.test(id);

/** Scripts that a page begins with, served as they are written. */
const BEGINNINGS: readonly string[] = ['theme.js', 'early-presses.js', 'not-started.js'];

/**
 * Keeps light what a whole hall of phones loads at once: what they share comes as one file, where bundlers would make one
 * for each set of pages (many questions over a Wi-Fi, and packed worse); and what is said to programmers stays here.
 */
export function lightPages(): Plugin {
	return {
		name: 'patchfall-light-pages',
		apply: 'build',
		outputOptions(options) {
			if (this.environment.name !== 'client') return null;
			const groups = [
				// What is of others' making stays split by the pages that need it.
				{ name: 'runtime', test: isRuntime, entriesAware: true, priority: 3 },
				{ name: 'door', test: (id: string) => isReader(id) || isOf(DOOR)(id), priority: 2 },
				{ name: 'live', test: isOf(LIVE), priority: 1 }
			];
			return { ...options, ...withShortNames(options), codeSplitting: { groups } };
		},
		writeBundle({ dir = '' }) {
			if (this.environment.name !== 'client') return;
			for (const file of BEGINNINGS.map((name) => join(dir, name)).filter(existsSync))
				writeFileSync(file, withoutHead(readFileSync(file, 'utf8')));
		}
	};
}

type Names = Partial<Record<'chunkFileNames' | 'assetFileNames', unknown>>;

/** Every page begins with the names of all parts and styles of the app, and these hardly compress. */
function withShortNames({ chunkFileNames, assetFileNames }: Names): Record<string, string> {
	const names = Object.entries({ chunkFileNames, assetFileNames }).filter(
		([, name]) => typeof name === 'string'
	);
	return Object.fromEntries(
		// The bundler takes no shorter hash for so many parts.
		names.map(([key, name]) => [key, (name as string).replace(/(\[name\]\.)?\[hash\]/, '[hash:7]')])
	);
}

/** Without the comment that it begins with. */
function withoutHead(script: string): string {
	return script.replace(/^\/\*[\s\S]*?\*\/\s*/, '');
}
