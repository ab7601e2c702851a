import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { projectFolder } from '../project.ts';
import type { Texts } from './hashes.ts';

const SCENARIO = join(projectFolder, 'src', 'lib', 'scenario');
const ENTRY = join(projectFolder, 'src', 'tools', 'engines', 'hashes.ts');

/** The expression that gives all state hashes as JSON, once the script has run. */
export const ASK = 'patchfallHashes()';

/**
 * The room and the physics as one plain script with the texts they need, for any engine with the language alone: no
 * modules, files, timers or document. It defines what {@link ASK} calls.
 */
export async function engineScript(): Promise<string> {
	const script = [
		// XState takes hold of the console's log while it loads; a shell need not have one.
		'globalThis.console ??= { log() {} };',
		await bundle(),
		`const texts = ${JSON.stringify(readTexts())};`,
		'function patchfallHashes() { return JSON.stringify(patchfall.allHashes(texts)); }'
	].join('\n');
	return script.replace(/[^\0-\x7f]/g, escaped);
}

/** Shells do not agree on the encoding of a script. */
function escaped(unit: string): string {
	return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

async function bundle(): Promise<string> {
	const built = await build({
		configFile: false,
		logLevel: 'error',
		define: { 'process.env.NODE_ENV': '"production"' },
		build: {
			write: false,
			minify: false,
			// What SpiderMonkey 102 speaks. Below it private fields would become weak maps, ten times slower.
			target: 'es2022',
			lib: { entry: ENTRY, formats: ['iife'], name: 'patchfall' }
		}
	});
	const output = (Array.isArray(built) ? built : [built]).flatMap((one) =>
		'output' in one ? one.output : []
	);
	const [chunk] = output;
	if (output.length !== 1 || chunk?.type !== 'chunk')
		throw new Error('the room and the physics did not become one script');
	return chunk.code;
}

function readTexts(): Texts {
	const folder = join(SCENARIO, 'packs');
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
	const texts = files
		.filter((file) => file.endsWith('.yaml'))
		.map((file) => [file.replaceAll('\\', '/'), readFileSync(join(folder, file), 'utf8')] as const);
	return {
		packs: Object.fromEntries(texts),
		earth: JSON.parse(readFileSync(join(SCENARIO, 'worlds', 'earth.json'), 'utf8'))
	};
}
