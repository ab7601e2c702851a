import { LiveRoom } from '../../room/live/live-room.ts';
import type { OpenLiveRoom } from './hosted-rooms.ts';

/** Opens the rooms that people play in; tests bring others. */
export const openLiveRoom: OpenLiveRoom = (parts) => LiveRoom.open(parts);
