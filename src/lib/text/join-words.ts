import type { RoomRefusal } from '../room/protocol/refusals.ts';
import { join } from './en/join.ts';
import { roomRefusals } from './en/room-refusals.ts';
import { localised } from './localised.ts';

/** Whoever comes to the door of a room loads these over a Wi-Fi that a hall shares: they stand apart from all other words. */
export const joinWords = localised({ en: join });

const refusals = localised({ en: roomRefusals });

/** Why a room takes somebody in nowhere, or not there. */
export function joinRefusalText({ code, params }: RoomRefusal): string {
	return (refusals[code] as (params: unknown) => string)(params);
}
