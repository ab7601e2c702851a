import type { RoomState } from '../../../exercise/state.ts';

/** A room in which there are no worlds but these: what is projected of it costs no more than they do. */
export function onlyWorlds(state: RoomState, ids: readonly string[]): RoomState {
	const worlds = Object.entries(state.worlds).filter(([id]) => ids.includes(id));
	return { ...state, worlds: Object.fromEntries(worlds) };
}
