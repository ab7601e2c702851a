import { readFileSync } from 'node:fs';
import type { ExerciseScenario } from '../scenario/scenario.ts';

// eslint-disable-next-line patchfall/purity -- only tests use this file, and they may read files
const FILE = new URL('./fixtures/july-2024-format-1.generated.json', import.meta.url);

/** July 2024 as it was when the plays and logs of format 1 were made: its decisions, injects, experts and cuts, without their texts. */
export function asOfFormat1(today: ExerciseScenario): ExerciseScenario {
	const then = JSON.parse(readFileSync(FILE, 'utf8')) as Pick<
		ExerciseScenario,
		'contentHash' | 'decisions' | 'injects' | 'experts' | 'cuts'
	>;
	return { ...today, ...then };
}
