import { exerciseScenario } from '../exercise/scenario/from-scenario.ts';
import type { ExerciseScenario } from '../exercise/scenario/scenario.ts';
import type { Size } from '../scenario/compile/detail.ts';
import { compileModel } from '../scenario/compile/model.ts';
import { formatFault, parseModelParameters, parseScenario, type Fault } from '../scenario/parse.ts';
import { wholeFile, type Problem } from '../scenario/faults/fault.ts';
import { namesLike } from '../scenario/parse/nearest.ts';
import type { Library, Scenario, WorldData } from '../scenario/scenario.ts';
import { parseEarth, type EarthData } from '../scenario/worlds/earth.ts';
import type { Model } from '../sim/model.ts';
import { negotiationRules } from '../summit/log/negotiated.ts';
import { ownRef } from './scenario-ref.ts';

/** A scenario that is at hand, by what names it: built in, or an author's that is kept here; or the text of an author's file. */
export type ScenarioSource = { readonly kind: 'builtIn'; readonly id: string } | AuthorFile;

export interface AuthorFile {
	readonly kind: 'file';
	readonly name: string;
	readonly text: string;
	/** Texts of the parts that stand beside it, by name. */
	readonly parts?: Readonly<Record<string, string>>;
}

/** A file of a built-in scenario as it stands. */
export interface PackText {
	readonly name: string;
	readonly text: string;
	/** Texts of a scenario's parts, by 'scenario/part'. */
	readonly parts?: Readonly<Record<string, string>>;
}

/** A built-in scenario that has been read; without its world where that is one that scenarios share. */
export type ReadScenario = Omit<Scenario, 'world'> & { readonly world: WorldData | null };

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

/** The scenarios at hand: the built-in ones, authors' that are kept, and the author's file that was opened last. */
export class ScenarioLibrary {
	readonly #texts: LibraryTexts;
	readonly #read: Scenario[] = [];
	#earth: EarthData | null = null;
	readonly #packs = new Map<string, Pack>();
	readonly #coarse = new WeakMap<Scenario, Model>();
	#parts: Library | null = null;
	#builtIn: readonly Scenario[] | null = null;
	#authored: Pack | null = null;
	#authoredText = '';
	/** Authors' scenarios that are kept on this device, by what names them. */
	readonly #own = new Map<string, Pack>();

	/** Reads nothing yet: each scenario is parsed when it is first asked for. */
	constructor(texts: LibraryTexts) {
		this.#texts = texts;
	}

	/** Whether a scenario is at hand: the texts of a built-in one, or an author's that was kept. */
	has(ref: string): boolean {
		return (
			this.#own.has(ref) ||
			this.#read.some(({ id }) => id === ref) ||
			this.#texts.scenarios.some(({ name }) => name.startsWith(`${ref}/`))
		);
	}

	/**
	 * Takes in an author's scenario that is kept under this name; one that no longer holds is not at hand. One whose words
	 * alone have changed has the same name: its text takes the place of the one before.
	 */
	addOwn(ref: string, { name, text }: Pick<AuthorFile, 'name' | 'text'>): void {
		const known = this.#own.get(ref)?.source;
		if (known?.kind === 'file' && known.text === text) return;
		const parsed = parseScenario(text, name, this.parts);
		if (parsed.ok) this.#own.set(ref, packOf(parsed.scenario, { kind: 'file', name, text }));
	}

	/** Takes in one more built-in scenario, which has been read; one that is here already changes nothing. */
	add(scenario: ReadScenario): void {
		if (this.has(scenario.id)) return;
		// The world keeps its place among the fields: what a scenario says is known by a hash of them in their order.
		this.#read.push({ ...scenario, world: scenario.world ?? this.#sharedWorld() });
		this.#builtIn = null;
	}

	/** @throws Error naming the fault where a built-in scenario does not hold */
	get builtIn(): readonly Scenario[] {
		this.#builtIn ??= [...this.#texts.scenarios.map((texts) => this.#parsed(texts)), ...this.#read];
		return this.#builtIn;
	}

	/**
	 * The built-in worlds, model parameters and parts that scenarios may name.
	 * @throws Error naming the fault where one of them does not hold
	 */
	get parts(): Library {
		this.#parts ??= { ...readParts(this.#texts), worlds: { earth: this.#sharedWorld() } };
		return this.#parts;
	}

	#sharedWorld(): EarthData {
		return (this.#earth ??= parseEarth(JSON.parse(this.#texts.earth)));
	}

	#parsed({ name, text }: PackText): Scenario {
		const parsed = parseScenario(text, name, this.parts);
		if (!parsed.ok) throw new Error(formatFault(parsed.faults[0]));
		return parsed.scenario;
	}

	open(source: ScenarioSource): Opened {
		if (source.kind === 'file') return this.#openFile(source);
		const own = this.#own.get(source.id);
		return own === undefined ? this.#openBuiltIn(source.id) : { ok: true, pack: own };
	}

	/** The scenario of this name, where it is at hand: the author's file that was opened goes before a built-in one. */
	byId(ref: string): Pack | undefined {
		const own = this.#own.get(ref);
		if (own !== undefined) return own;
		if (this.#authored?.scenario.id === ref) return this.#authored;
		const opened = this.#openBuiltIn(ref);
		return opened.ok ? opened.pack : undefined;
	}

	/** The scenario that a log was played with: that very version of an author's, else what its id names. */
	ofLog(id: string, contentHash: string): Pack | undefined {
		return this.byId(ownRef(id, contentHash)) ?? this.byId(id);
	}

	/**
	 * The tables of a scenario in a size.
	 * @throws Error with the first fault of a scenario that does not open
	 */
	modelOf(source: ScenarioSource, size: Size): Model {
		const pack = this.packOf(source);
		if (size === 'full') return pack.model;
		const known = this.#coarse.get(pack.scenario) ?? compileModel(pack.scenario, size);
		this.#coarse.set(pack.scenario, known);
		return known;
	}

	/**
	 * A scenario with all that runs need of it.
	 * @throws Error with the first fault of a scenario that does not open
	 */
	packOf(source: ScenarioSource): Pack {
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

	#openFile(file: AuthorFile): Opened {
		const { name, text, parts } = file;
		if (text.length > CHARACTERS_MOST) {
			const params = { characters: text.length, most: CHARACTERS_MOST };
			return refused(name, { code: 'tooLarge', params });
		}
		const beside = parts === undefined ? {} : { beside: parts };
		const parsed = parseScenario(text, name, { ...this.parts, ...beside });
		if (!parsed.ok) return { ok: false, file: name, faults: parsed.faults };
		this.#authored = packOf(parsed.scenario, file);
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
			if (exercise !== null) return exercise;
			const { summit } = scenario;
			const rules = summit === undefined ? {} : { negotiation: negotiationRules(summit) };
			return (exercise = { ...exerciseScenario(scenario, this.model), ...rules });
		}
	};
}

function readParts({ models, scenarios }: LibraryTexts): Omit<Library, 'worlds'> {
	const entries = models.map(({ name, text }) => {
		const parsed = parseModelParameters(text, name);
		if (!parsed.ok) throw new Error(formatFault(parsed.faults[0]));
		return [parsed.model.id, parsed.model] as const;
	});
	return {
		models: Object.fromEntries(entries),
		parts: Object.fromEntries(scenarios.flatMap(({ parts = {} }) => Object.entries(parts)))
	};
}

function refused(file: string, problem: Problem): Opened {
	return { ok: false, file, faults: [wholeFile(file, problem)] };
}
