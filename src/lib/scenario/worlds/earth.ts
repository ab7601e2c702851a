import * as v from 'valibot';
import { earthFaults } from './earth-rules.ts';

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

const EarthFileSchema = v.strictObject({
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

/** The world's countries, metros and zones. Weights, names and references are checked; every zone holds offsets. */
export const EarthSchema = v.pipe(
	EarthFileSchema,
	v.rawCheck(({ dataset, addIssue }) => {
		if (dataset.typed) for (const message of earthFaults(dataset.value)) addIssue({ message });
	}),
	v.transform((file) => ({ ...file, zones: resolveZones(file.zones) }))
);
export type EarthData = v.InferOutput<typeof EarthSchema>;

function resolveZones(zones: EarthFile['zones']): Record<string, ZoneOffsets> {
	return Object.fromEntries(
		Object.entries(zones).map(([zone, value]) => [
			zone,
			(typeof value === 'string' ? zones[value] : value) as ZoneOffsets
		])
	);
}

/** Reads a world. Throws an Error that names the place and the fault of the first three things wrong. */
export function parseEarth(json: unknown): EarthData {
	const result = v.safeParse(EarthSchema, json);
	if (result.success) return result.output;
	const faults = result.issues.map((issue) => {
		const path = v.getDotPath(issue);
		return path ? `${path}: ${issue.message}` : issue.message;
	});
	const more = faults.length > 3 ? ` (and ${faults.length - 3} more)` : '';
	throw new Error(`The world does not load: ${faults.slice(0, 3).join('; ')}${more}.`);
}

/**
 * Offset from UTC in minutes that a zone keeps at a UTC minute since 2000-01-01T00:00Z. Before the zone's first
 * entry that entry counts, after its last the last. Throws on a zone that the table lacks.
 */
export function zoneOffsetMin(
	zones: Readonly<Record<string, ZoneOffsets>>,
	zone: string,
	minuteSince2000: number
): number {
	const offsets = Object.hasOwn(zones, zone) ? zones[zone] : undefined;
	if (!offsets) throw new Error(`No time zone "${zone}" in this world: use one of its zones.`);
	let low = 0;
	let high = offsets.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if (offsets[middle][0] <= minuteSince2000) low = middle;
		else high = middle - 1;
	}
	return offsets[low][1];
}
