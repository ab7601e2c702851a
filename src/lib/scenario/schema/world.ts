import * as v from 'valibot';
import { CONTINENTS } from '../worlds/earth-file.ts';
import { closed, Id, Line, list, notIn, Share } from './basic.ts';

export const CountryCode = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, notIn('country')));

const Country = closed({
	iso2: CountryCode,
	name: Line,
	continent: v.picklist(CONTINENTS),
	hostWeight: Share,
	vendorPresence: v.pipe(v.number(), v.minValue(0), v.maxValue(2)),
	servicesShare: Share,
	industryShare: Share
});

const Metro = closed({
	id: Id,
	name: Line,
	country: CountryCode,
	lat: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
	lng: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
	zone: Line,
	population: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
	weight: Share,
	airports: list(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, notIn('airport'))), 20),
	flightWeight: Share
});

const ZoneOffset = v.tuple([
	v.pipe(v.number(), v.safeInteger()),
	v.pipe(v.number(), v.safeInteger(), v.minValue(-720), v.maxValue(840))
]);

/** A world of the author's own, with the fields of the built-in one: a world of one metro will do. */
export const InlineWorld = closed({
	countries: v.pipe(list(Country), v.minLength(1)),
	metros: v.pipe(list(Metro), v.minLength(1)),
	/** Offsets of each zone from UTC: [from minute since 2000-01-01T00:00Z, minutes]. */
	zones: v.record(Line, v.pipe(list(ZoneOffset), v.minLength(1)))
});
export type InlineWorld = v.InferOutput<typeof InlineWorld>;
