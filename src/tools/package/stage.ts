import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ReadableError } from '../readable-error.ts';
import { bundledPackages, licencesText, readPackage } from './licences.ts';
import { modulesAsJavaScript } from './modules.ts';

/** What is started: commands, and threads of them. */
const ENTRIES = [
	'src/tools/node-version.js',
	'src/tools/start.ts',
	'src/tools/doctor.ts',
	'src/tools/rooms.ts',
	'src/lib/server/rooms/room-thread.ts',
	'src/lib/server/rooms/open-live-room.ts',
	'src/lib/node/pool/node-worker.ts'
];
/** What npx calls. */
const LAUNCHER = 'src/tools/patchfall.js';
/** What they read. */
const DATA = ['src/lib/scenario/packs', 'src/lib/scenario/worlds'];

/** Oldest Node that the package runs on. */
const NODE = '>=22.17';

/**
 * Lays out in a folder what the package holds, from the sources and what has been built.
 * @returns what its package.json is to say
 * @throws ReadableError where nothing has been built
 */
export function stage(projectFolder: string, folder: string): Readonly<Record<string, unknown>> {
	const build = join(projectFolder, 'build');
	if (!existsSync(join(build, 'handler.js')))
		throw new ReadableError(`Nothing is built yet (${build}). Run "npm run build" first.`);
	rmSync(folder, { recursive: true, force: true });
	const { texts, packages } = modulesAsJavaScript(projectFolder, ENTRIES);
	for (const [path, text] of texts) write(join(folder, path), text);
	for (const path of DATA)
		cpSync(join(projectFolder, path), join(folder, path), {
			recursive: true,
			filter: (file) => !/\.(ts|js)$/.test(file)
		});
	cpSync(build, join(folder, 'build'), { recursive: true, filter: (file) => !file.endsWith('.map') });
	cpSync(join(projectFolder, LAUNCHER), join(folder, LAUNCHER));
	write(join(folder, 'LICENCES.txt'), licencesText(bundledPackages(projectFolder)));
	return packageFile(projectFolder, folder, packages);
}

/** Packages are brought along, in the versions that they were tried in: nothing is fetched when it is installed. */
function packageFile(projectFolder: string, folder: string, packages: readonly string[]) {
	const { name, version, description, license } = readPackage(projectFolder) as unknown as Record<
		string,
		unknown
	>;
	const versions = packages.map((one) => [
		one,
		readPackage(join(projectFolder, 'node_modules', one)).version
	]);
	const { scripts } = readPackage(projectFolder);
	const inside = folder.slice(projectFolder.length + 1);
	return {
		...{ name, version, description, license },
		private: true,
		type: 'module',
		engines: { node: NODE },
		bin: { patchfall: `${inside}/${LAUNCHER}` },
		// Where packing is broken off this file stays; packing again puts the project's back.
		scripts: { prepack: scripts!.prepack, postpack: scripts!.postpack },
		files: [inside, 'CHANGELOG.md', 'SECURITY.md'],
		dependencies: Object.fromEntries(versions) as Record<string, string>,
		bundleDependencies: packages
	};
}

function write(file: string, text: string): void {
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, text);
}
