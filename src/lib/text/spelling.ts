import { localised } from './localised.ts';

/** How the signs of a room's code are said, so that they are heard rightly. */
const en: Readonly<Record<string, string>> = {
	...{ A: 'Alpha', C: 'Charlie', D: 'Delta', E: 'Echo', F: 'Foxtrot', H: 'Hotel', J: 'Juliett', K: 'Kilo' },
	...{ M: 'Mike', N: 'November', P: 'Papa', R: 'Romeo', T: 'Tango', U: 'Uniform', V: 'Victor', W: 'Whiskey' },
	...{ X: 'X-ray', Y: 'Yankee', 3: 'three', 4: 'four', 7: 'seven', 9: 'nine' }
};
const words = localised({ en });

/** `Kilo, Mike, seven, Alpha, four` */
export function readAloud(code: string): string {
	return [...code].map((sign) => words[sign] ?? sign).join(', ');
}
