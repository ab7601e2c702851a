import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';
import { chromiumFlags } from './src/tools/browsers/flags.ts';
import { readPacks } from './src/tools/read-packs.ts';
import { findChromium } from './src/tools/browsers/find.ts';
import { isDeep } from './src/lib/sim/testing/deep.ts';

/** Checks of what the packs say, and statistics: minutes of them. */
const CONTENT = 'src/**/*.content.test.ts';
/** Components, in a real browser. */
const BROWSER = 'src/**/*.browser.test.ts';
/** What starts servers, threads or commands. */
const SERVER = [
	'src/lib/server/**/*.test.ts',
	'src/deploy/**/*.test.ts',
	'src/tools/{doctor,lint,rooms,sim,start}/**/*.test.ts'
];
/** What is written for Vite: runes, packs taken in as text. */
const NEEDS_VITE = 'src/lib/{ui,map,client}/**/*.test.ts';

/** Patience for a busy machine; what does not end is found out by then all the same. */
const LIMIT_MS = isDeep ? 1_800_000 : 120_000;
const CONTENT_LIMIT_MS = 1_800_000;

// Workers, and the threads and servers that tests start, find what one of them has compiled before.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules', '.cache', 'compiled');

const chromium = findChromium();

const everywhere = {
	setupFiles: ['src/tools/run/property-seed.ts'],
	testTimeout: LIMIT_MS,
	hookTimeout: LIMIT_MS
};
/** Modules are read once for all files of a worker: no test leaves anything behind in one. */
const shared = { isolate: false } as const;
/** Node reads the sources itself, as in production. */
const readByNode = {
	...shared,
	experimental: { viteModuleRunner: false, nodeLoader: false }
} as const;

export default defineConfig({
	test: {
		maxWorkers: Math.max(2, availableParallelism() - 1),
		projects: [
			{
				test: {
					...everywhere,
					...readByNode,
					name: 'unit',
					include: ['src/**/*.test.ts'],
					exclude: [...configDefaults.exclude, ...SERVER, CONTENT, BROWSER, NEEDS_VITE]
				}
			},
			{
				test: {
					...everywhere,
					...readByNode,
					name: 'server',
					include: SERVER,
					exclude: [...configDefaults.exclude, CONTENT]
				}
			},
			{
				plugins: [readPacks(), sveltekit()],
				test: {
					...everywhere,
					...shared,
					name: 'unit-vite',
					include: [NEEDS_VITE],
					exclude: [...configDefaults.exclude, CONTENT, BROWSER]
				}
			},
			{
				test: {
					...everywhere,
					...readByNode,
					name: 'content',
					include: [CONTENT],
					testTimeout: CONTENT_LIMIT_MS,
					hookTimeout: CONTENT_LIMIT_MS
				}
			},
			{
				plugins: [readPacks(), sveltekit()],
				test: {
					name: 'browser',
					include: [BROWSER],
					setupFiles: ['tests/support/page-styles.ts'],
					testTimeout: LIMIT_MS,
					hookTimeout: LIMIT_MS,
					expect: { poll: { timeout: 30_000 } },
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						provider: playwright({
							launchOptions: { ...(chromium && { executablePath: chromium }), args: [...chromiumFlags] }
						}),
						instances: [{ browser: 'chromium' }]
					}
				}
			}
		]
	}
});
