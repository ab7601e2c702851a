/**
 * Random streams: a draw is addressed by (seed, stream, cell or site, absolute minute) and by nothing else, so a
 * changed decision changes only the draws of what it touches (common random numbers).
 *
 * The first streams each draw from one chance of the table in `chances.ts`; the others bring their own.
 */
export const CHANCES = [
	'poll',
	'install',
	'crashedExit',
	'crashedBack',
	'crashedByFix',
	'needKey',
	'outOfReach',
	'outOfReachBack',
	'outOfReachByFix',
	'outOfReachFound',
	'outOfReachNeedKey',
	'waitingKeyBack',
	'waitingKeyByFix',
	'waitingHandsBack',
	'waitingHandsByFix',
	'repairDone',
	'repairAside',
	'repairFailed',
	'unprotectedExit',
	'unprotectedRestored',
	'agentDownExit',
	'agentDownRestored',
	'contain'
] as const;

const OTHERS = [
	'keyFound',
	'wake',
	'sleep',
	'ring',
	'ringOnline',
	'shift',
	'start',
	'telemetry',
	'onAfterGap',
	'wokenInGap',
	'misled'
] as const;

/** Streams of other defects; at the end, so that the others keep their numbers. */
const OF_OTHER_DEFECTS = [
	'dormant',
	'dormantOnline',
	'dormantSleep',
	'dormantWake',
	'trigger',
	'reverted',
	'wipe',
	'wipedExit',
	'implantFound',
	'isolatedExit',
	'isolatedReleased',
	'userModeInstalled',
	'userModeTriggered',
	'userModeExpired',
	'fallsBackInstalled',
	'fallsBackTriggered',
	'fallsBackExpired',
	'restartingExit'
] as const;

export type ChanceName = (typeof CHANCES)[number];
export type StreamName = ChanceName | (typeof OTHERS)[number] | (typeof OF_OTHER_DEFECTS)[number];

const NAMES: readonly StreamName[] = [...CHANCES, ...OTHERS, ...OF_OTHER_DEFECTS];

/** Number of each stream. */
export const STREAM = Object.freeze(
	Object.fromEntries(NAMES.map((name, index) => [name, index]))
) as Readonly<Record<StreamName, number>>;

export const STREAM_COUNT = NAMES.length;
export const CHANCE_COUNT = CHANCES.length;
