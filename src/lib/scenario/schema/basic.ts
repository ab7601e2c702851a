import * as v from 'valibot';
import type { FaultCode, FaultParams } from '../faults/fault.ts';
import type { Form } from '../faults/shape.ts';
import { namesLike } from '../parse/nearest.ts';

/** A schema's message is a text: it carries the code and parameters of a fault, which `parse/issues.ts` reads. */
export function coded<Code extends FaultCode>(code: Code, params: FaultParams[Code]): string {
	return JSON.stringify({ code, params });
}
/** The message of a text or value that follows no pattern of its kind. */
export const notIn = (form: Form): string => coded('notInForm', { form });

/** A mapping with these keys and no others; a key it does not know is refused with the nearest one it knows. */
export function closed<const Entries extends v.ObjectEntries>(entries: Entries) {
	const known = Object.keys(entries);
	return v.strictObject(entries, ({ expected, received }) => {
		if (expected === 'never') {
			const key = received.slice(1, -1);
			return coded('unknown', { kind: 'key', id: key, choices: namesLike(key, known) });
		}
		if (expected === 'Object') return coded('noMapping', { given: received, keys: known });
		return coded('missing', { key: expected?.replaceAll('"', '') ?? null });
	});
}

/** Ids are lower-case words joined by hyphens; other parts refer to them. */
export const Id = v.pipe(v.string(), v.maxLength(60), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, notIn('id')));

/** Facts keep the ids of their collection, which may hold a point: cs-t-8.5m. */
export const FactId = v.pipe(
	v.string(),
	v.maxLength(60),
	v.regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, notIn('factId'))
);

export const Line = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
const Prose = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(5000));

/** A text in one or more languages, by locale; English is always there and stands in for the others. */
export const Localized = v.objectWithRest({ en: Prose }, Prose, ({ received }) =>
	received === 'undefined'
		? coded('missing', { key: 'en' })
		: coded('wrongType', { needed: 'textByLocale', given: received })
);
export type Localized = v.InferOutput<typeof Localized>;

export const Share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
/** A share of a whole that stays a whole: never 0. */
export const PositiveShare = v.pipe(v.number(), v.gtValue(0), v.maxValue(1));
export const Hosts = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(2_000_000_000));
export const Amount = v.pipe(v.number(), v.minValue(0), v.maxValue(1e12));
export const Flag = v.boolean();

/** A length of time in whole minutes. */
export const Minutes = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(525_600));

/** A time of the exercise: minutes since its start, elapsed time 'HH:MM', or a UTC time 2024-07-19T05:27Z. */
export const PointInTime = v.union(
	[Minutes, v.pipe(v.string(), v.regex(/^(\d{1,4}:[0-5]\d|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z)$/, notIn('time')))],
	notIn('time')
);
export type PointInTime = v.InferOutput<typeof PointInTime>;

/** A condition or a measure in the scenario's small expression language; the linter reads it. */
export const ExpressionText = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(2000));

/** A list of at most `most` items. */
export const list = <const Item extends v.GenericSchema>(item: Item, most = 1000) =>
	v.pipe(v.array(item), v.maxLength(most));

/** A value for each of some sectors (or countries …), by id. */
export const byId = <const Item extends v.GenericSchema>(item: Item) => v.record(Id, item);
