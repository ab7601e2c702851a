import { ReadableError } from '../readable-error.ts';
import type { ZoneOffsets } from '../../lib/scenario/worlds/earth-file.ts';

const MINUTE_MS = 60_000;
const EPOCH_MS = Date.UTC(2000, 0, 1);
const FIRST_MIN = (Date.UTC(2007, 0, 1) - EPOCH_MS) / MINUTE_MS;
const END_MIN = (Date.UTC(2033, 0, 1) - EPOCH_MS) / MINUTE_MS;
/** The shortest change of clocks on record in these years, Ramadan's in Egypt and Morocco, lasts four weeks. */
const PROBE_MIN = 7 * 24 * 60;

/**
 * UTC offsets of a zone from 2007 to 2032 as [from minute since 2000-01-01T00:00Z, offset in minutes], the first
 * entry at 2007-01-01. From the time zone database inside Node's ICU.
 */
export function zoneOffsets(zone: string): ZoneOffsets {
	const offsetAt = offsetReader(zone);
	const entries: [number, number][] = [[FIRST_MIN, offsetAt(FIRST_MIN)]];
	for (let from = FIRST_MIN; from < END_MIN; from += PROBE_MIN) {
		const until = Math.min(from + PROBE_MIN, END_MIN);
		const before = offsetAt(from);
		const after = offsetAt(until);
		if (before === after) continue;
		let [low, high] = [from, until];
		while (high - low > 1) {
			const middle = Math.floor((low + high) / 2);
			if (offsetAt(middle) === before) low = middle;
			else high = middle;
		}
		if (high < END_MIN) entries.push([high, after]);
	}
	return entries;
}

function offsetReader(zone: string): (minute: number) => number {
	const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
	return (minute) => {
		const text = format.format(EPOCH_MS + minute * MINUTE_MS);
		const match = /GMT(?:([+-])(\d\d):(\d\d))?$/.exec(text);
		if (!match) throw new ReadableError(`${zone}: cannot read an offset from "${text}".`);
		const minutes = Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0);
		return match[1] === '-' ? -minutes : minutes;
	};
}

/**
 * The offsets of every zone, by name in order. A zone with the same offsets as an earlier one holds that one's
 * name instead: most of Europe changes its clocks together, and the file stays small.
 */
export function zoneTable(zones: readonly string[]): Record<string, ZoneOffsets | string> {
	const table: Record<string, ZoneOffsets | string> = {};
	const seen = new Map<string, string>();
	for (const zone of [...new Set(zones)].sort()) {
		const offsets = zoneOffsets(zone);
		const key = JSON.stringify(offsets);
		table[zone] = seen.get(key) ?? offsets;
		if (!seen.has(key)) seen.set(key, zone);
	}
	return table;
}
