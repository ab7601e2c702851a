import type { MapFaultParams } from '../../room/map/map-fault.ts';
import { logFaultText, readOnlyText } from '../log-fault-text.ts';
import type { FaultWords } from '../fault-words.ts';

/** Why a map shows nothing new, in the middle of a sentence, and what to do about it, as one. */
export const mapFaults: FaultWords<MapFaultParams> = {
	broken: ({ detail }) => ({ what: detail, remedy: 'Reload the page.' }),
	didNotStart: () => ({
		what: 'the worker that computes the run did not start',
		remedy: 'Reload the page.'
	}),
	noScenario: ({ id, known }) => ({
		what: `there is no scenario '${id}'`,
		remedy: `Choose one of these: ${known.join(', ')}.`
	}),
	badLog({ fault }) {
		const { file, line, column, what, remedy } = logFaultText(fault);
		return { what: `${file}, line ${line}, column ${column}: ${what}`, remedy };
	},
	logOfOther: ({ file, scenarioId, known }) => ({
		what: `${file} was played with the scenario '${scenarioId}', which is not here`,
		remedy: `Choose the log of one of these: ${known.join(', ')}.`
	}),
	readOnlyLog: ({ file, reason }) => ({
		what: `${file} opens only to be read. ${readOnlyText(reason).replace(/\.$/, '')}`,
		remedy: 'Open it at ‘The record as curves’, which shows the results stored in it.'
	})
};
