import { faultOf } from '../store/idb-log-store.ts';

/** Why a scenario that holds is not kept: no room, not allowed to keep anything, or else. Each asks for something else. */
export type KeepTrouble = 'full' | 'forbidden' | 'notKept';

/** What a browser's error means for a scenario that was to be kept. */
export function keepTrouble(error: unknown): KeepTrouble {
	const { code } = faultOf(error);
	return code === 'full' || code === 'forbidden' ? code : 'notKept';
}
