import type { Expression } from '../expression/expression.ts';
import { parseExpression } from '../expression/parser.ts';

/** The expression of a text that has been checked. */
export function expressionOf(text: string): Expression {
	const parsed = parseExpression(text);
	if (parsed.ok) return parsed.expression;
	throw new TypeError(parsed.code);
}
