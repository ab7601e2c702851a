import type { KeptRun } from '../../client/room/room-client.ts';
import { inLocale, wordsFor } from '../../text/words.ts';

const words = wordsFor().runs;
const MINUTE_MS = 60_000;
const EPOCH_2000_MS = Date.UTC(2000, 0, 1);

/** Where a kept run stands, in words. */
export function whereOf({ stage }: KeptRun): string {
	if (stage.kind === 'deciding') return words.where.deciding(stage.part, stage.round, stage.rounds);
	if (stage.kind === 'running') return words.where.running[stage.part];
	return words.where[stage.kind];
}

export function roleOf({ roleName }: KeptRun): string {
	return roleName === null ? words.table : inLocale(roleName);
}

/** When it was last played, on the wall's clock. */
export function changedAt({ changedAtMs }: KeptRun): string {
	return words.moment(Math.floor((changedAtMs - EPOCH_2000_MS) / MINUTE_MS));
}

export function hasEnded({ stage }: KeptRun): boolean {
	return stage.kind === 'hotWash';
}
