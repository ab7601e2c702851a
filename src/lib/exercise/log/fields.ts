import * as v from 'valibot';
import { HOST_CLASSES } from '../../sim/model.ts';
import { LIMITS } from './limits.ts';

/**
 * The pieces that events and commands are made of. Every text has an end and every number a range. What a schema says of
 * a fault is one of FIELD_FAULTS.
 */

const ID = /^[A-Za-z0-9][A-Za-z0-9.-]*$/;

export const idField = v.pipe(v.string(), v.maxLength(LIMITS.idLength, 'tooLong'), v.regex(ID, 'notAnId'));

/** What machines make up: a command's id (a UUID, say) or a content hash. */
export const tokenField = v.pipe(
	v.string(),
	v.maxLength(LIMITS.idLength, 'tooLong'),
	v.regex(/^[A-Za-z0-9._:-]+$/, 'notAToken')
);

export const seedField = textField(LIMITS.seedLength);
export const titleField = textField(LIMITS.titleLength);
export const bodyField = textField(LIMITS.textLength);

/** A text in one or more languages, by locale; English stands in for those it lacks. */
export const localizedField = v.pipe(
	v.objectWithRest({ en: bodyField }, bodyField, 'notByLocale'),
	v.maxEntries(LIMITS.locales, 'tooManyLocales')
);
export type Localized = Readonly<v.InferOutput<typeof localizedField>>;

/** A minute of the exercise; what is decided in preparation carries a minute before 0. */
export const actMinuteField = wholeField(-LIMITS.minute, LIMITS.minute);
export const minuteField = wholeField(0, LIMITS.minute);
export const roundField = v.nullable(wholeField(1, LIMITS.logEvents));
export const votesField = wholeField(0, LIMITS.votes);
/** How sure somebody is of a decision, in per cent. */
export const confidenceField = wholeField(0, 100);

export const addresseesField = v.nullable(
	v.pipe(v.array(idField), v.minLength(1, 'nobody'), v.maxLength(LIMITS.addressees, 'tooMany'))
);

const scopeField = v.variant('kind', [
	v.strictObject({ kind: v.literal('world') }),
	v.strictObject({ kind: v.literal('vendor'), id: idField }),
	v.strictObject({ kind: v.literal('sector'), id: idField }),
	v.strictObject({ kind: v.literal('organisation'), id: idField })
]);

export const settingField = v.strictObject({
	parameter: idField,
	scope: scopeField,
	hostClass: v.exactOptional(v.picklist(HOST_CLASSES)),
	value: v.pipe(v.number(), v.finite('notFinite'))
});

function textField(maxLength: number) {
	return v.pipe(v.string(), v.minLength(1, 'empty'), v.maxLength(maxLength, 'tooLong'));
}

function wholeField(min: number, max: number) {
	return v.pipe(v.number(), v.integer('notWhole'), v.minValue(min, 'tooSmall'), v.maxValue(max, 'tooLarge'));
}
