import type { PlayFaults } from '../../../scenario/faults/play.ts';
import type { FaultWords } from '../../fault-words.ts';
import { says } from './says.ts';

export const play: FaultWords<PlayFaults> = {
	overBudget: ({ role, of, isBefore, has, needs }) => {
		const when = isBefore ? 'in preparation' : 'to respond';
		return of === 'usd'
			? says(
					`'${role}' has ${has} US$ ${when}, and this costs ${needs}`,
					'Lower the cost, or raise the budget.'
				)
			: says(
					`'${role}' has ${has} points of attention ${when}, and this takes ${needs}`,
					'Lower it, or raise the budget.'
				);
	},
	standardInjectWaits: ({ key }) =>
		says(
			'a standard inject is released at its time, whatever happens',
			`Remove ${key}, or make its kind contingency or adaptive.`
		),
	waitsForNothing: ({ kind }) =>
		says(`this ${kind} inject does not say what it waits for`, 'Add when: with a condition.'),
	figureWithoutWords: () =>
		says(
			'braces stand for figures of the world',
			'Write {world.down|many}: what to ask for, and words in its place.'
		),
	figureNotKnown: () =>
		says(
			'a message that waits for nothing knows no figure of the world',
			'Give it a condition, or write words.'
		),
	soundOfNothing: () => says('this answers no message', 'Remove sound, or add answers.'),
	answersTooEarly: () =>
		says('messages are answered in the incident and the recovery', 'Write incident as its phase.'),
	notAddressed: ({ inject, role }) =>
		says(`'${inject}' is not addressed to '${role}' alone`, `Name a message to '${role}'.`),
	tooFewAnswers: ({ inject, answers }) =>
		says(
			`'${inject}' has ${answers === 0 ? 'no answer' : 'one answer only'}`,
			'Add answers: with its id to two decisions of its role.'
		),
	silenceUntold: ({ inject }) =>
		says(`'${inject}' does not say what follows where nobody answers`, 'Add unanswered.'),
	soundTwice: ({ inject }) => says(`'${inject}' has two sound answers`, 'Keep the sounder one.'),
	actWithBoth: () => says('this act has both a decision and settings', 'Keep one of the two.'),
	othersDecision: ({ decision, owner, role }) =>
		says(
			`'${decision}' is a decision of '${owner}', not of '${role}'`,
			`Move it to the expert of '${owner}'.`
		),
	notPlayedBefore: ({ decision, needed }) =>
		says(`'${decision}' requires '${needed}', which is not played before`, `Add '${needed}' above.`),
	notOpenThen: ({ decision, from, until }) =>
		says(
			`'${decision}' cannot be taken then`,
			`Play it from ${from}${until === null ? '' : ` and before ${until}`}.`
		),
	needsTime: ({ decision }) => says(`'${decision}' needs a time`, 'Add at.'),
	decidedInPreparation: () => says('this is decided in preparation', 'Remove at.'),
	asksTwoRoles: ({ decision, owner, role }) =>
		says(
			`'${decision}' is a decision of '${owner}', and those above are of '${role}'`,
			'Ask for one role at a time.'
		),
	tooLongForScreen: ({ length, most }) =>
		says(`this has ${length} characters, and a big screen shows ${most}`, 'Say it in fewer words.')
};
