import type { TimeFaults } from '../../../scenario/faults/time.ts';
import type { FaultWords } from '../../fault-words.ts';
import { says } from './says.ts';

const FILL = 'Let the steps fill each span, in order.';
const two = (n: number) => String(n).padStart(2, '0');

export const time: FaultWords<TimeFaults> = {
	notUtc: ({ text }) => says(`'${text}' is no UTC time`, 'Write it like 2024-07-19T04:09Z.'),
	noSuchDate: ({ text, part, value, first, last }) =>
		says(`'${text}' has no ${part} ${value}`, `Use ${two(first)} to ${two(last)}.`),
	stepNotWhole: ({ stepMin }) =>
		says(`a step of ${stepMin} minutes is not a whole number of at least 1`, FILL),
	spanBackwards: ({ untilMin, fromMin }) =>
		says(`the span until ${untilMin} ends before it starts (${fromMin})`, FILL),
	stepDoesNotFill: ({ stepMin, fromMin, untilMin }) =>
		says(`steps of ${stepMin} minutes do not fill ${fromMin} to ${untilMin}`, FILL),
	gridEndsElsewhere: ({ endMin, horizonMin }) =>
		says(
			`the grid ends at ${endMin} and the exercise at ${horizonMin}`,
			'End the last span with until: end.'
		),
	beforeStart: ({ start }) => says('this is before the exercise starts', `Move it to ${start} or later.`),
	afterEnd: ({ minute, horizonMin }) =>
		says(
			`this is minute ${minute}, after the exercise ends (${horizonMin})`,
			'Move it forward, or let the clock run for more days.'
		),
	offGrid: ({ minute, next }) =>
		says(`minute ${minute} is not on the time grid`, `Use ${next}, the next minute at which time can stop.`),
	outOfOrder: ({ of }) =>
		({
			stops: says('this stop is not after the one before', 'Put the stops in order.'),
			plays: says('this is before the play above', 'Order them by time.'),
			zoneEntries: says('the entries of this time zone are out of order', 'Sort them by time.')
		})[of],
	endsBeforeItBegins: () => says('this is before at', 'Let it end after it begins.'),
	recoveryAtNoStop: ({ stops }) =>
		says('the recovery does not start at a stop', `Use one of ${stops.join(', ')}.`)
};
