import {
	COMPARISONS,
	faultAt,
	type Comparison,
	type Expression,
	type ExpressionFault,
	type ExpressionProblem,
	type Node,
	type Operator
} from './expression.ts';
import { lex, numberOf, spaces, type Token } from './lexer.ts';

export type ParsedExpression = { readonly ok: true; readonly expression: Expression } | ExpressionFault;

/** Deeper than anybody nests by hand. */
const MAX_DEPTH = 60;
const WORDS = new Set(['or', 'and', 'not', 'true', 'false']);

class Refused extends Error {
	readonly fault: ExpressionFault;
	constructor(fault: ExpressionFault) {
		super(fault.code);
		this.fault = fault;
	}
}

/**
 * A text to an expression, or where it is wrong and what to do. Never throws, whatever the text. From loose to tight:
 * `or`, `and`, `not`, one comparison, `+ -`, `* /`, then numbers, 'texts', true, false, names, calls and ( ).
 */
export function parseExpression(text: string): ParsedExpression {
	const lexed = lex(text);
	if (!lexed.ok) return lexed;
	const reader = new Reader(lexed.tokens);
	try {
		return { ok: true, expression: { text, root: reader.whole() } };
	} catch (error) {
		if (error instanceof Refused) return error.fault;
		throw error;
	}
}

class Reader {
	readonly #tokens: readonly Token[];
	#next = 0;
	#depth = 0;

	constructor(tokens: readonly Token[]) {
		this.#tokens = tokens;
	}

	whole(): Node {
		const root = this.#either();
		if (this.#token.kind !== 'end') this.#unexpected();
		return root;
	}

	get #token(): Token {
		return this.#tokens[this.#next]!;
	}

	#either(): Node {
		if (++this.#depth > MAX_DEPTH) this.#refuse({ code: 'bracketsTooDeep', params: {} });
		const node = this.#chain(['or'], () => this.#chain(['and'], () => this.#negation()));
		this.#depth--;
		return node;
	}

	#negation(): Node {
		const at = this.#accept(['not']);
		if (at === null) return this.#comparison();
		if (++this.#depth > MAX_DEPTH) this.#refuse({ code: 'bracketsTooDeep', params: {} });
		const of = this.#negation();
		this.#depth--;
		return { kind: 'not', at: at.at, of };
	}

	#comparison(): Node {
		const left = this.#sum();
		const operator = this.#accept(COMPARISONS);
		if (operator === null) return left;
		const right = this.#sum();
		if (COMPARISONS.includes(this.#token.text as Comparison) && this.#token.kind === 'symbol') {
			this.#refuse({ code: 'chainedComparison', params: {} });
		}
		return { kind: 'operation', at: operator.at, operator: operator.text as Operator, left, right };
	}

	#sum(): Node {
		return this.#chain(['+', '-'], () => this.#chain(['*', '/'], () => this.#operand()));
	}

	#chain(operators: readonly Operator[], operand: () => Node): Node {
		let left = operand();
		for (;;) {
			const operator = this.#accept(operators);
			if (operator === null) return left;
			if (operator.text === '-' && !(operator.spaced && this.#token.spaced)) {
				throw new Refused(spaces(operator.at));
			}
			left = {
				kind: 'operation',
				at: operator.at,
				operator: operator.text as Operator,
				left,
				right: operand()
			};
		}
	}

	#operand(): Node {
		const { kind, at, text } = this.#token;
		if (kind === 'number') return this.#step({ kind: 'literal', at, value: numberOf(text) });
		if (kind === 'text') return this.#step({ kind: 'literal', at, value: text });
		if (kind === 'name') return this.#name();
		if (this.#accept(['(']) !== null) {
			const inner = this.#either();
			this.#expect(')', 'bracket');
			return inner;
		}
		if (this.#accept(['-']) !== null) {
			const number = this.#token;
			if (number.kind !== 'number') this.#refuse({ code: 'minusWithoutNumber', params: {} });
			return this.#step({ kind: 'minus', at, of: { kind: 'literal', at, value: numberOf(number.text) } });
		}
		return this.#unexpected();
	}

	#name(): Node {
		const { at, text } = this.#token;
		if (text === 'true' || text === 'false') {
			return this.#step({ kind: 'literal', at, value: text === 'true' });
		}
		if (WORDS.has(text)) this.#unexpected();
		this.#next++;
		if (this.#accept(['(']) === null) return { kind: 'name', at, path: text.split('.') };
		const of: Node[] = [];
		if (this.#accept([')']) !== null) return { kind: 'call', at, name: text, of };
		do of.push(this.#either());
		while (this.#accept([',']) !== null);
		this.#expect(')', 'call');
		return { kind: 'call', at, name: text, of };
	}

	#step(node: Node): Node {
		this.#next++;
		return node;
	}

	#accept(texts: readonly string[]): Token | null {
		const token = this.#token;
		const speaks = token.kind === 'symbol' || (token.kind === 'name' && WORDS.has(token.text));
		if (!speaks || !texts.includes(token.text)) return null;
		this.#next++;
		return token;
	}

	#expect(symbol: string, closes: 'bracket' | 'call'): void {
		if (this.#accept([symbol]) === null) this.#unexpected(closes);
	}

	#unexpected(closes: 'bracket' | 'call' | null = null): never {
		const { kind, text } = this.#token;
		return this.#refuse({ code: 'unexpected', params: { text: kind === 'end' ? null : text, closes } });
	}

	#refuse(problem: ExpressionProblem): never {
		throw new Refused(faultAt(this.#token.at, problem));
	}
}
