/** The small language of conditions and measures: read once, checked by the linter, evaluated against one moment of a run. */
export type { Expression, ExpressionFault, Value } from './expression.ts';
export { parseExpression, type ParsedExpression } from './parser.ts';
export { typeOf, type Typed } from './types.ts';
export type { Names, Type } from './names.ts';
export { amount, evaluate, holds, type Scope } from './evaluate.ts';
