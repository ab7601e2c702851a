import { stringify } from 'yaml';
import { injectPart } from '../../../documents/msel-in/inject-part.ts';
import { scenarioWith } from '../../../documents/msel-in/into-scenario.ts';
import { listFrame } from '../../../documents/msel-in/list-frame.ts';
import { readList } from '../../../documents/msel-in/read-list.ts';
import { readMsel } from '../../../documents/msel-in/read-msel.ts';
import type { MselReading } from '../../../documents/msel-in/reading.ts';
import type { Table, TableFault } from '../../../documents/msel-in/table.ts';
import type { PackText, ScenarioLibrary } from '../../../room/scenario-library.ts';
import { parseScenario } from '../../../scenario/parse.ts';
import { BUILT_IN } from '../../../scenario/packs/built-in.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import { FORMAT, type ScenarioFile } from '../../../scenario/schema/scenario.ts';
import { zoneOffsetMin } from '../../../scenario/worlds/earth.ts';
import type { Fault } from '../../../scenario/faults/fault.ts';
import { readOwn, type OwnReading } from '../read-own.ts';
import type { BaseFacts, ListAsked, ListFault, ListReading, NewScenario } from './messages.ts';

/** A scenario that a list is read for: as its author wrote it, and as it is read. */
interface Base {
	readonly source: ScenarioFile;
	readonly scenario: Scenario;
}

export interface ImporterParts {
	/** Holds the built-in worlds, models and parts. */
	readonly library: ScenarioLibrary;
	/** The files of a scenario by what names it; null: it is not at hand. */
	readonly textOf: (ref: string) => Promise<PackText | null>;
}

export type MadeScenario =
	| { readonly ok: true; readonly scenario: Extract<OwnReading, { ok: true }>['scenario'] }
	| { readonly ok: false; readonly faults: readonly ListFault[] };

/** Reads one list of injects after the other, and makes scenarios of them. */
export class ListImporter {
	readonly #parts: ImporterParts;
	readonly #bases = new Map<string, Base>();
	#tables: readonly Table[] = [];

	constructor(parts: ImporterParts) {
		this.#parts = parts;
	}

	/** Takes a file in the place of the one before; what is wrong with it, or null. */
	open(name: string, bytes: Uint8Array): TableFault | null {
		const reading = readList(name, bytes);
		this.#tables = reading.ok ? reading.tables : [];
		return reading.ok ? null : reading.fault;
	}

	/** The list as it is read for a scenario; null: the scenario is not at hand. */
	async read(asked: ListAsked): Promise<ListReading | null> {
		const base = await this.#base(asked.base);
		if (base === null) return null;
		return { base: factsOf(base.scenario, asked), list: this.#listFor(base, asked) };
	}

	/** The injects as a part of a scenario, in YAML. */
	async part(asked: ListAsked): Promise<string> {
		const { injects, questions } = injectPart(this.#listFor(await this.#known(asked.base), asked).injects);
		const votes = questions.length === 0 ? {} : { questions };
		return stringify({ format: FORMAT, part: 'injects', injects, ...votes }, { lineWidth: 120 });
	}

	/** A new scenario with the injects, or what of them does not hold. */
	async make(asked: ListAsked, { title, own }: NewScenario): Promise<MadeScenario> {
		const base = await this.#known(asked.base);
		const ids = [...base.source.injects, ...base.source.questions].map(({ id }) => id);
		const part = injectPart(this.#listFor(base, asked).injects, ids);
		const id = idOf(title);
		const made = scenarioWith(base.source, part, { id, title, own });
		const text = stringify(made, { aliasDuplicateObjects: false });
		const reading = readOwn([{ name: `${id}.yaml`, text }], this.#parts.library);
		if (reading.ok) return { ok: true, scenario: reading.scenario };
		const rows = new Map(part.injects.map((entry, index) => [entry.id, part.rows[index]!]));
		const rowOf = ({ path }: Fault) => {
			const index = /^injects\[(\d+)\]/.exec(path)?.[1];
			return index === undefined ? null : (rows.get(made.injects[Number(index)]?.id ?? '') ?? null);
		};
		return { ok: false, faults: reading.faults.map((fault) => ({ row: rowOf(fault), fault })) };
	}

	#listFor({ scenario }: Base, { zone, answers, words }: ListAsked): MselReading {
		const own = Object.hasOwn(scenario.world.zones, zone) ? scenario.world.zones[zone]! : [];
		return readMsel(this.#tables, listFrame(scenario, { ...answers, zone: own }, words));
	}

	async #known(ref: string): Promise<Base> {
		const base = await this.#base(ref);
		if (base === null) throw new Error(`the scenario ${ref} is not at hand`);
		return base;
	}

	async #base(ref: string): Promise<Base | null> {
		const known = this.#bases.get(ref);
		if (known !== undefined) return known;
		const files = await this.#parts.textOf(ref);
		if (files === null) return null;
		const parsed = parseScenario(files.text, files.name, this.#parts.library.parts);
		if (!parsed.ok) return null;
		this.#bases.set(ref, parsed);
		return parsed;
	}
}

function factsOf({ title, roles, clock, world }: Scenario, { base, zone }: ListAsked): BaseFacts {
	const ahead = Object.hasOwn(world.zones, zone) ? zoneOffsetMin(world.zones, zone, clock.startMinute) : 0;
	return {
		...{ ref: base, title, roles: roles.map(({ id, name }) => ({ id, name })) },
		zones: Object.keys(world.zones).sort(),
		...{ startClock: clock.startMinute + ahead, days: clock.horizonMin / 1440 }
	};
}

const ID_MOST = 50;

/** An id that no built-in scenario has. */
function idOf(title: string): string {
	const words = title
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, ID_MOST)
		.replace(/^-+|-+$/g, '');
	const id = words === '' ? 'my-scenario' : words;
	return BUILT_IN.some((one) => one.id === id) ? `${id}-own` : id;
}
