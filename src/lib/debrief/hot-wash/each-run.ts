import type { Compared } from './hot-wash.ts';

/** The same of each run; null where that run has not been computed yet. */
export function eachRun<Value, Result>(
	{ played, record, none, others }: Compared<Value>,
	of: (value: Value) => Result
): Compared<Result> {
	return {
		played: of(played),
		record: record === null ? null : of(record),
		none: none === null ? null : of(none),
		others: others === null ? null : of(others)
	};
}
