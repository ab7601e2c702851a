import type { ExpressionFaults } from '../faults/expression.ts';
import type { FaultParams, ProblemOf } from '../faults/fault.ts';

/** A value of the expression language. */
export type Value = number | boolean | string;

export const COMPARISONS = ['<', '<=', '>', '>=', '==', '!='] as const;
export type Comparison = (typeof COMPARISONS)[number];
export type Operator = 'or' | 'and' | Comparison | '+' | '-' | '*' | '/';

/** A part of an expression; `at` is where its text (of an operation: its operator) begins. */
export type Node =
	| { readonly kind: 'literal'; readonly at: number; readonly value: Value }
	| { readonly kind: 'name'; readonly at: number; readonly path: readonly string[] }
	| { readonly kind: 'call'; readonly at: number; readonly name: string; readonly of: readonly Node[] }
	| { readonly kind: 'not' | 'minus'; readonly at: number; readonly of: Node }
	| {
			readonly kind: 'operation';
			readonly at: number;
			readonly operator: Operator;
			readonly left: Node;
			readonly right: Node;
	  };

/** A condition or a measure as its author wrote it, and what it means: plain data. */
export interface Expression {
	readonly text: string;
	readonly root: Node;
}

/** What can be wrong with an expression. */
export type ExpressionProblem = ProblemOf<ExpressionFaults & Pick<FaultParams, 'unknown' | 'numberTooLarge'>>;
/** Why a text is no expression, and where: an offset into the text. */
export type ExpressionFault = ExpressionProblem & { readonly ok: false; readonly at: number };

export const faultAt = (at: number, problem: ExpressionProblem): ExpressionFault => ({
	ok: false,
	at,
	...problem
});
