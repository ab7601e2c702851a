/** Nobody reads more digits off a screen, and no curve is drawn more finely. */
const DIGITS = 6;

/** A number as it travels: without the digits that nobody sees. */
export function short(number: number): number {
	return Number.isInteger(number) ? number : Number(number.toPrecision(DIGITS));
}
