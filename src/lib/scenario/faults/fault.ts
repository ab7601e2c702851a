import type { ExpressionFaults } from './expression.ts';
import type { FileFaults } from './file.ts';
import type { FleetFaults } from './fleet.ts';
import type { NameFaults } from './names.ts';
import type { PlayFaults } from './play.ts';
import type { SettingFaults } from './settings.ts';
import type { ShapeFaults } from './shape.ts';
import type { SummitFaults } from './summit.ts';
import type { TimeFaults } from './time.ts';

/** What each fault says besides its code: the words are made where the reader's language is known. */
export interface FaultParams
	extends
		FileFaults,
		ShapeFaults,
		NameFaults,
		TimeFaults,
		FleetFaults,
		SettingFaults,
		PlayFaults,
		SummitFaults,
		ExpressionFaults {}

/** What is wrong, of some faults by code. */
export type ProblemOf<Params> = {
	[Code in keyof Params]: { readonly code: Code; readonly params: Params[Code] };
}[keyof Params];
export type FaultCode = keyof FaultParams;
export type Problem = ProblemOf<FaultParams>;

/** Steps from the document's root to a value: keys and indices. */
export type Path = readonly (string | number)[];

/**
 * Something wrong at a path; `onKey` points at the key itself and not at its value, `offset` where a path is not
 * enough, `within` how far into the text that stands at the path.
 */
export type Finding = Problem & {
	readonly path: Path;
	readonly onKey?: boolean;
	readonly offset?: number | undefined;
	readonly within?: number | undefined;
};

/** Where a fault stands. Lines and columns count from 1. */
export interface FaultPlace {
	readonly file: string;
	readonly line: number;
	readonly column: number;
	/** Like decisions[3].effects[0].set; `(root)` for the document as a whole. */
	readonly path: string;
	/** Further lines of the file on which the same is wrong. */
	readonly alsoLines: readonly number[];
}

/** Something wrong in a file, at a place where its author can go and mend it. */
export type Fault = FaultPlace & Problem;

/** Where findings are turned into faults: one file, or several that make up one scenario. */
export interface Places {
	fault(finding: Finding): Fault;
	/** Position of a fault's file among the files. */
	fileIndex(fault: Fault): number;
}

/** A fault of a file as a whole. */
export function wholeFile(file: string, problem: Problem): Fault {
	return { file, line: 1, column: 1, path: formatPath([]), alsoLines: [], ...problem };
}

export function formatPath(path: Path): string {
	let text = '';
	for (const step of path) {
		if (typeof step === 'number') text += `[${step}]`;
		else text += text === '' ? step : `.${step}`;
	}
	return text === '' ? '(root)' : text;
}

/** For those who mend Patchfall's own files: place, code and parameters. Authors read `faultLine` of the text layer. */
export function formatFault({ file, line, column, path, code, params }: Fault): string {
	return `${file}:${line}:${column} ${path}: ${code} ${JSON.stringify(params)}`;
}
