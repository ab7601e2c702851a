import { replayLink as en } from './en/replay-link.ts';
import { localised } from './localised.ts';

/** What leads to a replay. */
export const replayLink = localised({ en });
