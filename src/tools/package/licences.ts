import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface PackageFile {
	readonly name: string;
	readonly version: string;
	readonly license?: string;
	readonly scripts?: Readonly<Record<string, string>>;
	readonly dependencies?: Readonly<Record<string, string>>;
}

export function readPackage(folder: string): PackageFile {
	return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageFile;
}

/** What pages and the server are built with, and what is therefore inside of them, besides what is imported by name. */
const BUILT_WITH = ['svelte', '@sveltejs/kit', '@sveltejs/adapter-node', 'sirv'];
/** Of these only what the build names is inside. */
const MOSTLY_TOOLS = ['@sveltejs/kit', '@sveltejs/adapter-node'];

/**
 * The packages that the built app may hold pieces of: those that are depended on, with all that they depend on, those it is
 * built with, and those that the build itself names.
 */
export function bundledPackages(projectFolder: string): readonly string[] {
	const places = new Map<string, string>();
	const left = [
		...Object.keys(readPackage(projectFolder).dependencies ?? {}),
		...BUILT_WITH,
		...namedByBuild(join(projectFolder, 'build'))
	].map((name) => ({ name, from: projectFolder }));
	for (let next = left.pop(); next !== undefined; next = left.pop()) {
		const { name, from } = next;
		const own = join(from, 'node_modules', name);
		const folder = existsSync(own) ? own : join(projectFolder, 'node_modules', name);
		if (places.has(folder) || !existsSync(folder)) continue;
		places.set(folder, name);
		if (MOSTLY_TOOLS.includes(name)) continue;
		for (const inner of Object.keys(readPackage(folder).dependencies ?? {}))
			left.push({ name: inner, from: folder });
	}
	return [...places.keys()].sort();
}

/** Packages of which the maps of the built server name a file. */
export function namedByBuild(buildFolder: string): readonly string[] {
	const maps = readdirSync(buildFolder, { recursive: true, encoding: 'utf8' }).filter((file) =>
		file.endsWith('.js.map')
	);
	const names = maps.flatMap((file) => {
		const { sources } = JSON.parse(readFileSync(join(buildFolder, file), 'utf8')) as { sources: string[] };
		return sources.map((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1]);
	});
	return [...new Set(names.filter((name) => name !== undefined))];
}

/**
 * The licences of these packages as one text.
 * @throws Error where one has none
 */
export function licencesText(folders: readonly string[]): string {
	const parts = folders.map((folder) => {
		const { name, version, license = '' } = readPackage(folder);
		const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
		if (license === '' && files.length === 0) throw new Error(`${name} says nothing of its licence.`);
		const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').trim());
		return [`${name} ${version} (${license})`, ...texts].join('\n\n');
	});
	return parts.join(`\n\n${'-'.repeat(72)}\n\n`) + '\n';
}
