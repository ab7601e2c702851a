import * as v from 'valibot';

/** UTC offsets of a zone: [from minute since 2000-01-01T00:00Z, offset in minutes], in order of time. */
export type ZoneOffsets = readonly (readonly [fromMin: number, offsetMin: number])[];

/** The continents' codes: Africa, Asia, Europe, North and South America, Oceania. */
export const CONTINENTS = ['AF', 'AS', 'EU', 'NA', 'SA', 'OC'] as const;

const Text = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const Iso2 = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'expected two capital letters (ISO 3166)'));
const Share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const Offsets = v.pipe(
	v.array(
		v.tuple([
			v.pipe(v.number(), v.safeInteger()),
			v.pipe(v.number(), v.integer(), v.minValue(-720), v.maxValue(840))
		])
	),
	v.minLength(1)
);

const CountrySchema = v.strictObject({
	iso2: Iso2,
	name: Text,
	continent: v.picklist(CONTINENTS),
	/** Share of the world's managed hosts; sums to 1 over the countries. */
	hostWeight: Share,
	/** Presence of the failed vendor among managed hosts: index, United States = 1. */
	vendorPresence: v.pipe(v.number(), v.minValue(0), v.maxValue(2)),
	servicesShare: Share,
	industryShare: Share
});

const MetroSchema = v.strictObject({
	id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)+$/, 'expected a name like new-york-us')),
	name: Text,
	country: Iso2,
	lat: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
	lng: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
	zone: Text,
	population: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
	/** Share of its country's hosts; sums to 1 in each country. */
	weight: Share,
	airports: v.array(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'expected an IATA code'))),
	/** Share of the world's scheduled flights; sums to 1 over the metros. */
	flightWeight: Share
});

/** The world's file; what only its rules can say stands in earth-rules.ts. */
export const EarthFileSchema = v.strictObject({
	format: v.literal(1),
	id: v.literal('earth'),
	sources: v.array(v.strictObject({ id: Text, title: Text, year: Text, licence: Text })),
	countries: v.pipe(v.array(CountrySchema), v.minLength(1)),
	metros: v.pipe(v.array(MetroSchema), v.minLength(1)),
	/** In the file a zone may name another zone whose offsets it shares. */
	zones: v.record(Text, v.union([Offsets, Text]))
});

/** The file as it stands, before its zones' second names are resolved. */
export type EarthFile = v.InferOutput<typeof EarthFileSchema>;
