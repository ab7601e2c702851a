import * as v from 'valibot';
import { formatPath } from '../faults/fault.ts';
import { EarthFileSchema, type EarthFile, type ZoneOffsets } from './earth-file.ts';
import { earthFindings } from './earth-rules.ts';

/** The world's countries, metros and zones. Weights, names and references are checked; every zone holds offsets. */
export const EarthSchema = v.pipe(
	EarthFileSchema,
	v.rawCheck(({ dataset, addIssue }) => {
		if (!dataset.typed) return;
		for (const { path, code, params } of earthFindings(dataset.value))
			addIssue({ message: `${formatPath(path)}: ${code} ${JSON.stringify(params)}` });
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
