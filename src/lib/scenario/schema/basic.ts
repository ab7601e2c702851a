import * as v from 'valibot';
import { suggestion } from '../parse/nearest.ts';

/**
 * A schema's message carries what is wrong and what to do about it: two lines. `parse/issues.ts` takes them apart, so
 * that an author reads both beside the place.
 */
export const say = (message: string, remedy: string) => `${message}\n${remedy}`;

/** A mapping with these keys and no others; a key it does not know is refused with the nearest one it knows. */
export function closed<const Entries extends v.ObjectEntries>(entries: Entries) {
	const known = Object.keys(entries);
	return v.strictObject(entries, ({ expected, received }) => {
		if (expected === 'never') {
			const key = received.slice(1, -1);
			return say(`there is no key '${key}' here`, suggestion(key, known));
		}
		if (expected === 'Object') {
			return say(`a mapping is needed here, not ${received}`, `write it with the keys ${known.join(', ')}`);
		}
		return say(`the key ${expected} is missing`, `add ${expected}`);
	});
}

/** Ids are lower-case words joined by hyphens; other parts refer to them. */
export const Id = v.pipe(
	v.string(),
	v.maxLength(60),
	v.regex(
		/^[a-z0-9]+(-[a-z0-9]+)*$/,
		say('this is not an id', 'use lower-case letters, digits and single hyphens, like corvane-endpoint')
	)
);

/** Facts keep the ids of their collection, which may hold a point: cs-t-8.5m. */
export const FactId = v.pipe(
	v.string(),
	v.maxLength(60),
	v.regex(
		/^[a-z0-9]+([.-][a-z0-9]+)*$/,
		say('this is not the id of a fact', 'copy it from the list of facts')
	)
);

export const Line = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
const Prose = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(5000));

/** A text in one or more languages, by locale; English is always there and stands in for the others. */
export const Localized = v.objectWithRest(
	{ en: Prose },
	Prose,
	say('a text by locale is needed here', 'write it as { en: … }')
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
	[
		Minutes,
		v.pipe(
			v.string(),
			v.regex(
				/^(\d{1,4}:[0-5]\d|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z)$/,
				say(
					'this is not a time',
					"write minutes since the start, '03:30' since the start, or 2024-07-19T05:27Z"
				)
			)
		)
	],
	say('this is not a time', "write minutes since the start, '03:30' since the start, or 2024-07-19T05:27Z")
);
export type PointInTime = v.InferOutput<typeof PointInTime>;

/** A condition or a measure in the scenario's small expression language; the linter reads it. */
export const ExpressionText = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(2000));

/** A list of at most `most` items. */
export const list = <const Item extends v.GenericSchema>(item: Item, most = 1000) =>
	v.pipe(v.array(item), v.maxLength(most));

/** A value for each of some sectors (or countries …), by id. */
export const byId = <const Item extends v.GenericSchema>(item: Item) => v.record(Id, item);
