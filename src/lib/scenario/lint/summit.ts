import { LEVER_IDS } from '../../sim/parameters.ts';
import type { Finding, Path } from '../faults/fault.ts';
import type { NameKind } from '../faults/names.ts';
import type { SummitEntry } from '../schema/summit.ts';
import { cycleIn } from './cycles.ts';
import { distinct, keyReferences, reference, type Linted } from './context.ts';
import { facts } from './people.ts';

type Measures = SummitEntry['measures'];
type Conditions = SummitEntry['limits'][number]['when'];

/** Parties, measures, law and conduct of the summit refer to what exists, and its rules can be met. */
export function* summitRule({ file, parts }: Linted): Generator<Finding> {
	const { summit } = file;
	if (summit === undefined) return;
	const known = new Set(parts.facts.map(({ id }) => id));
	if (summit.rules === undefined) {
		yield { path: ['summit'], code: 'noRules', params: {}, onKey: true };
	}
	yield* partyRule(
		summit,
		file.roles.map(({ id }) => id)
	);
	yield* speakingRule(summit, idsOf(file.vendors), idsOf(parts.sectors));
	yield* measureRule(summit);
	yield* lawRule(summit);
	yield* conductRule(
		summit,
		file.decisions.map(({ id }) => id)
	);
	yield* quorumRule(summit);
	for (const [h, { measures }] of summit.history.entries()) {
		yield* references(['summit', 'history', h, 'measures'], 'measure', measures, idsOf(summit.measures));
	}
	yield* inFactRule(summit);
	yield* facts(['summit', 'measures'], summit.measures, known);
	yield* facts(['summit', 'limits'], summit.limits, known);
	yield* facts(['summit', 'history'], summit.history, known);
	yield* facts(['summit', 'inFact'], summit.inFact, known);
}

const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id);

function* references(path: Path, kind: NameKind, ids: readonly string[], known: readonly string[]) {
	for (const [i, id] of ids.entries()) yield* reference([...path, i], kind, id, known);
}

function* partyRule({ parties, measures }: SummitEntry, roles: readonly string[]): Generator<Finding> {
	const known = idsOf(parties);
	yield* distinct(['summit', 'parties'], parties);
	for (const [p, { role, weights, trusts, redLines }] of parties.entries()) {
		const path = ['summit', 'parties', p];
		if (role !== undefined) yield* reference([...path, 'role'], 'role', role, roles);
		yield* keyReferences([...path, 'trusts'], 'party', trusts, known);
		const sum = Object.values(weights).reduce((total, weight) => total + weight, 0);
		if (sum !== 100) {
			yield { path: [...path, 'weights'], code: 'notAHundred', params: { sum } };
		}
		for (const [r, { when }] of redLines.entries()) {
			yield* conditionRule([...path, 'redLines', r, 'when'], when, measures);
		}
	}
}

function* speakingRule(
	{ parties }: SummitEntry,
	vendors: readonly string[],
	sectors: readonly string[]
): Generator<Finding> {
	for (const [p, party] of parties.entries()) {
		const path = ['summit', 'parties', p];
		yield* references([...path, 'vendors'], 'vendor', party.vendors, vendors);
		yield* references([...path, 'sectors'], 'sector', party.sectors, sectors);
	}
}

function* inFactRule({ inFact, measures }: SummitEntry): Generator<Finding> {
	for (const [i, { measure, parameters }] of inFact.entries()) {
		const path = ['summit', 'inFact', i];
		yield* reference([...path, 'measure'], 'measure', measure, idsOf(measures));
		const own = measures.find(({ id }) => id === measure)?.parameters ?? [];
		yield* keyReferences([...path, 'parameters'], 'parameterOfMeasure', parameters, idsOf(own));
	}
}

function* measureRule({ parties, measures }: SummitEntry): Generator<Finding> {
	const ids = idsOf(measures);
	const known = idsOf(parties);
	yield* distinct(['summit', 'measures'], measures);
	for (const [m, measure] of measures.entries()) {
		const path = ['summit', 'measures', m];
		yield* references([...path, 'owners'], 'party', measure.owners, known);
		yield* keyReferences([...path, 'pays'], 'party', measure.pays, known);
		yield* keyReferences([...path, 'grades'], 'party', measure.grades, known);
		yield* references([...path, 'requires'], 'measure', measure.requires, ids);
		yield* references([...path, 'levers'], 'lever', measure.levers, LEVER_IDS);
		yield* distinct([...path, 'parameters'], measure.parameters);
		for (const [i, { weak, reference, strong }] of measure.parameters.entries()) {
			if (weak !== reference && (reference - weak) * (strong - reference) >= 0) continue;
			yield { path: [...path, 'parameters', i, 'reference'], code: 'referenceOutside', params: {} };
		}
		if (measure.fullMonths < measure.leadMonths) {
			yield { path: [...path, 'fullMonths'], code: 'fullBeforeLead', params: {} };
		}
		if (measure.facts.length === 0 && measure.assumed === undefined) {
			yield { path, code: 'unsourced', params: { measure: measure.id } };
		}
		yield* conflictRule(path, measure, measures);
	}
	const cycle = cycleIn(new Map(measures.map(({ id, requires }) => [id, requires])));
	if (cycle !== null) {
		const at = ids.indexOf(cycle[0]!);
		yield {
			path: ['summit', 'measures', at, 'requires'],
			code: 'circle',
			params: { of: 'measures', ids: cycle }
		};
	}
}

