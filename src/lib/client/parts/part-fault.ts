/** Why a part of the page could not be loaded: a closed list, so that each has its words. */
export const PART_FAULTS = [
	/** The server could not be reached, or something else answered in its place. */
	'noNetwork',
	/** The server does not have the file: it has been given another version of the page. */
	'otherVersion',
	/** The server answered that it cannot answer now. */
	'serverFails',
	/** The files arrived and do not run. This page cannot try again: browsers remember such a failure. */
	'broken'
] as const;
export type PartFaultCode = (typeof PART_FAULTS)[number];

export class PartFault extends Error {
	readonly code: PartFaultCode;

	constructor(code: PartFaultCode, file: string, cause?: unknown) {
		super(`a part of the page could not be loaded (${code}): ${file}`, { cause });
		this.code = code;
	}
}
