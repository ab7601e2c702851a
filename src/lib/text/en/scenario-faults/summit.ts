import type { SummitFaults } from '../../../scenario/faults/summit.ts';
import type { FaultWords } from '../../fault-words.ts';
import { says } from './says.ts';

export const summit: FaultWords<SummitFaults> = {
	noRules: () => says('the summit has no rules', 'Add rules.'),
	rulesTwice: () => says('the summit has rules already, in another file', 'Keep one of them.'),
	notAHundred: ({ sum }) => says(`the weights add up to ${sum}, not to 100`, 'Correct the weights.'),
	referenceOutside: () =>
		says('the reference does not lie between weak and strong', 'Put the three in order.'),
	fullBeforeLead: () => says('it works fully before it begins to work', 'Let it end after leadMonths.'),
	unsourced: ({ measure }) =>
		says(`nothing says where '${measure}' comes from`, 'Add facts, or assumed with the reason.'),
	theirsWithoutExceeds: () => says('theirs and exceeds go together', 'Write both, or neither.'),
	boundWithoutParameter: () =>
		says(
			'a parameter and its bound go together',
			'Write parameter with atLeast, above or below, or none of them.'
		),
	withinAndLater: () => says('it is both within and later', 'Keep one of them.'),
	neverEnough: ({ atLeast, of }) => says(`${atLeast} of ${of} can never agree`, 'Ask for fewer.')
};
