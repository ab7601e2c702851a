import * as v from 'valibot';
import { CHANNELS } from '../../scenario/schema/inject.ts';
import { addresseesField, bodyField, minuteField, titleField } from '../log/fields.ts';
import { LIMITS } from '../log/limits.ts';

const localized = <Line extends v.GenericSchema<string>>(line: Line) =>
	v.pipe(v.objectWithRest({ en: line }, line, 'notByLocale'), v.maxEntries(LIMITS.locales, 'tooManyLocales'));

/** What an inject says, how it reaches people, and the roles it is meant for (null: everybody). */
export const injectTextField = v.strictObject({
	channel: v.picklist(CHANNELS),
	from: titleField,
	title: localized(titleField),
	body: localized(bodyField),
	to: addresseesField
});
export type InjectText = v.InferOutput<typeof injectTextField>;

/** When a planned inject goes out. */
export const timingField = v.variant('kind', [
	/** As the scenario has it. */
	v.strictObject({ kind: v.literal('asWritten') }),
	/** By hand only. */
	v.strictObject({ kind: v.literal('parked') }),
	/** When time reaches this minute. */
	v.strictObject({ kind: v.literal('at'), atMin: minuteField }),
	/** Never: it was written in the room, and thrown away. */
	v.strictObject({ kind: v.literal('dropped') })
]);
export type Timing = v.InferOutput<typeof timingField>;

/** How many times the plan of an inject has been changed; 0: it is as the scenario has it. */
export const revisionField = v.pipe(
	v.number(),
	v.integer('notWhole'),
	v.minValue(0, 'tooSmall'),
	v.maxValue(LIMITS.logEvents, 'tooLarge')
);
