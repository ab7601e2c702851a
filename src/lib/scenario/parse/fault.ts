/** Steps from the document's root to a value: keys and indices. */
export type Path = readonly (string | number)[];

/**
 * Something wrong at a path; `onKey` points at the key itself and not at its value, `offset` where a path is not
 * enough, `within` how far into the text that stands at the path.
 */
export interface Finding {
	readonly path: Path;
	readonly message: string;
	readonly remedy: string;
	readonly onKey?: boolean;
	readonly offset?: number | undefined;
	readonly within?: number | undefined;
}

/** Something wrong in a file, said so that its author can go there and mend it. Lines and columns count from 1. */
export interface Fault {
	readonly file: string;
	readonly line: number;
	readonly column: number;
	/** Like decisions[3].effects[0].set; `(root)` for the document as a whole. */
	readonly path: string;
	readonly message: string;
	readonly remedy: string;
}

/** Where findings are turned into faults: one file, or several that make up one scenario. */
export interface Places {
	fault(finding: Finding): Fault;
	/** Position of a fault's file among the files. */
	fileIndex(fault: Fault): number;
}

export function formatPath(path: Path): string {
	let text = '';
	for (const step of path) {
		if (typeof step === 'number') text += `[${step}]`;
		else text += text === '' ? step : `.${step}`;
	}
	return text === '' ? '(root)' : text;
}

/** One line for a terminal or a log: place, path, what is wrong, what to do. */
export function formatFault({ file, line, column, path, message, remedy }: Fault): string {
	return `${file}:${line}:${column} ${path}: ${message}; ${remedy}`;
}
