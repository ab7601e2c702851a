import { dollars, percent, rounded } from '../../text/figures.ts';

const NO_BREAK = '\u00a0';
/** Units that stand behind a number as they are. */
const PLAIN: Readonly<Record<string, string>> = {
	hours: 'h',
	min: 'min',
	perDay: 'a day',
	days: 'days',
	flights: 'flights',
	hosts: 'hosts'
};

/** A figure with its unit, as people read it: `11.4 h`, `58 %`, `$860 million`. */
export function withUnit(value: number, unit: string): string {
	if (unit === 'share') return percent(value);
	if (unit === 'USD' || unit === 'usd') return dollars(value * 100);
	const number = Math.abs(value) >= 100 ? rounded(value) : String(Number(value.toPrecision(3)));
	const name = PLAIN[unit];
	return name === undefined ? number : `${number}${NO_BREAK}${name}`;
}

/** Two figures of one unit: `3 h to 7 h`; one where they are written alike. */
export function fromTo(low: number, high: number, unit: string): string {
	const [from, to] = [withUnit(low, unit), withUnit(high, unit)];
	return from === to ? from : `${from} to ${to}`;
}
