import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatUtc, parseUtcMinute, utcMinute, weekMinute } from './calendar.ts';

const EPOCH_MS = Date.UTC(2000, 0, 1);
const minutes = fc.integer({
	min: (Date.UTC(1601, 0, 1) - EPOCH_MS) / 60_000,
	max: (Date.UTC(2399, 11, 31) - EPOCH_MS) / 60_000
});

describe('the calendar', () => {
	it('counts minutes from the first of January 2000', () => {
		expect(utcMinute('2000-01-01T00:00Z')).toBe(0);
		expect(utcMinute('2007-01-01T00:00Z')).toBe(3_682_080);
		expect(utcMinute('2024-07-19T05:27Z') - utcMinute('2024-07-19T04:09Z')).toBe(78);
		expect(utcMinute('1999-12-31T23:59Z')).toBe(-1);
	});

	it('agrees with the machine’s clock on every minute', () => {
		fc.assert(
			fc.property(minutes, (minute) => {
				const text = `${new Date(EPOCH_MS + minute * 60_000).toISOString().slice(0, 16)}Z`;
				expect(formatUtc(minute)).toBe(text);
				expect(utcMinute(text)).toBe(minute);
			})
		);
	});

	it('starts the week on Monday', () => {
		expect(weekMinute(utcMinute('2024-07-15T00:00Z'))).toBe(0);
		expect(weekMinute(utcMinute('2024-07-19T04:09Z'))).toBe(4 * 1440 + 4 * 60 + 9);
		expect(weekMinute(utcMinute('2024-07-14T23:59Z'))).toBe(7 * 1440 - 1);
		expect(weekMinute(utcMinute('1999-12-20T00:00Z'))).toBe(0);
	});

	it.each([
		['2024-07-19 04:09', { code: 'notUtc' }],
		['2024-07-19T04:09+02:00', { code: 'notUtc' }],
		['2024-13-01T00:00Z', { params: { part: 'month', value: 13 } }],
		['2024-00-01T00:00Z', { params: { part: 'month', value: 0 } }],
		['2023-02-29T00:00Z', { params: { part: 'day', value: 29 } }],
		['2100-02-29T00:00Z', { params: { part: 'day', value: 29 } }],
		['2024-04-31T00:00Z', { params: { part: 'day', value: 31 } }],
		['2024-04-00T00:00Z', { params: { part: 'day', value: 0 } }],
		['2024-04-01T24:00Z', { params: { part: 'hour', value: 24 } }],
		['2024-04-01T23:60Z', { params: { part: 'minute', value: 60 } }]
	])('refuses %s with the reason', (text, fault) => {
		const result = parseUtcMinute(text);
		expect(result).toMatchObject({ ok: false, fault });
		expect(() => utcMinute(text)).toThrow(text);
	});

	it('knows leap days of 2024 and 2000', () => {
		expect(parseUtcMinute('2024-02-29T00:00Z').ok).toBe(true);
		expect(parseUtcMinute('2000-02-29T00:00Z')).toEqual({ ok: true, minute: 59 * 1440 });
	});
});
