import { namesLike } from '../parse/nearest.ts';
import { faultAt, type Expression, type ExpressionFault, type Node } from './expression.ts';
import { typeOfName, type Names, type Type } from './names.ts';

export type Typed = { readonly ok: true; readonly type: Type } | ExpressionFault;
type Operation = Extract<Node, { kind: 'operation' }>;
type Call = Extract<Node, { kind: 'call' }>;

const NUMBER: Type = { kind: 'number' };
const BOOLEAN: Type = { kind: 'boolean' };
/** What can be called, each in its form. */
export const CALL_FORMS = {
	taken: "taken('decision')",
	takenBy: "takenBy('decision', minute)",
	min: 'min(a, b)',
	max: 'max(a, b)'
} as const;
const CALLS = Object.keys(CALL_FORMS);

/** The type of an expression, or the first place where names or types do not fit. Never throws. */
export function typeOf({ root }: Expression, names: Names): Typed {
	return check(root, names);
}

function check(node: Node, names: Names): Typed {
	switch (node.kind) {
		case 'literal':
			if (typeof node.value === 'number') return ok(NUMBER);
			return ok(typeof node.value === 'boolean' ? BOOLEAN : { kind: 'text', choices: null });
		case 'name': {
			const typed = typeOfName(node.path, names);
			if (typed.ok) return typed;
			const before = node.path.slice(0, typed.part).reduce((sum, part) => sum + part.length + 1, 0);
			return faultAt(node.at + before, typed.problem);
		}
		case 'not':
			return expected('boolean', node.of, names) ?? ok(BOOLEAN);
		case 'minus':
			return expected('number', node.of, names) ?? ok(NUMBER);
		case 'call':
			return call(node, names);
		case 'operation':
			return operation(node, names);
	}
}

function operation(node: Operation, names: Names): Typed {
	const { operator, left, right } = node;
	if (operator === 'or' || operator === 'and') return both('boolean', node, names) ?? ok(BOOLEAN);
	if (operator !== '==' && operator !== '!=') {
		const isSum = operator === '+' || operator === '-' || operator === '*' || operator === '/';
		return both('number', node, names) ?? ok(isSum ? NUMBER : BOOLEAN);
	}
	const a = check(left, names);
	if (!a.ok) return a;
	const b = check(right, names);
	if (!b.ok) return b;
	if (a.type.kind !== b.type.kind) {
		const params = { left: a.type.kind, right: b.type.kind };
		return faultAt(node.at, { code: 'unlikeCompared', params });
	}
	return among(right, a.type) ?? among(left, b.type) ?? ok(BOOLEAN);
}

/** A text that is compared with a state must be one of its choices. */
function among(node: Node, type: Type): ExpressionFault | null {
	if (node.kind !== 'literal' || type.kind !== 'text' || type.choices === null) return null;
	const text = String(node.value);
	if (type.choices.includes(text)) return null;
	const params = { text, choices: namesLike(text, type.choices) };
	return faultAt(node.at, { code: 'neverThisText', params });
}

function call({ name, of, at }: Call, names: Names): Typed {
	if (name === 'min' || name === 'max') {
		if (of.length < 2) return wrongValues(CALL_FORMS[name]);
		for (const node of of) {
			const fault = expected('number', node, names);
			if (fault !== null) return fault;
		}
		return ok(NUMBER);
	}
	if (name !== 'taken' && name !== 'takenBy') {
		const params = { kind: 'call', id: name, choices: namesLike(name, CALLS) } as const;
		return faultAt(at, { code: 'unknown', params });
	}
	const form = CALL_FORMS[name];
	const [decision, minute] = of;
	if (of.length !== (name === 'taken' ? 1 : 2) || decision === undefined) {
		return wrongValues(form);
	}
	if (decision.kind !== 'literal' || typeof decision.value !== 'string') {
		return faultAt(decision.at, { code: 'decisionWithoutQuotes', params: { form } });
	}
	if (!names.decisions.includes(decision.value)) {
		const id = decision.value;
		const params = { kind: 'decision', id, choices: namesLike(id, names.decisions) } as const;
		return faultAt(decision.at, { code: 'unknown', params });
	}
	return (minute === undefined ? null : expected('number', minute, names)) ?? ok(BOOLEAN);

	function wrongValues(form: string): ExpressionFault {
		return faultAt(at, { code: 'wrongValues', params: { call: name, values: of.length, form } });
	}
}

function both(kind: Type['kind'], { left, right }: Operation, names: Names): ExpressionFault | null {
	return expected(kind, left, names) ?? expected(kind, right, names);
}

function expected(kind: Type['kind'], node: Node, names: Names): ExpressionFault | null {
	const typed = check(node, names);
	if (!typed.ok) return typed;
	if (typed.type.kind === kind) return null;
	const params = { needed: kind, given: typed.type.kind, isWhole: false };
	return faultAt(node.at, { code: 'otherTypeNeeded', params });
}

const ok = (type: Type): Typed => ({ ok: true, type });
