import { drawsOf } from '../../debrief/attribution/draws.ts';
import { DRAWS, type DrawName, type Shock } from './shock.ts';

/** The family is the same for everybody: who compares two accords compares them on the same shocks. */
const FAMILY = 'next outages';

/**
 * Root of x^10 = x + 1 (nine draws and one more): multiples of its negative powers fill the nine-dimensional cube far
 * more evenly than random numbers do (Roberts 2018).
 */
const ROOT = 1.0757660660868371;

/** So many of one kind come before another one's turn; a number of a kind is the same shock in every world. */
export function shockOf(kind: string, number: number): Shock {
	const shift = drawsOf(`${FAMILY} ${kind}`, 0);
	let step = 1;
	const draws = Object.fromEntries(
		DRAWS.map((name) => {
			step /= ROOT;
			return [name, inside(shift() + (number + 1) * step)];
		})
	) as Record<DrawName, number>;
	return { kind, number, draws, seed: `${FAMILY} ${kind} ${number}` };
}

/** The fractional part, never 0. */
function inside(value: number): number {
	const part = value - Math.floor(value);
	return part > 0 ? part : 0.5;
}
