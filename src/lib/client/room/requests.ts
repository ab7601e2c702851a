import * as v from 'valibot';
import { REQUESTS } from '../../room/protocol/requests.ts';
import { requestReader, type BodyOf, type RequestOf } from '../../room/protocol/request-reader.ts';
import { openRoomSchema } from './open-room.ts';

/** What travels from a page to the worker beside it: closed lists, as those of a room on a server. */

const { command, goOn, pause, resume, stopHere, setPace } = REQUESTS;
const index = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0)));

/** Of the open room. The first six are those of every room; the others ask for what only this device computes. */
export const SOLO_ROOM_REQUESTS = {
	...{ command, goOn, pause, resume, stopHere, setPace },
	/** Answered by a message with the run's log. */
	saveLog: v.strictObject({}),
	/** Whether a map is watched: only then is it told what to draw. */
	watchMap: v.strictObject({ on: v.boolean() }),
	/** Whose flows the map's snapshots come with; null: nobody's. */
	watchFlows: v.strictObject({ scope: v.nullable(v.strictObject({ metro: index, sector: index })) }),
	/** Shows the map a past minute of this run instead of the present; null: the present again. */
	lookBack: v.strictObject({ minute: v.nullable(v.number()) }),
	/** Works out what each decision was worth, from where it was left, or stops with that. */
	attribute: v.strictObject({ on: v.boolean() })
} as const;

/** Of the run library of this device, which no room has. */
export const LIBRARY_REQUESTS = {
	open: v.strictObject({ what: openRoomSchema }),
	/** Puts the open run down, as it stands; another one may be opened. */
	leave: v.strictObject({}),
	/** Has it looked up whether the open run still goes on here: after a sleep, after the back button. */
	checkClaim: v.strictObject({}),
	/** Asks for a scenario as a setup screen shows it. */
	describe: v.strictObject({ scenarioId: v.string() }),
	/** Asks for a scenario's world as it is before anything happens. */
	previewMap: v.strictObject({ scenarioId: v.string() })
} as const;

const SOLO_REQUESTS = { ...SOLO_ROOM_REQUESTS, ...LIBRARY_REQUESTS };

export type SoloRequest = RequestOf<typeof SOLO_REQUESTS>;
export type SoloRoomRequest = RequestOf<typeof SOLO_ROOM_REQUESTS>;
export type SoloBody = BodyOf<SoloRequest>;

/** A request as it arrived, or null where it is none. */
export const readSoloRequest: (message: unknown) => SoloRequest | null = requestReader(SOLO_REQUESTS);

export function isOfRoom(request: SoloRequest): request is SoloRoomRequest {
	return Object.hasOwn(SOLO_ROOM_REQUESTS, request.type);
}
