export interface RunParts {
	readonly seed: number;
	readonly steps: number;
	/** Steps that are left out. */
	readonly without?: ReadonlySet<number>;
}

export interface Failure {
	readonly step: number;
	readonly what: string;
	readonly stack: string;
	/** What was done in each step. */
	readonly done: readonly string[];
}

export interface Outcome {
	readonly failure: Failure | null;
	/** How much of each thing there was. */
	readonly counts: Readonly<Record<string, number>>;
}
