import type { RoomEvent } from '../../exercise/log/events.ts';
import { isKnownFormerHash } from '../../exercise/scenario/content-hash.ts';
import { BUILT_IN } from '../../scenario/packs/built-in.ts';
import { ENGINE_VERSION } from '../../sim/version.ts';

type Created = Pick<
	Extract<RoomEvent, { type: 'exerciseCreated' }>,
	'scenarioId' | 'contentHash' | 'engineVersion'
>;

/**
 * Whether a run was begun with other physics or another content of its scenario than this version has, so that it is
 * shown and not played on. Told from hashes alone: a list of runs loads no scenario.
 *
 * @param isOwn whether it was played with an author's file, of which each version is kept
 */
export function isOfEarlierVersion(events: readonly RoomEvent[], isOwn = false): boolean {
	const created = events.find(({ type }) => type === 'exerciseCreated') as Created | undefined;
	if (created === undefined) return false;
	if (created.engineVersion !== ENGINE_VERSION) return true;
	if (isOwn) return false;
	const today = BUILT_IN.find(({ id }) => id === created.scenarioId)?.contentHash;
	// Of a scenario that is not built in nothing is known before it is there.
	if (today === undefined || created.contentHash === today) return false;
	return !isKnownFormerHash(today, created.contentHash);
}
