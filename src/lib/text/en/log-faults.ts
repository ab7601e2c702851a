import type { FaultText } from '../fault-words.ts';
import type { LogFaultWords } from '../log-fault-words.ts';
import { capacityText } from './capacity.ts';
import { fieldFaultText } from './field-faults.ts';
import { settingFaultText } from './setting-faults.ts';

const RESTORE = 'Take the file as it was saved.';
const ORIGINAL = 'Take the original file.';

/** What is wrong with a log, in the middle of a sentence, and what to do about it, as one. */
export const logFaults: LogFaultWords = {
	faults: {
		textAfterEnd: () => says('there is text after the end of the log', 'Remove what follows the last }.'),
		tooDeep: ({ depth }) => says(`lists and objects are nested deeper than ${depth}`, ORIGINAL),
		cutOff: (params) => {
			const where = params.in === 'log' ? 'in the middle of the log' : 'in the middle of a text';
			return says(`the file ends here, ${where}`, 'It is cut off: take the whole file.');
		},
		badStart: ({ character }) => says(`a value cannot start with ${JSON.stringify(character)}`),
		tooManyItems: ({ most }) =>
			says(`there are more than ${most} items`, 'No log is so long: take the original file.'),
		separatorMissing: ({ end }) => says(`a comma or ${end} is missing`),
		keyMissing: () => says('a key in double quotes is missing'),
		colonMissing: () => says('a colon is missing after the key'),
		forbiddenKey: ({ key }) => says(`the key '${key}' is not allowed`, 'Remove it.'),
		keyTwice: ({ key }) => says(`the key '${key}' is there twice`, 'Remove one of them.'),
		lineBreakInText: () =>
			says('a text is not ended on its line', 'End it with " or write \\n for a line break.'),
		badEscape: () => says('a backslash has no meaning here', 'Write \\\\ for a backslash.'),
		tooLarge: ({ characters, most }) =>
			says(`the file has ${characters} characters`, `A log has at most ${most}.`),
		notALog: () =>
			says(
				'this is not a log of an exercise',
				'A log says "format": "patchfall-log". Choose the file that was saved as a log.'
			),
		unknownVersion: ({ version, upTo }) =>
			says(`the log has format version ${version}; there are versions 1 to ${upTo}`),
		newerVersion: ({ version, upTo }) =>
			says(
				`the log has format version ${version}; this program reads up to ${upTo}`,
				'Open it with the newer program that saved it.'
			),
		badValue: ({ field, fault }) =>
			says(
				`${field === null ? 'this' : `'${field}'`} is not as it should be: ${fieldFaultText(fault)}`,
				'Take the file as it was saved, or mend this value.'
			),
		notAnEvent: () => says('this is no event', 'An event is an object with a "type".'),
		unknownEvent: ({ id, known }) => says(`there is no event '${id}'`, `There are: ${known.join(', ')}.`),
		badBeginning: ({ type }) =>
			says(`the log starts with '${type}'`, "Its first event must be 'exerciseCreated'."),
		createdTwice: () => says('an exercise is created a second time', 'A log holds one exercise.'),
		unknownCut: ({ id, known }) => says(`the scenario has no cut '${id}'`, has(known)),
		seatTwice: ({ seat }) => says(`the seat '${seat}' is taken a second time`),
		unknownRole: ({ id, known }) => says(`the scenario has no role '${id}'`, has(known)),
		movesWhilePaused: () => says('the exercise moves on while it is paused'),
		doesNotFollow: ({ place, after }) => says(`‘${place}’ does not follow ‘${after}’`),
		wrongRound: ({ round, expected }) =>
			says(
				expected === null
					? `round ${round} is numbered where none opens`
					: `the round is numbered ${round} and should be ${expected}`
			),
		pausedTwice: () => says('it is paused already'),
		notPaused: () => says('it was not paused'),
		worldTwice: ({ world }) => says(`the world '${world}' is opened a second time`),
		noWorldToFork: ({ world }) => says(`there is no world '${world}' to fork`),
		forkAhead: ({ of, reachedMin, atMin }) =>
			says(`'${of}' has reached minute ${reachedMin} and is forked at ${atMin}`),
		noWorld: ({ world }) =>
			says(`there is no world '${world}'`, 'A world is opened before anything happens in it.'),
		timeBack: ({ fromMin, toMin }) => says(`time goes back, from minute ${fromMin} to ${toMin}`),
		pastHorizon: ({ minute, horizonMin }) =>
			says(`minute ${minute} is past the scenario's end at ${horizonMin}`),
		wrongMinute: ({ world, atMin, minute }) =>
			says(`it is dated minute ${atMin}, but the world '${world}' stands at ${minute}`),
		noSeat: ({ seat }) => says(`nobody has the seat '${seat}'`),
		decisionTwice: ({ decision }) => says(`'${decision}' is taken a second time`),
		unknownDecision: ({ decision }) => says(`the scenario has no decision '${decision}'`),
		notAffordable: ({ decision, role, short }) =>
			says(
				short.kind === 'overBudget'
					? `its role could not afford it: '${decision}' costs ${short.costUsd} US$ and ${role} has ${short.leftUsd} left`
					: `its role could not afford it: '${decision}' takes ${short.attention} points of attention and ${role} has ${short.attentionLeft} left`
			),
		notTaken: ({ decision }) => says(`'${decision}' is changed but was not taken`),
		notUndoable: () => says('a step is taken back that cannot be'),
		wrongRevision: ({ revision, expected }) =>
			says(`the plan of an inject is numbered ${revision} and should be ${expected}`),
		badPlan: ({ inject }) => says(`the plan of '${inject}' cannot be so`),
		injectTwice: ({ inject }) => says(`'${inject}' is released a second time`),
		unsoundSetting: ({ fault }) => says(`this lever cannot be set so: ${settingFaultText(fault).what}`),
		ballotTwice: ({ ballot }) => says(`'${ballot}' is counted a second time`),
		ballotNotCounted: ({ ballot }) => says(`'${ballot}' is revealed but was not counted`),
		botsSeat: ({ seat }) => says(`a bot plays '${seat}' from the beginning, and is put in once more`),
		ballotRevealedTwice: ({ ballot }) => says(`'${ballot}' is revealed a second time`),
		revealedTwice: ({ part }) => says(`the ${part} is revealed a second time`),
		noSummit: () => says('something happens at a summit, and the scenario has none'),
		notNegotiated: ({ type, because }) =>
			says(`by the rules of the summit '${type}' cannot come here (${because})`),
		roomFull: (capacity) => says(capacityText(capacity))
	},
	readOnly: {
		otherPhysics: ({ playedWith, now }) =>
			`It was played with version ${playedWith} of the physics; this is version ${now}. Its results are as they were stored. A re-run is another play.`,
		scenarioChanged: ({ scenarioId }) =>
			`The scenario '${scenarioId}' has changed since. A re-run with it is another play.`
	},
	departures: {
		otherState: ({ minute, stored, reached }) =>
			`The log says that its world came to state ${stored} at minute ${minute}; played again it comes to ${reached}. The log was changed after it was saved, or this is a defect: please report it with the log.`,
		otherMinute: ({ minute, endMin }) =>
			`The log holds the state of minute ${minute}, but its events end at minute ${endMin}. The log was changed after it was saved: take the file as it was saved.`
	}
};

function says(what: string, remedy = RESTORE): FaultText {
	return { what, remedy };
}

function has(known: readonly string[]): string {
	return `It has: ${known.length === 0 ? 'none' : known.join(', ')}.`;
}
