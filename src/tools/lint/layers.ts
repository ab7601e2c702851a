import { posix } from 'node:path';

/** The rooms of the house, as in the architecture: each folder of `src/lib`, and `src/tools`. */
export type Layer =
	| 'sim'
	| 'scenario'
	| 'exercise'
	| 'summit'
	| 'debrief'
	| 'outages'
	| 'room'
	| 'text'
	| 'documents'
	| 'node'
	| 'map'
	| 'ui'
	| 'client'
	| 'server'
	| 'tools'
	| 'shell';

/** The pure core, each part resting on those before it. It runs anywhere: page, worker, server, command line. */
export const CORE: readonly Layer[] = ['sim', 'scenario', 'exercise', 'summit', 'debrief', 'outages', 'room'];

const SURFACES: readonly Layer[] = ['map', 'ui', 'client', 'server', 'tools'];

const MAY_IMPORT: Readonly<Record<Layer, readonly Layer[]>> = {
	sim: [],
	scenario: ['sim'],
	exercise: ['sim', 'scenario'],
	summit: ['sim', 'scenario', 'exercise'],
	debrief: ['sim', 'scenario', 'exercise', 'summit'],
	outages: ['sim', 'scenario', 'summit', 'debrief'],
	room: ['sim', 'scenario', 'exercise', 'summit', 'debrief', 'outages'],
	// Words by locale: for every surface, never for the core, which hands out codes with parameters.
	text: CORE,
	// Files that people keep, in words: pure like the core, for whoever hands them out.
	documents: [...CORE, 'text'],
	// What needs Node and neither a server nor a command line: files on the disk, worker threads.
	node: [...CORE, 'text'],
	map: [...CORE, 'text'],
	ui: [...CORE, 'text', 'documents', 'map', 'client'],
	client: [...CORE, 'text', 'documents'],
	server: [...CORE, 'text', 'node'],
	tools: [...CORE, 'text', 'documents', 'node'],
	// Where the parts are put together: routes, hooks, configuration, the start command, the home page's picture,
	// end-to-end tests.
	shell: [...CORE, 'text', 'documents', 'node', ...SURFACES]
};

/** Packages that a part of the core may use; debrief may use any that run everywhere. */
const PACKAGES: Readonly<Partial<Record<Layer, readonly string[]>>> = {
	sim: ['xstate'],
	scenario: ['valibot', 'yaml', '@valibot/to-json-schema'],
	exercise: ['xstate', 'valibot'],
	summit: ['xstate', 'valibot'],
	outages: [],
	room: ['valibot']
};
const TEST_PACKAGES = ['vitest', 'fast-check', 'xstate'];

/** Packages and aliases that tie a file to a page or to SvelteKit. */
const BOUND_TO_A_PAGE = /^(svelte|@sveltejs|pixi\.js|\$app|\$env|\$service-worker)(\/|$)/;

/** @param file path from the project folder, with forward slashes */
export function layerOf(file: string): Layer | null {
	if (
		/^src\/tools\/(start|doctor|rooms|load|fuzz|bench|build-home|home|security)(\.(test\.)?ts$|\/)/.test(file)
	)
		return 'shell';
	if (file.startsWith('src/tools/')) return 'tools';
	const [, folder] = /^src\/lib\/([^/]+)\//.exec(file) ?? [];
	if (folder !== undefined) return folder !== 'shell' && folder in MAY_IMPORT ? (folder as Layer) : null;
	return 'shell';
}

/** Tests, and what only tests use. */
export function isTest(file: string): boolean {
	return /\.test\.ts$|\/testing\//.test(file);
}

/**
 * Why `file` may not import `specifier`, or null when it may.
 * @param file path from the project folder, with forward slashes
 * @param specifier the text between the quotes of an import
 */
export function importProblem(file: string, specifier: string): string | null {
	const from = layerOf(file);
	if (from === null) return `${file} stands in no known part of src/lib`;
	const inCore = CORE.includes(from);
	const path = projectPath(file, specifier);
	if (path === null) return inCore ? packageProblem(from, specifier, isTest(file)) : null;
	if (inCore && !specifier.startsWith('.')) return `${from} runs in plain Node, which does not know "$lib"`;
	if (inCore && specifier.includes('?')) return `${from} runs in plain Node, which does not know "?" imports`;
	const to = layerOf(path);
	if (to === null || to === from || MAY_IMPORT[from].includes(to)) return null;
	// What a code means to people is tested beside the code.
	if (to === 'text' && isTest(file)) return null;
	const allowed = MAY_IMPORT[from].join(', ') || 'nothing of ours';
	return `${from} may not import ${to}; it may import ${allowed}`;
}

/** Path from the project folder of what a relative or `$lib` import names; null for a package. */
function projectPath(file: string, specifier: string): string | null {
	if (specifier.startsWith('.')) return posix.join(posix.dirname(file), specifier);
	if (specifier === '$lib' || specifier.startsWith('$lib/'))
		return 'src/lib' + specifier.slice('$lib'.length);
	return null;
}

function packageProblem(from: Layer, specifier: string, test: boolean): string | null {
	if (specifier.startsWith('node:'))
		return test ? null : `${from} runs in pages too, where there is no ${specifier}`;
	if (BOUND_TO_A_PAGE.test(specifier))
		return `${from} runs outside of pages too; it may not import ${specifier}`;
	const allowed = PACKAGES[from];
	const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
	if (allowed === undefined || allowed.includes(name) || (test && TEST_PACKAGES.includes(name))) return null;
	return `${from} may import only these packages: ${allowed.join(', ')}`;
}
