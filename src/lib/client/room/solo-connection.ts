import type { CommonStatus, RoomConnection } from '../connection/room-connection.ts';
import type { RoomBreakdown } from '../../room/protocol/solo-faults.ts';
import type { RoomMessage } from './messages.ts';
import type { SoloBody } from './requests.ts';

/** `failed`: until somebody wants it to be tried again. */
export type SoloStatus = CommonStatus | { readonly kind: 'failed'; readonly breakdown: RoomBreakdown };

/** A page's end of the room that one person plays in, as its screens know it. */
export type SoloConnection = RoomConnection<SoloBody, RoomMessage, SoloStatus>;
