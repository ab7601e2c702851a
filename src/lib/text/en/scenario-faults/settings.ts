import type { SettingFaults } from '../../../scenario/faults/settings.ts';
import type { FaultWords } from '../../fault-words.ts';
import { settingFaults } from '../setting-faults.ts';
import { choicesText, says } from './says.ts';

const SET_IT = 'Set it for the world, or name a model that does.';

export const settings: FaultWords<SettingFaults> = {
	outOfRange: settingFaults.outOfRange,
	otherOwner: settingFaults.otherOwner,
	notByClass: settingFaults.notByClass,
	notMultiplied: settingFaults.notMultiplied,
	valueOrTimes: ({ parameter }) =>
		says(`'${parameter}' is set by one of value and times here`, 'Write one of the two.'),
	factorOutOfRange: ({ parameter, given, min, max }) =>
		says(`'${parameter}' cannot be multiplied by ${given}`, `Keep times between ${min} and ${max}.`),
	notASwitch: ({ parameter, given }) =>
		says(`'${parameter}' is a switch, not ${given}`, 'Write true or false.'),
	notAChoice: ({ parameter, given, choices }) =>
		says(`${given} is no choice of '${parameter}'`, choicesText(choices)),
	notANumber: ({ parameter, given, unit }) =>
		says(`'${parameter}' is a number (${unit}), not ${given}`, 'Write a number.'),
	oneValueHere: ({ parameter }) => says(`'${parameter}' takes one value here`, 'Write a single value.'),
	onlyBefore: ({ parameter }) =>
		says(
			`'${parameter}' can only be set before the incident`,
			'Make this a decision of the phase preparation.'
		),
	notBySector: ({ parameter }) => says(`'${parameter}' does not differ by sector`, 'Remove it.'),
	notAnOrganisations: ({ parameter }) => says(`'${parameter}' is not an organisation's`, 'Change the scope.'),
	ownOutsideDecision: () => says('own is for decisions', 'Name the organisation.'),
	roleWithoutOrganisation: () => says('this role has no organisation', 'Name a sector or an organisation.'),
	noValue: ({ parameters, count }) =>
		count === 1
			? says(`the parameter '${parameters[0]}' has no value`, SET_IT)
			: says(
					`${count} parameters have no value: ${parameters.join(', ')}${count > parameters.length ? ' …' : ''}`,
					'Name a model that sets them, or set them for the world.'
				),
	noValueForClass: ({ parameter, classes }) =>
		says(`'${parameter}' has no value for ${classes.join(', ')}`, SET_IT),
	noSource: ({ parameter }) =>
		says(`nothing says where '${parameter}' comes from`, 'Add facts, or assumed with the reason.'),
	boundsMisplaced: ({ parameter, key }) =>
		({
			range: says('a range is for one number', 'Use factor: [low, high].'),
			factor: says('a factor is for numbers', 'Use either: [one, other].'),
			either: says(
				`'${parameter}' has no list of names of its own`,
				'Remove either; what numbers may be stands in range or factor.'
			)
		})[key],
	boundsWithout: ({ key, value }) =>
		({
			range: says(`the range does not hold ${value}`, 'Write [low, high] around it.'),
			factor: says(`the factor does not hold ${value}`, 'Write it like [0.5, 2].'),
			either: says(`either does not hold '${value}'`, 'Add the value to it.')
		})[key],
	eitherBySector: () => says('either is for one choice, not for one by sector', 'Remove sectors, or either.'),
	eitherTooFew: () => says('either names fewer than two choices', 'Name each plausible one.')
};
