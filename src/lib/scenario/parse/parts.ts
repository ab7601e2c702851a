import type { Finding, Fault, Places } from '../faults/fault.ts';
import type { Source } from './source.ts';
import type { PartFile, ScenarioFile } from '../schema/scenario.ts';

export interface ReadPart {
	readonly value: PartFile;
	readonly source: Source;
}

const LISTS = [
	'roles',
	'organisations',
	'decisions',
	'injects',
	'objectives',
	'experts',
	'cuts',
	'questions',
	'facts'
] as const;
const RECORD_LISTS = ['acts', 'measured'] as const;
const SUMMIT_LISTS = ['parties', 'measures', 'limits', 'conduct', 'history', 'inFact'] as const;
/** Parts with lists of their own. */
const GROUPS: readonly unknown[] = ['record', 'summit'];

type Items = Record<string, readonly unknown[]>;

/**
 * A scenario with the lists of its parts appended in their order, as if its author had kept it in one file, and where
 * each item really stands.
 */
export function joinParts(
	{ parts: _names, ...file }: ScenarioFile,
	source: Source,
	parts: readonly ReadPart[]
): { readonly file: ScenarioFile; readonly places: Places } {
	const joined = new Joined(source);
	const all = [{ value: file, source }, ...parts];
	const lists: Items = {};
	for (const key of LISTS) {
		lists[key] = all.flatMap((one) => joined.add(key, (one.value as unknown as Items)[key]!, one.source));
	}
	const record: Items = {};
	for (const key of RECORD_LISTS) {
		record[key] = all.flatMap((one) => joined.add(`record.${key}`, one.value.record[key], one.source));
	}
	const summit = joinSummit(joined, all);
	return { file: { ...file, ...lists, record, ...summit } as unknown as ScenarioFile, places: joined };
}

/** What all files say of the summit; nothing where none of them does. The first that has rules says them. */
function joinSummit(joined: Joined, all: readonly (Pick<ReadPart, 'source'> & { value: object })[]): object {
	const said = all.flatMap(({ value, source }) => {
		const { summit } = value as Pick<PartFile, 'summit'>;
		return summit === undefined ? [] : [{ summit, source }];
	});
	if (said.length === 0) return {};
	const summit: Items = {};
	for (const key of SUMMIT_LISTS) {
		summit[key] = said.flatMap((one) => joined.add(`summit.${key}`, one.summit[key], one.source));
	}
	const rules = said.flatMap((one) =>
		one.summit.rules === undefined ? [] : joined.add('summit.rules', [one.summit.rules], one.source)
	);
	return { summit: { ...summit, ...(rules.length > 0 && { rules: rules[0] }) } };
}

/** Lists that were put together from several files. */
class Joined implements Places {
	readonly #sources: Source[];
	/** By list: which source its items come from, and the index of the first of them in the whole list. */
	readonly #pieces = new Map<string, { readonly source: Source; readonly from: number; to: number }[]>();

	constructor(root: Source) {
		this.#sources = [root];
	}

	add(list: string, items: readonly unknown[], source: Source): readonly unknown[] {
		if (!this.#sources.includes(source)) this.#sources.push(source);
		const pieces = this.#pieces.get(list) ?? [];
		const from = pieces.at(-1)?.to ?? 0;
		if (items.length > 0) this.#pieces.set(list, [...pieces, { source, from, to: from + items.length }]);
		return items;
	}

	fault(finding: Finding): Fault {
		const { path } = finding;
		const depth = GROUPS.includes(path[0]) ? 2 : 1;
		const index = path[depth];
		const pieces = this.#pieces.get(path.slice(0, depth).join('.')) ?? [];
		const piece =
			typeof index === 'number' ? pieces.find(({ from, to }) => from <= index && index < to) : pieces[0];
		if (piece === undefined) return this.#sources[0]!.fault(finding);
		if (typeof index !== 'number') return piece.source.fault(finding);
		const own = [...path.slice(0, depth), index - piece.from, ...path.slice(depth + 1)];
		return piece.source.fault({ ...finding, path: own });
	}

	fileIndex({ file }: Fault): number {
		return this.#sources.findIndex((source) => source.file === file);
	}
}
