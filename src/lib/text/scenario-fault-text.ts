import type { Fault } from '../scenario/faults/fault.ts';
import { scenarioFaults } from './en/scenario-faults.ts';
import type { FaultText } from './fault-words.ts';
import { localised } from './localised.ts';

const words = localised({ en: scenarioFaults });

/** A fault of a scenario in words, without its place. */
export function scenarioFaultText({
	code,
	params,
	alsoLines
}: Pick<Fault, 'code' | 'params' | 'alsoLines'>): FaultText {
	const known = Object.hasOwn(words.faults, code);
	const say = (known ? words.faults[code] : words.unknown) as (params: unknown) => FaultText;
	const { what, remedy } = say(params);
	return alsoLines.length === 0 ? { what, remedy } : { what: words.also(what, alsoLines), remedy };
}

/** One line for a terminal: place, path, what is wrong, what to do. */
export function faultLine(fault: Fault): string {
	const { file, line, column, path } = fault;
	const { what, remedy } = scenarioFaultText(fault);
	return `${file}:${line}:${column} ${path}: ${what}. ${remedy}`;
}
