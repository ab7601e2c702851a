import { exerciseScenario } from '../exercise/scenario/from-scenario.ts';
import type { ExerciseScenario } from '../exercise/scenario/scenario.ts';
import type { Size } from '../scenario/compile/detail.ts';
import { compileModel } from '../scenario/compile/model.ts';
import { formatFault, parseModelParameters, parseScenario, type Fault } from '../scenario/parse.ts';
import { wholeFile, type Problem } from '../scenario/faults/fault.ts';
import { namesLike } from '../scenario/parse/nearest.ts';
import type { Library, Scenario } from '../scenario/scenario.ts';
import { parseEarth } from '../scenario/worlds/earth.ts';
import type { Model } from '../sim/model.ts';

/** A scenario that is built in, or the text of an author's file. */
export type ScenarioSource =
	| { readonly kind: 'builtIn'; readonly id: string }
	| { readonly kind: 'file'; readonly name: string; readonly text: string };

/** A file of a built-in scenario as it stands. */
export interface PackText {
	readonly name: string;
	readonly text: string;
	/** Texts of a scenario's parts, by 'scenario/part'. */
	readonly parts?: Readonly<Record<string, string>>;
}

/** The texts that a library reads: the caller has them from a bundle or from a disk. */
export interface LibraryTexts {
	readonly earth: string;
	readonly models: readonly PackText[];
	readonly scenarios: readonly PackText[];
}

/** A scenario with all that runs need of it. */
export interface Pack {
	/** Name of the author's file; null: built in. */
	readonly fileName: string | null;
	/** From where another thread has the same. */
	readonly source: ScenarioSource;
	readonly scenario: Scenario;
	/** The tables of the full size. */
	readonly model: Model;
	readonly exercise: ExerciseScenario;
}

export type Opened =
	| { readonly ok: true; readonly pack: Pack }
	| { readonly ok: false; readonly file: string; readonly faults: readonly Fault[] };

/** More than any scenario has. A scenario that large would be refused anyway, only later. */
const CHARACTERS_MOST = 4_000_000;

/** The scenarios at hand: the built-in ones, and the author's file that was opened last. */
export class ScenarioLibrary {
	#texts: LibraryTexts;
	readonly #packs = new Map<string, Pack>();
	readonly #coarse = new WeakMap<Scenario, Model>();
	#parts: Library | null = null;
	#builtIn: readonly Scenario[] | null = null;
	#authored: Pack | null = null;
	#authoredText = '';

	/** Reads nothing yet: each scenario is parsed when it is first asked for. */
	constructor(texts: LibraryTexts) {
		this.#texts = texts;
	}

	/** Whether the texts of a built-in scenario are at hand. */
	has(id: string): boolean {
		return this.#texts.scenarios.some(({ name }) => name.startsWith(`${id}/`));
	}

	/** Takes in the texts of one more built-in scenario. */
	add(scenario: PackText): void {
		this.#texts = { ...this.#texts, scenarios: [...this.#texts.scenarios, scenario] };
		this.#parts = null;
		this.#builtIn = null;
	}

	/** @throws Error naming the fault where a built-in scenario does not hold */
	get builtIn(): readonly Scenario[] {
		this.#builtIn ??= this.#texts.scenarios.map(({ name, text }) => {
			const parsed = parseScenario(text, name, this.parts);
			if (!parsed.ok) throw new Error(formatFault(parsed.faults[0]));
			return parsed.scenario;
		});
		return this.#builtIn;
	}

	/**
	 * The built-in worlds, model parameters and parts that scenarios may name.
	 * @throws Error naming the fault where one of them does not hold
	 */
	get parts(): Library {
		this.#parts ??= readParts(this.#texts);
		return this.#parts;
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
		if (source.kind === 'file' && this.#authored !== null && source.text === this.#authoredText)
			return this.#authored;
		const opened = this.open(source);
		if (opened.ok) return opened.pack;
		throw new Error(formatFault(opened.faults[0]));
	}

	#openBuiltIn(id: string): Opened {
		const known = this.#packs.get(id);
		if (known !== undefined) return { ok: true, pack: known };
		const scenario = this.builtIn.find((one) => one.id === id);
		if (scenario === undefined) {
			const choices = namesLike(
				id,
				this.builtIn.map((one) => one.id)
			);
			return refused(id, { code: 'unknown', params: { kind: 'scenario', id, choices } });
		}
		const pack = packOf(scenario);
		this.#packs.set(id, pack);
		return { ok: true, pack };
	}

	#openFile(name: string, text: string): Opened {
		if (text.length > CHARACTERS_MOST) {
			const params = { characters: text.length, most: CHARACTERS_MOST };
			return refused(name, { code: 'tooLarge', params });
		}
		const parsed = parseScenario(text, name, this.parts);
		if (!parsed.ok) return { ok: false, file: name, faults: parsed.faults };
		this.#authored = packOf(parsed.scenario, { kind: 'file', name, text });
		this.#authoredText = text;
		return { ok: true, pack: this.#authored };
	}
}

/** A scenario's pack. Tables are made when they are first asked for: not every caller needs both. */
export function packOf(
	scenario: Scenario,
	source: ScenarioSource = { kind: 'builtIn', id: scenario.id }
): Pack {
	let model: Model | null = null;
	let exercise: ExerciseScenario | null = null;
	return {
		fileName: source.kind === 'file' ? source.name : null,
		source,
		scenario,
		get model() {
			return (model ??= compileModel(scenario));
		},
		get exercise() {
			return (exercise ??= exerciseScenario(scenario, this.model));
		}
	};
}

function readParts({ earth, models, scenarios }: LibraryTexts): Library {
	const entries = models.map(({ name, text }) => {
		const parsed = parseModelParameters(text, name);
		if (!parsed.ok) throw new Error(formatFault(parsed.faults[0]));
		return [parsed.model.id, parsed.model] as const;
	});
	return {
		worlds: { earth: parseEarth(JSON.parse(earth)) },
		models: Object.fromEntries(entries),
		parts: Object.fromEntries(scenarios.flatMap(({ parts = {} }) => Object.entries(parts)))
	};
}

function refused(file: string, problem: Problem): Opened {
	return { ok: false, file, faults: [wholeFile(file, problem)] };
}