function* conflictRule(
	path: Path,
	{ parameters, conflicts }: Measures[number],
	all: Measures
): Generator<Finding> {
	for (const [c, { with: other, theirs, exceeds }] of conflicts.entries()) {
		const place = [...path, 'conflicts', c];
		yield* reference([...place, 'with'], 'measure', other, idsOf(all));
		if ((theirs === undefined) !== (exceeds === undefined)) {
			yield { path: place, code: 'theirsWithoutExceeds', params: {} };
		}
		if (exceeds !== undefined)
			yield* reference([...place, 'exceeds'], 'parameterOfMeasure', exceeds, idsOf(parameters));
		const others = all.find(({ id }) => id === other)?.parameters;
		if (theirs !== undefined && others !== undefined) {
			yield* reference([...place, 'theirs'], 'parameterOfMeasure', theirs, idsOf(others));
		}
	}
}

function* lawRule({ parties, measures, limits }: SummitEntry): Generator<Finding> {
	yield* distinct(['summit', 'limits'], limits);
	for (const [l, { keeper, when }] of limits.entries()) {
		const path = ['summit', 'limits', l];
		yield* reference([...path, 'keeper'], 'party', keeper, idsOf(parties));
		yield* conditionRule([...path, 'when'], when, measures);
	}
}

function* conditionRule(path: Path, conditions: Conditions, measures: Measures): Generator<Finding> {
	for (const [c, condition] of conditions.entries()) {
		if ('lacks' in condition) {
			yield* reference([...path, c, 'lacks'], 'measure', condition.lacks, idsOf(measures));
		} else if ('has' in condition) {
			yield* reference([...path, c, 'has'], 'measure', condition.has, idsOf(measures));
			const bounds = [condition.atLeast, condition.above, condition.below].filter((one) => one !== undefined);
			if ((condition.parameter === undefined) !== (bounds.length === 0)) {
				yield { path: [...path, c], code: 'boundWithoutParameter', params: {} };
			}
			const found = measures.find(({ id }) => id === condition.has);
			if (condition.parameter !== undefined && found !== undefined) {
				const own = idsOf(found.parameters);
				yield* reference([...path, c, 'parameter'], 'parameterOfMeasure', condition.parameter, own);
			}
		}
	}
}

function* conductRule({ parties, conduct }: SummitEntry, decisions: readonly string[]): Generator<Finding> {
	const known = idsOf(parties);
	yield* distinct(['summit', 'conduct'], conduct);
	for (const [c, { decision, within, later, of, with: others }] of conduct.entries()) {
		const path = ['summit', 'conduct', c];
		yield* reference([...path, 'decision'], 'decision', decision, decisions);
		yield* reference([...path, 'of'], 'party', of, known);
		yield* references([...path, 'with'], 'party', others ?? [], known);
		if (within !== undefined && later !== undefined) {
			yield { path: [...path, 'later'], code: 'withinAndLater', params: {} };
		}
	}
}

/** Whoever counts towards an accord is there, and there are enough of them. */
function* quorumRule({ parties, measures, rules }: SummitEntry): Generator<Finding> {
	if (rules === undefined) return;
	const known = idsOf(parties);
	const path = ['summit', 'rules'];
	yield* reference([...path, 'audit', 'measure'], 'measure', rules.audit.measure, idsOf(measures));
	for (const [q, { of, atLeast }] of rules.ratified.among.entries()) {
		yield* references([...path, 'ratified', 'among', q, 'of'], 'party', of, known);
		if (atLeast > of.length) {
			yield {
				path: [...path, 'ratified', 'among', q, 'atLeast'],
				code: 'neverEnough',
				params: { atLeast, of: of.length }
			};
		}
	}
	for (const key of ['ratified', 'partial'] as const) {
		if (rules[key].atLeast <= parties.length) continue;
		const params = { atLeast: rules[key].atLeast, of: parties.length };
		yield { path: [...path, key, 'atLeast'], code: 'neverEnough', params };
	}
	yield* references([...path, 'imposed', 'by'], 'party', rules.imposed?.by ?? [], known);
	yield* references([...path, 'pressed', 'parties'], 'party', rules.pressed?.parties ?? [], known);
	yield* references([...path, 'pressed', 'judges'], 'party', rules.pressed?.judges ?? [], known);
}
