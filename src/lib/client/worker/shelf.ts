import { exerciseScenario } from '../../exercise/scenario/from-scenario.ts';
import type { ExerciseScenario } from '../../exercise/scenario/scenario.ts';
import type { Size } from '../../scenario/compile/detail.ts';
import { compileModel } from '../../scenario/compile/model.ts';
import { formatFault, parseModelCard, parseScenario, type Fault } from '../../scenario/parse.ts';
import type { Library, Scenario } from '../../scenario/scenario.ts';
import { parseEarth } from '../../scenario/worlds/earth.ts';
import type { Model } from '../../sim/model.ts';
import type { FileFault } from '../messages.ts';
import type { PackText } from '../packs.ts';
import type { ScenarioSource } from '../run-client.ts';

/** A scenario with all that runs need of it. */
export interface Pack {
	/** Name of the author's file; null: built in. */
	readonly fileName: string | null;
	readonly scenario: Scenario;
	/** The tables of the full size. */
	readonly model: Model;
	readonly exercise: ExerciseScenario;
}

export type Opened =
	| { readonly ok: true; readonly pack: Pack }
	| { readonly ok: false; readonly file: string; readonly faults: readonly FileFault[] };

export interface ShelfTexts {
	readonly earth: string;
	readonly modelCards: readonly PackText[];
	readonly scenarios: readonly PackText[];
}

/** More than any scenario has. A scenario that large would be refused anyway, only later. */
const CHARACTERS_MOST = 4_000_000;

/** The scenarios at hand: the built-in ones, and the author's file that was opened last. */
export class Shelf {
	readonly #library: Library;
	readonly #builtIn: readonly Scenario[];
	readonly #compiled = new Map<string, Pack>();
	readonly #coarse = new WeakMap<Scenario, Model>();
	#authored: Pack | null = null;
	#authoredText = '';

	/** @throws Error naming the fault where a built-in pack does not hold */
	constructor({ earth, modelCards, scenarios }: ShelfTexts) {
		const cards = modelCards.map(({ name, text }) => {
			const parsed = parseModelCard(text, name);
			if (!parsed.ok) throw new Error(formatFault(parsed.faults[0]));
			return [parsed.card.id, parsed.card] as const;
		});
		this.#library = {
			worlds: { earth: parseEarth(JSON.parse(earth)) },
			models: Object.fromEntries(cards),
			parts: Object.fromEntries(scenarios.flatMap(({ parts = {} }) => Object.entries(parts)))
		};
		this.#builtIn = scenarios.map(({ name, text }) => {
			const parsed = parseScenario(text, name, this.#library);
			if (!parsed.ok) throw new Error(formatFault(parsed.faults[0]));
			return parsed.scenario;
		});
	}

	get builtIn(): readonly Scenario[] {
		return this.#builtIn;
	}

	open(source: ScenarioSource): Opened {
		return source.kind === 'builtIn'
			? this.#openBuiltIn(source.id)
			: this.#openFile(source.name, source.text);
	}

	/** The scenario of this id, where it is at hand: the author's file goes before a built-in one. */
	byId(id: string): Pack | undefined {
		if (this.#authored?.scenario.id === id) return this.#authored;
		const opened = this.#openBuiltIn(id);
		return opened.ok ? opened.pack : undefined;
	}

	/**
	 * The tables of a scenario in a size.
	 * @throws Error with the first fault of a scenario that does not open
	 */
	modelOf(source: ScenarioSource, size: Size): Model {
		const pack = this.#opened(source);
		if (size === 'full') return pack.model;
		const known = this.#coarse.get(pack.scenario) ?? compileModel(pack.scenario, size);
		this.#coarse.set(pack.scenario, known);
		return known;
	}

	#opened(source: ScenarioSource): Pack {
		const isOpen = source.kind === 'file' && this.#authored !== null && source.text === this.#authoredText;
		const opened = isOpen ? { ok: true as const, pack: this.#authored! } : this.open(source);
		if (opened.ok) return opened.pack;
		const [{ what, remedy }] = opened.faults as [FileFault];
		throw new Error(`${opened.file}: ${what}; ${remedy}`);
	}

	#openBuiltIn(id: string): Opened {
		const known = this.#compiled.get(id);
		if (known !== undefined) return { ok: true, pack: known };
		const scenario = this.#builtIn.find((one) => one.id === id);
		if (scenario === undefined) {
			const ids = this.#builtIn.map((one) => one.id).join(', ');
			const fault = { what: `there is no built-in scenario '${id}'`, remedy: `Choose from: ${ids}.` };
			return { ok: false, file: id, faults: [{ file: id, line: 1, column: 1, path: '', ...fault }] };
		}
		const pack = compiled(scenario, null);
		this.#compiled.set(id, pack);
		return { ok: true, pack };
	}

	#openFile(name: string, text: string): Opened {
		if (text.length > CHARACTERS_MOST) {
			const what = `the file has ${text.length} characters; a scenario has at most ${CHARACTERS_MOST}`;
			const fault = { file: name, line: 1, column: 1, path: '', what, remedy: 'Choose a scenario file.' };
			return { ok: false, file: name, faults: [fault] };
		}
		const parsed = parseScenario(text, name, this.#library);
		if (!parsed.ok) return { ok: false, file: name, faults: parsed.faults.map(fileFault) };
		this.#authored = compiled(parsed.scenario, name);
		this.#authoredText = text;
		return { ok: true, pack: this.#authored };
	}
}

/** Tables are made when they are first asked for: not everybody needs both. */
function compiled(scenario: Scenario, fileName: string | null): Pack {
	let model: Model | null = null;
	let exercise: ExerciseScenario | null = null;
	return {
		fileName,
		scenario,
		get model() {
			return (model ??= compileModel(scenario));
		},
		get exercise() {
			return (exercise ??= exerciseScenario(scenario, this.model));
		}
	};
}

function fileFault({ message, ...place }: Fault): FileFault {
	return { ...place, what: message };
}
