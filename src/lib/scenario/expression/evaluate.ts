import type { Expression, Node, Operator, Value } from './expression.ts';

/** What an expression is read against: one minute of one run. */
export interface Scope {
	/** The value of a name, given by its parts: ['organisation', 'harrow-lund-bank', 'down']. */
	value(path: readonly string[]): Value;
	/** Minute at which a decision was taken (before the incident: 0 or less); null: not taken. */
	takenAtMin(decision: string): number | null;
}

/**
 * The value of an expression whose types were checked. Dividing by 0 gives 0: a share of nothing is nothing.
 * @throws TypeError where a type that `typeOf` would refuse turns up
 */
export function evaluate({ root }: Expression, scope: Scope): Value {
	return valueOf(root, scope);
}

/** As {@link evaluate}, for a condition. */
export function holds(expression: Expression, scope: Scope): boolean {
	return truth(expression.root, scope);
}

/** As {@link evaluate}, for a measure. */
export function amount(expression: Expression, scope: Scope): number {
	return number(expression.root, scope);
}

function valueOf(node: Node, scope: Scope): Value {
	switch (node.kind) {
		case 'literal':
			return node.value;
		case 'name':
			return scope.value(node.path);
		case 'not':
			return !truth(node.of, scope);
		case 'minus':
			return -number(node.of, scope);
		case 'call':
			return called(node.name, node.of, scope);
		case 'operation':
			return operated(node.operator, node.left, node.right, scope);
	}
}

function operated(operator: Operator, left: Node, right: Node, scope: Scope): Value {
	switch (operator) {
		case 'or':
			return truth(left, scope) || truth(right, scope);
		case 'and':
			return truth(left, scope) && truth(right, scope);
		case '==':
			return valueOf(left, scope) === valueOf(right, scope);
		case '!=':
			return valueOf(left, scope) !== valueOf(right, scope);
	}
	const a = number(left, scope);
	const b = number(right, scope);
	switch (operator) {
		case '<':
			return a < b;
		case '<=':
			return a <= b;
		case '>':
			return a > b;
		case '>=':
			return a >= b;
		case '+':
			return a + b;
		case '-':
			return a - b;
		case '*':
			return a * b;
		case '/':
			return b === 0 ? 0 : a / b;
	}
}

function called(name: string, of: readonly Node[], scope: Scope): Value {
	if (name === 'min' || name === 'max') {
		const numbers = of.map((node) => number(node, scope));
		return numbers.reduce((best, one) => (name === 'min' ? Math.min(best, one) : Math.max(best, one)));
	}
	const takenAtMin = scope.takenAtMin(text(of[0], scope));
	if (name === 'taken') return takenAtMin !== null;
	if (name === 'takenBy') return takenAtMin !== null && takenAtMin <= number(of[1]!, scope);
	throw new TypeError(`there is no call '${name}'`);
}

function number(node: Node, scope: Scope): number {
	const value = valueOf(node, scope);
	if (typeof value === 'number') return value;
	throw new TypeError(`a number is needed at ${node.at}, not ${typeof value}`);
}

function truth(node: Node, scope: Scope): boolean {
	const value = valueOf(node, scope);
	if (typeof value === 'boolean') return value;
	throw new TypeError(`a condition is needed at ${node.at}, not ${typeof value}`);
}

function text(node: Node | undefined, scope: Scope): string {
	const value = node === undefined ? undefined : valueOf(node, scope);
	if (typeof value === 'string') return value;
	throw new TypeError(`the name of a decision is needed at ${node?.at ?? 0}`);
}
