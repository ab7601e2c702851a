import type { ErrorCode } from 'yaml';

type Nothing = Readonly<Record<string, never>>;

/** What YAML says is wrong with a text. */
export type YamlFault = ErrorCode;

/** Files that are no scenario, or that hold what no scenario needs. */
export interface FileFaults {
	tooLarge: { readonly characters: number; readonly most: number };
	notText: Nothing;
	empty: Nothing;
	notYaml: { readonly fault: YamlFault };
	secondDocument: Nothing;
	directive: Nothing;
	tooDeep: Nothing;
	tooManyValues: Nothing;
	foreignTag: { readonly tag: string };
	noAnchor: { readonly anchor: string };
	numberTooLarge: { readonly number: string; readonly most: number };
	textTooLong: { readonly characters: number; readonly most: number };
	keyNotText: { readonly key: string };
	keyForbidden: { readonly key: string };
	noScenario: { readonly format: number };
	unknownFormat: { readonly format: number };
	newerFormat: { readonly format: number; readonly reads: number };
	/** A part whose own name is not the one by which it was found. */
	otherPart: { readonly name: string; readonly callsItself: string };
	/** Sound, but without what a room needs to be played in. */
	notPlayable: Nothing;
}
