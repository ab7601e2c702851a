import type { FaultParams } from '../../scenario/faults/fault.ts';
import type { FaultWords } from '../fault-words.ts';
import { expression } from './scenario-faults/expression.ts';
import { file } from './scenario-faults/file.ts';
import { fleet } from './scenario-faults/fleet.ts';
import { names } from './scenario-faults/names.ts';
import { play } from './scenario-faults/play.ts';
import { settings } from './scenario-faults/settings.ts';
import { shape } from './scenario-faults/shape.ts';
import { summit } from './scenario-faults/summit.ts';
import { time } from './scenario-faults/time.ts';

const faults: FaultWords<FaultParams> = {
	...file,
	...shape,
	...names,
	...time,
	...fleet,
	...settings,
	...play,
	...summit,
	...expression
};

/** What is wrong with a scenario's file. */
export const scenarioFaults = {
	faults,
	/** A server of another version may say what this page does not know. */
	unknown: () => ({ what: 'this is not as it should be', remedy: 'Load the page again to read why.' }),
	also: (what: string, lines: readonly number[]) =>
		`${what} (also on ${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')})`
};
