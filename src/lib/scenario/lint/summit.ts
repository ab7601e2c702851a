import { PARAMETER_IDS } from '../../sim/parameters.ts';
import type { Finding, Path } from '../parse/fault.ts';
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
		yield { path: ['summit'], message: 'the summit has no rules', remedy: 'add rules', onKey: true };
	}
	yield* partyRule(
		summit,
		file.roles.map(({ id }) => id)
	);
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
	yield* facts(['summit', 'measures'], summit.measures, known);
	yield* facts(['summit', 'limits'], summit.limits, known);
	yield* facts(['summit', 'history'], summit.history, known);
}

const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id);

function* references(path: Path, what: string, ids: readonly string[], known: readonly string[]) {
	for (const [i, id] of ids.entries()) yield* reference([...path, i], what, id, known);
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
			const message = `the weights add up to ${sum}, not to 100`;
			yield { path: [...path, 'weights'], message, remedy: 'correct the weights' };
		}
		for (const [r, { when }] of redLines.entries()) {
			yield* conditionRule([...path, 'redLines', r, 'when'], when, measures);
		}
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
		yield* references([...path, 'levers'], 'lever', measure.levers, PARAMETER_IDS);
		yield* distinct([...path, 'parameters'], measure.parameters);
		for (const [i, { weak, reference, strong }] of measure.parameters.entries()) {
			if (weak !== reference && (reference - weak) * (strong - reference) >= 0) continue;
			const message = 'the reference does not lie between weak and strong';
			yield { path: [...path, 'parameters', i, 'reference'], message, remedy: 'put the three in order' };
		}
		if (measure.fullMonths < measure.leadMonths) {
			const message = 'it works fully before it begins to work';
			yield { path: [...path, 'fullMonths'], message, remedy: 'let it end after leadMonths' };
		}
		if (measure.facts.length === 0 && measure.assumed === undefined) {
			const message = `nothing says where '${measure.id}' comes from`;
			yield { path, message, remedy: 'add facts, or assumed with the reason' };
		}
		yield* conflictRule(path, measure, measures);
	}
	const cycle = cycleIn(new Map(measures.map(({ id, requires }) => [id, requires])));
	if (cycle !== null) {
		const message = `these measures need one another: ${cycle.join(' → ')}`;
		const at = ids.indexOf(cycle[0]!);
		yield {
			path: ['summit', 'measures', at, 'requires'],
			message,
			remedy: 'remove one of the prerequisites'
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
			yield { path: place, message: 'theirs and exceeds go together', remedy: 'write both, or neither' };
		}
		if (exceeds !== undefined)
			yield* reference([...place, 'exceeds'], 'parameter', exceeds, idsOf(parameters));
		const others = all.find(({ id }) => id === other)?.parameters;
		if (theirs !== undefined && others !== undefined) {
			yield* reference([...place, 'theirs'], 'parameter', theirs, idsOf(others));
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
				const remedy = 'write parameter with atLeast, above or below, or none of them';
				yield { path: [...path, c], message: 'a parameter and its bound go together', remedy };
			}
			const found = measures.find(({ id }) => id === condition.has);
			if (condition.parameter !== undefined && found !== undefined) {
				const own = idsOf(found.parameters);
				yield* reference([...path, c, 'parameter'], 'parameter', condition.parameter, own);
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
			yield { path: [...path, 'later'], message: 'it is both within and later', remedy: 'keep one of them' };
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
			const message = `${atLeast} of ${of.length} can never agree`;
			yield { path: [...path, 'ratified', 'among', q, 'atLeast'], message, remedy: 'ask for fewer' };
		}
	}
	for (const key of ['ratified', 'partial'] as const) {
		if (rules[key].atLeast <= parties.length) continue;
		const message = `${rules[key].atLeast} of ${parties.length} can never agree`;
		yield { path: [...path, key, 'atLeast'], message, remedy: 'ask for fewer' };
	}
	yield* references([...path, 'imposed', 'by'], 'party', rules.imposed?.by ?? [], known);
	yield* references([...path, 'pressed', 'parties'], 'party', rules.pressed?.parties ?? [], known);
	yield* references([...path, 'pressed', 'judges'], 'party', rules.pressed?.judges ?? [], known);
}
