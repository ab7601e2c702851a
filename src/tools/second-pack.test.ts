import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BUILT_IN } from '../lib/scenario/packs/built-in.ts';
import { readScenario } from './packs.ts';
import { projectFolder } from './project.ts';

/**
 * A second pack must not need a change anywhere else: what only one pack knows, no code names. Tests and the calibration,
 * which is to one pack's record, may; so may the list of built-in packs.
 */
const MAY_NAME =
	/\.test\.ts$|\/testing\/|\/fixtures\/|\.generated\.|^src\/lib\/scenario\/packs\/|^src\/lib\/scenario\/worlds\/|^src\/tools\/(calibration|world)\//;

/** Words about one pack that still stand in code, with what would have to come from a pack instead. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
	// Clocks of the page that compares runs: the scenario would name the places.
	'src/lib/text/en.ts': ['Sydney', 'London', 'New York'],
	// The home page's picture is of one run.
	'src/lib/text/en/home.ts': ['London', 'Mumbai', 'New York', 'Sydney', 'Tokyo'],
	// Layers of the map: a sector would say which kind of place it is.
	'src/lib/ui/map/legend/gauges.ts': ['airlines', 'hospitals', 'banks'],
	// No word of a pack: office files keep their pictures in a folder of this name.
	'src/lib/documents/office/slides.ts': ['media'],
	'src/lib/documents/office/word.ts': ['media']
};

const files = execFileSync('git', ['ls-files', 'src'], { cwd: projectFolder, encoding: 'utf8' })
	.split('\n')
	.filter((file) => /\.(ts|svelte)$/.test(file) && !MAY_NAME.test(file));

const withoutComments = (text: string) =>
	text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
const textOf = (file: string) => withoutComments(readFileSync(join(projectFolder, file), 'utf8'));

/** Kinds of roles, of vendors and of places on the map: a role of a pack may have the name of its kind. */
const KINDS = new Set(['government', 'table', 'customer', 'vendor', 'platform', 'other', 'none', 'bank']);

function wordsOf(id: string): string[] {
	const { sectors, organisations, roles, vendors, world } = readScenario(id);
	const words = [
		...[...sectors, ...organisations, ...roles, ...vendors].map((one) => one.id),
		...organisations.map(({ name }) => name),
		...world.metros.map(({ name }) => name)
	];
	return [...new Set([id, ...words])].filter((word) => !KINDS.has(word));
}

describe.each(BUILT_IN.map(({ id }) => id))('nothing outside of the pack %s', (id) => {
	const words = wordsOf(id);
	const inQuotes = new RegExp(
		`['"\`/](${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})['"\`/.]`,
		'g'
	);

	it('names it, a sector, an organisation, a role, a vendor or a city of it', () => {
		const found = files.flatMap((file) => {
			const known = new Set(KNOWN[file]);
			const named = [...textOf(file).matchAll(inQuotes)].map(([, word]) => word!);
			return [...new Set(named)].filter((word) => !known.has(word)).map((word) => `${file}: ${word}`);
		});
		expect(found).toEqual([]);
	});
});

it('no file outside of packs takes the first release for the only one', () => {
	expect(files.filter((file) => /\breleases\[0\]/.test(textOf(file)))).toEqual([]);
});
