import type { Finding } from '../faults/fault.ts';
import { cycleIn } from './cycles.ts';
import { distinct, keyReferences, reference, whole, type Linted } from './context.ts';

/** Roles and their organisations refer to what exists. */
export function* organisationRule({ file, parts, world }: Linted): Generator<Finding> {
	const roles = file.roles.map(({ id }) => id);
	const vendors = file.vendors.map(({ id }) => id);
	const sectors = parts.sectors.map(({ id }) => id);
	const metros = world?.metros.map(({ id }) => id) ?? null;
	yield* distinct(['roles'], file.roles);
	yield* distinct(['organisations'], file.organisations);
	for (const [i, { vendor }] of file.roles.entries()) {
		if (vendor !== undefined) yield* reference(['roles', i, 'vendor'], 'vendor', vendor, vendors);
	}
	for (const [i, own] of file.organisations.entries()) {
		const path = ['organisations', i];
		yield* reference([...path, 'sector'], 'sector', own.sector, sectors);
		if (own.role !== undefined) yield* reference([...path, 'role'], 'role', own.role, roles);
		yield* keyReferences([...path, 'vendors'], 'vendor', own.vendors, vendors);
		yield* whole([...path, 'vendors'], 'shares', Object.values(own.vendors));
		if (own.classMix !== undefined) {
			yield* whole([...path, 'classMix'], 'shares', Object.values(own.classMix));
		}
		const seen = new Set<string>();
		for (const [s, { metro }] of own.sites.entries()) {
			const place = [...path, 'sites', s, 'metro'];
			if (metros !== null) yield* reference(place, 'metro', metro, metros);
			if (seen.has(metro)) yield { path: place, code: 'twice', params: { kind: 'site', id: metro } };
			seen.add(metro);
		}
	}
}

/** Decisions and acts are the roles'; prerequisites exist and do not need one another. */
export function* playRule({ file }: Linted): Generator<Finding> {
	const roles = file.roles.map(({ id }) => id);
	const decisions = file.decisions.map(({ id }) => id);
	yield* distinct(['decisions'], file.decisions);
	yield* distinct(['record', 'measured'], file.record.measured);
	const edges = new Map<string, readonly string[]>();
	for (const [i, { id, role, requires, unless, confirmedBy }] of file.decisions.entries()) {
		yield* reference(['decisions', i, 'role'], 'role', role, roles);
		if (confirmedBy !== undefined)
			yield* reference(['decisions', i, 'confirmedBy'], 'role', confirmedBy, roles);
		for (const [r, needed] of requires.entries()) {
			yield* reference(['decisions', i, 'requires', r], 'decision', needed, decisions);
		}
		for (const [u, other] of unless.entries()) {
			yield* reference(['decisions', i, 'unless', u], 'decision', other, decisions);
		}
		edges.set(id, requires);
	}
	if (file.signal !== undefined) yield* reference(['signal', 'role'], 'role', file.signal.role, roles);
	const cycle = cycleIn(edges);
	if (cycle !== null) {
		const at = decisions.indexOf(cycle[0]!);
		const params = { of: 'decisions', ids: cycle } as const;
		yield { path: ['decisions', at, 'requires'], code: 'circle', params };
	}
	for (const [i, { role, decision, set }] of file.record.acts.entries()) {
		const path = ['record', 'acts', i];
		if (role !== undefined) yield* reference([...path, 'role'], 'role', role, roles);
		if (decision === undefined) continue;
		yield* reference([...path, 'decision'], 'decision', decision, decisions);
		if (set !== undefined) yield { path: [...path, 'set'], code: 'actWithBoth', params: {} };
	}
}

/** Every fact that is cited is there. */
export function* factRule({ file, parts }: Linted): Generator<Finding> {
	yield* distinct(['facts'], file.facts);
	const known = new Set(parts.facts.map(({ id }) => id));
	const cited: [string, readonly { facts?: readonly string[] | undefined }[]][] = [
		['sectors', file.sectors ?? []],
		['ownSectors', file.ownSectors],
		['releases', file.releases],
		['ringPlans', file.ringPlans],
		['parameters', file.parameters],
		['decisions', file.decisions],
		['injects', file.injects]
	];
	for (const [part, items] of cited) yield* facts([part], items, known);
	yield* facts(['fleet', 'vendors'], file.fleet.vendors, known);
	yield* facts(['record', 'acts'], file.record.acts, known);
	yield* facts(['record', 'measured'], file.record.measured, known);
}

/** Facts that the items of a list cite. */
export function* facts(
	path: (string | number)[],
	items: readonly { facts?: readonly string[] | undefined }[],
	known: ReadonlySet<string>
): Generator<Finding> {
	for (const [i, item] of items.entries()) {
		for (const [f, id] of (item.facts ?? []).entries()) {
			yield* reference([...path, i, 'facts', f], 'fact', id, known);
		}
	}
}
