import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ScenarioLibrary, type Pack } from '../room/scenario-library.ts';
import { membersFor, type Ensemble } from '../scenario/calibration/ensemble.ts';
import type { Library } from '../scenario/scenario.ts';
import type { Order } from '../sim/model.ts';
import { MODEL_FILE, packsOf, type PackFiles } from '../scenario/packs/index.ts';

const SCENARIO = join(import.meta.dirname, '..', 'scenario');
const PACKS = join(SCENARIO, 'packs');
const EARTH = join(SCENARIO, 'worlds', 'earth.json');

const ENSEMBLE = join(SCENARIO, 'calibration', 'ensemble.generated.json');

const textOf = (file: string) => readFileSync(file, 'utf8');

/** The built-in scenarios, with the world and the model that they name, read from the disk. */
export function libraryOnDisk(): ScenarioLibrary {
	return new ScenarioLibrary({
		earth: textOf(EARTH),
		models: [{ name: MODEL_FILE, text: textOf(join(PACKS, MODEL_FILE)) }],
		scenarios: builtInPacks().map(({ file, text, parts }) => ({ name: file, text, parts }))
	});
}

/** The files of the built-in scenarios, in the order of their ids. */
export function builtInPacks(): PackFiles[] {
	const files = readdirSync(PACKS, { recursive: true, encoding: 'utf8' }).filter((file) =>
		file.endsWith('.yaml')
	);
	return packsOf(
		Object.fromEntries(files.map((file) => [file.replaceAll('\\', '/'), textOf(join(PACKS, file))]))
	);
}

/** The accepted parameter sets of a scenario, as orders for its start. Read once. */
export function ensembleOnDisk({ scenario }: Pack, library: Library): readonly Order[][] {
	ensemble ??= JSON.parse(textOf(ENSEMBLE)) as Ensemble;
	return membersFor(scenario, library, ensemble);
}
let ensemble: Ensemble | null = null;
