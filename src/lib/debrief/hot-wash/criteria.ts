import type { ExerciseScenario } from '../../exercise/scenario/scenario.ts';
import { evaluate, type Scope } from '../../scenario/expression/evaluate.ts';
import type { Expression, Node } from '../../scenario/expression/expression.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { AskedMark, Criterion } from './hot-wash.ts';

type Named = Pick<Scenario, 'decisions' | 'organisations' | 'vendors'>;
type Met = ExerciseScenario['objectives'][number]['tasks'][number]['met'];

/** What each mark of a task asks for, with what this run had of it. */
export function criteriaOf(met: Met, scope: Scope, names: Named): Readonly<Record<AskedMark, Criterion>> {
	const read = ({ root }: Expression) => criterionOf(root, scope, names);
	return { P: read(met.P), S: read(met.S), M: read(met.M) };
}

function criterionOf(node: Node, scope: Scope, names: Named): Criterion {
	const isMet = evaluate({ text: '', root: node }, scope) === true;
	if (node.kind === 'not') return negated(node.of, isMet, scope, names);
	if (node.kind === 'call') return taken(node, isMet, scope, names) ?? { isMet, kind: 'other' };
	if (node.kind !== 'operation') return { isMet, kind: 'other' };
	const { operator, left, right } = node;
	if (operator === 'and' || operator === 'or') {
		const of = flat(node, operator).map((one) => criterionOf(one, scope, names));
		return { isMet, kind: operator === 'and' ? 'all' : 'any', of };
	}
	if (operator !== '<' && operator !== '<=' && operator !== '>' && operator !== '>=')
		return { isMet, kind: 'other' };
	const [value, limit] = [left, right].map((root) => evaluate({ text: '', root }, scope));
	const paths = pathsIn(left);
	if (typeof value !== 'number' || typeof limit !== 'number' || paths.length === 0)
		return { isMet, kind: 'other' };
	const figures = paths.map((path) => figureOf(path));
	return {
		isMet,
		kind: 'figure',
		figures,
		whose: ownerOf(paths[0]!, names),
		comparison: operator,
		limit,
		value
	};
}

function negated(of: Node, isMet: boolean, scope: Scope, names: Named): Criterion {
	const inner = criterionOf(of, scope, names);
	return inner.kind === 'taken' ? { ...inner, kind: 'notTaken', isMet } : { isMet, kind: 'other' };
}

function taken({ name, of }: Node & { kind: 'call' }, isMet: boolean, scope: Scope, { decisions }: Named) {
	const [decision, by] = of.map((one) => (one.kind === 'literal' ? one.value : null));
	const known = decisions.find(({ id }) => id === decision);
	if (known === undefined || (name !== 'taken' && name !== 'takenBy')) return null;
	const byMin = typeof by === 'number' ? by : null;
	return { isMet, kind: 'taken', title: known.title, byMin, takenMin: scope.takenAtMin(known.id) } as const;
}

/** `a or b or c` as three alternatives. */
function flat(node: Node, operator: 'and' | 'or'): Node[] {
	if (node.kind !== 'operation' || node.operator !== operator) return [node];
	return [...flat(node.left, operator), ...flat(node.right, operator)];
}

function pathsIn(node: Node): (readonly string[])[] {
	if (node.kind === 'name') return [node.path];
	return node.kind === 'operation' ? [...pathsIn(node.left), ...pathsIn(node.right)] : [];
}

/** `trust.customers` as a whole, else the last part: whose it is stands before it. */
function figureOf(path: readonly string[]): string {
	return path[0] === 'trust' ? path.join('.') : path.at(-1)!;
}

function ownerOf([kind, id]: readonly string[], { organisations, vendors }: Named): string | null {
	if (kind === 'organisation') return organisations.find((one) => one.id === id)?.name ?? null;
	if (kind === 'vendor') return vendors.find((one) => one.id === id)?.name ?? null;
	return null;
}
