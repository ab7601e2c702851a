import { evaluate, holds, type Scope } from '../../scenario/expression/evaluate.ts';
import type { Expression, Node, Value } from '../../scenario/expression/expression.ts';

/** A condition as its author wrote it, and where what it asks for stands. */
export interface ConditionNow {
	readonly text: string;
	readonly holds: boolean;
	/** Each name in it once, with its value. */
	readonly terms: readonly { readonly name: string; readonly now: Value }[];
}

export function conditionNow(condition: Expression, scope: Scope): ConditionNow {
	const asked = new Map(namesIn(condition.root).map((node) => [nameOf(node), node]));
	const terms = [...asked].map(([name, root]) => ({ name, now: evaluate({ text: name, root }, scope) }));
	return { text: condition.text, holds: holds(condition, scope), terms };
}

type Asked = Extract<Node, { kind: 'name' | 'call' }>;

function namesIn(node: Node): Asked[] {
	switch (node.kind) {
		case 'literal':
			return [];
		case 'name':
			return [node];
		case 'call':
			// Of the least and the most of several values each is told; what asks for a decision is told itself.
			return node.name === 'min' || node.name === 'max' ? node.of.flatMap(namesIn) : [node];
		case 'operation':
			return [...namesIn(node.left), ...namesIn(node.right)];
		default:
			return namesIn(node.of);
	}
}

function nameOf(node: Asked): string {
	if (node.kind === 'name') return node.path.join('.');
	const of = node.of.map((one) => (one.kind === 'literal' ? String(one.value) : ''));
	return `${node.name}(${of.join(', ')})`;
}
