import * as v from 'valibot';
import { idField } from '../../exercise/log/fields.ts';
import { EMPTINESS } from '../log/reasons.ts';

/** How much of something one command may carry. */
const MOST = 40;

export const monthsField = v.pipe(
	v.number(),
	v.integer('notWhole'),
	v.minValue(0, 'tooSmall'),
	v.maxValue(120, 'tooLarge')
);
const numberField = v.pipe(v.number(), v.finite('notFinite'));
const shareField = v.pipe(v.number(), v.minValue(0, 'tooSmall'), v.maxValue(1, 'tooLarge'));
const measure = idField;

export const editField = v.variant('kind', [
	v.strictObject({
		kind: v.literal('add'),
		measure,
		parameters: v.exactOptional(v.record(idField, numberField)),
		laterMonths: v.exactOptional(monthsField)
	}),
	v.strictObject({ kind: v.literal('strike'), measure }),
	v.strictObject({ kind: v.literal('set'), measure, parameter: idField, value: numberField }),
	v.strictObject({ kind: v.literal('delay'), measure, laterMonths: monthsField }),
	v.strictObject({ kind: v.literal('cover'), measure, of: idField, by: idField, share: shareField }),
	v.strictObject({ kind: v.literal('exempt'), measure, party: idField, untilMonth: monthsField })
]);

/** Changes that are still being collected: also none. */
export const draftField = v.pipe(v.array(editField), v.maxLength(MOST, 'tooMany'));
export const editsField = v.pipe(draftField, v.minLength(1, 'empty'));
export const partiesField = v.pipe(v.array(idField), v.minLength(1, 'nobody'), v.maxLength(MOST, 'tooMany'));

const place = v.pipe(
	v.number(),
	v.integer('notWhole'),
	v.minValue(0, 'tooSmall'),
	v.maxValue(MOST, 'tooLarge')
);
/** A place in a list of one's own brief. */
export const placeField = v.nullable(place);

export const reasonField = v.nullable(
	v.variant('kind', [
		v.strictObject({ kind: v.literal('redLine'), redLine: place }),
		v.strictObject({ kind: v.literal('law'), limit: idField }),
		v.strictObject({ kind: v.literal('money'), measure, usdMillion: numberField, ofUsdMillion: numberField }),
		v.strictObject({ kind: v.picklist(['market', 'freedom', 'standing', 'protection', 'loses']), measure }),
		v.strictObject({ kind: v.literal('credibility'), measure, owner: idField }),
		v.strictObject({ kind: v.literal('empty'), because: v.picklist(EMPTINESS) }),
		v.strictObject({ kind: v.literal('tooLittle') }),
		v.strictObject({ kind: v.literal('better') }),
		v.strictObject({ kind: v.literal('bringsIn'), party: idField })
	])
);
