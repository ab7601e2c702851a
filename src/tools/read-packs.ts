import { dirname } from 'node:path';
import type { Plugin } from 'vite';
import { builtInPacks, libraryOnDisk } from '../lib/node/packs-on-disk.ts';
import type { ReadScenario } from '../lib/room/scenario-library.ts';

/** A built-in scenario's main file, asked for as it is once it has been read. */
const READ = /\/scenario\/packs\/([^/]+)\/scenario\.yaml\?read$/;

/** What has been read, by id: every worker's build asks for the same. */
const read = new Map<string, string>();

/**
 * `…/scenario.yaml?read` is the scenario itself: its files are read, checked and put together when the app is built.
 * Reading them takes a browser about a second, each time that a worker starts.
 */
export function readPacks(): Plugin {
	return {
		name: 'patchfall-read-packs',
		// Tests' cache knows a module by its own text: it would not see a part that has changed.
		configureVitest: ({ defineCacheKeyGenerator }) =>
			defineCacheKeyGenerator(({ id }) => (READ.test(id.replaceAll('\\', '/')) ? false : null)),
		load(id) {
			const [, pack] = READ.exec(id.replaceAll('\\', '/')) ?? [];
			if (pack === undefined) return null;
			const file = id.slice(0, -'?read'.length);
			const { parts } = builtInPacks().find((one) => one.id === pack)!;
			for (const part of Object.keys(parts)) this.addWatchFile(`${dirname(dirname(file))}/${part}.yaml`);
			this.addWatchFile(file);
			if (this.meta.watchMode) read.delete(pack);
			if (!read.has(pack)) read.set(pack, JSON.stringify(readPack(pack)));
			return `export default JSON.parse(${JSON.stringify(read.get(pack))});`;
		}
	};
}

/** A world that built-in scenarios share is left out: whoever takes the scenario in has it. */
function readPack(id: string): ReadScenario {
	const library = libraryOnDisk();
	const scenario = library.builtIn.find((one) => one.id === id)!;
	const { worldId, world } = scenario;
	return { ...scenario, world: worldId === null ? world : null };
}
