/** Keeps weights small where runs are few. Inputs are of the size of one. */
const PENALTY = 0.5;

export interface Regression {
	/** The constant, then one weight an input. */
	readonly weights: readonly number[];
	readonly predict: (row: readonly number[]) => number;
	/** Standard deviation of the errors, each row predicted without itself. */
	readonly deviation: number;
}

/** Linear regression with a quadratic penalty on the weights, by elimination. Exact arithmetic: + − × ÷ and roots. */
export function ridge(rows: readonly (readonly number[])[], outcomes: readonly number[]): Regression {
	const inputs = rows.map((row) => [1, ...row]);
	const size = inputs[0]!.length;
	const normal = Array.from({ length: size }, (_, i) =>
		Array.from({ length: size }, (_, j) => (i === j && i > 0 ? PENALTY : 0))
	);
	for (const row of inputs)
		for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) normal[i]![j]! += row[i]! * row[j]!;
	const inverse = inverted(normal);
	const sums = Array.from({ length: size }, (_, i) =>
		inputs.reduce((sum, row, at) => sum + row[i]! * outcomes[at]!, 0)
	);
	const weights = inverse.map((row) => dot(row, sums));
	const predict = (row: readonly number[]) => dot(weights, [1, ...row]);
	let squares = 0;
	inputs.forEach((row, at) => {
		const leverage = dot(
			row,
			inverse.map((line) => dot(line, row))
		);
		const error = (outcomes[at]! - dot(weights, row)) / (1 - Math.min(0.99, leverage));
		squares += error * error;
	});
	return { weights, predict, deviation: Math.sqrt(squares / inputs.length) };
}

function dot(a: readonly number[], b: readonly number[]): number {
	let sum = 0;
	for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
	return sum;
}

/** Gauss and Jordan's elimination; the matrix is positive definite, so that no row need be exchanged. */
function inverted(matrix: readonly (readonly number[])[]): number[][] {
	const size = matrix.length;
	const work = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
	for (let pivot = 0; pivot < size; pivot++) {
		const scale = work[pivot]![pivot]!;
		const line = work[pivot]!.map((value) => value / scale);
		work[pivot] = line;
		for (let i = 0; i < size; i++) {
			const factor = work[i]![pivot]!;
			if (i === pivot || factor === 0) continue;
			work[i] = work[i]!.map((value, j) => value - factor * line[j]!);
		}
	}
	return work.map((row) => row.slice(size));
}
