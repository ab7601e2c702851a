import { replay } from './en/replay.ts';
import { localised } from './localised.ts';

/** Only a replay says these: they stand apart from all others. */
export const replayWords = localised({ en: replay });
