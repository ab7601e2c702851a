import type { Describe } from '../scenario/schema/json-schema.ts';
import { common } from './en/scenario-format/common.ts';
import { play } from './en/scenario-format/play.ts';
import { summit } from './en/scenario-format/summit.ts';
import { world } from './en/scenario-format/world.ts';
import { localised } from './localised.ts';

const inSummit = Object.fromEntries(
	Object.entries(summit).map(([path, text]) => [path === '' ? 'summit' : `summit.${path}`, text])
);
const words = localised({ en: { places: { ...world, ...play, ...inSummit }, common } });

/** Places whose keys mean the same as those of another. */
const SAME: readonly (readonly [RegExp, string])[] = [
	[/^ownSectors\.(?!id$|like$)/, 'sectors.'],
	[/^summit\.(parties\.redLines|limits)\.when\b/, 'summit.when']
];

/** What a key of a scenario means, by its path without indices: `decisions.effects.set`; undefined: nobody has said. */
export const formatText: Describe = (path) => {
	const places: Readonly<Record<string, string>> = words.places;
	const keys: Readonly<Record<string, string>> = words.common;
	const [same, other] = SAME.find(([pattern]) => pattern.test(path)) ?? [];
	const place = same === undefined ? path : path.replace(same, other!);
	return places[place] ?? keys[place.slice(place.lastIndexOf('.') + 1)];
};
