import type { Refusal } from '../exercise/commands/refusals.ts';
import type { RoomRefusal } from '../room/protocol/refusals.ts';
import { roomRefusals } from './en/room-refusals.ts';
import { localised } from './localised.ts';
import { refusalText } from './refusal-text.ts';

const words = localised({ en: roomRefusals });

/** What a room or its exercise refuses, in words. */
export function roomRefusalText(refusal: Refusal | RoomRefusal): string {
	const { code, params } = refusal;
	if (!Object.hasOwn(words, code)) return refusalText(refusal as Refusal);
	if (code === 'cannotBind') return `${words.cannotBind(params)} ${roomRefusalText(params.because)}`;
	return (words[code as RoomRefusal['code']] as (params: unknown) => string)(params);
}
