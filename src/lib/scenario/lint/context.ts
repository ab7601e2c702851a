import type { Finding, Path } from '../faults/fault.ts';
import type { NameKind, WholeKind } from '../faults/names.ts';
import { namesLike } from '../parse/nearest.ts';
import type { Parts } from '../resolve/parts.ts';
import type { Library, WorldData } from '../scenario.ts';
import type { ModelParameters, ScenarioFile } from '../schema/scenario.ts';

/** What the linter's rules look at. */
export interface Linted {
	readonly file: ScenarioFile;
	readonly parts: Parts;
	/** Null where the scenario names none, or one that the library lacks. */
	readonly model: ModelParameters | null;
	readonly world: WorldData | null;
	readonly library: Library;
}

/** A rule says nothing about a sound scenario. */
export type Rule = (linted: Linted) => Iterable<Finding>;

/** Sums of authored shares may miss 1 by what people round. */
const SUM_TOLERANCE = 1e-6;

/** Finding for a reference to something that does not exist, or nothing. */
export function* reference(
	path: Path,
	kind: NameKind,
	id: string,
	known: Iterable<string>
): Generator<Finding> {
	const ids = new Set(known);
	if (!ids.has(id)) yield { path, code: 'unknown', params: { kind, id, choices: namesLike(id, ids) } };
}

/** Finding for the keys of a mapping that name nothing. */
export function* keyReferences(
	path: Path,
	kind: NameKind,
	keys: object,
	known: Iterable<string>
): Generator<Finding> {
	const ids = new Set(known);
	for (const id of Object.keys(keys)) {
		if (ids.has(id)) continue;
		const params = { kind, id, choices: namesLike(id, ids) };
		yield { path: [...path, id], code: 'unknown', params, onKey: true };
	}
}

/** Finding for shares that do not make up a whole. */
export function* whole(path: Path, of: WholeKind, shares: readonly number[]): Generator<Finding> {
	const sum = shares.reduce((total, share) => total + share, 0);
	if (Math.abs(sum - 1) <= SUM_TOLERANCE) return;
	const shown = Math.floor(sum * 1e6 + 0.5) / 1e6;
	yield { path, code: 'notWhole', params: { of, id: null, sum: shown } };
}

/** Findings for ids that stand twice in a list. */
export function* distinct(path: Path, items: readonly { id?: string | undefined }[]): Generator<Finding> {
	const seen = new Set<string>();
	for (const [index, { id }] of items.entries()) {
		if (id === undefined) continue;
		if (seen.has(id)) yield { path: [...path, index, 'id'], code: 'idTwice', params: { id } };
		seen.add(id);
	}
}
