import type { PageLook } from '../../room/feed/audience-key.ts';
import { POLL_MS, PROTOCOL, type ServerMessage } from '../../room/protocol/protocol.ts';
import { missedMessage } from '../rooms/room-feeds.ts';
import type { Gone } from '../rooms/room-pages.ts';
import type { ServedRoom } from '../rooms/served-room.ts';
import { ApiRefusal, tooMany, tryAgain, type Answer } from './answers.ts';
import { seatIn, type AtSeat } from './access.ts';
import type { Asked } from './api-parts.ts';

/** What changes at one moment in several feeds goes out together. */
const GATHER_MS = 15;

/** First on every connection. */
export function welcome(build: string, { nowMs }: Pick<ServedRoom, 'nowMs'>): ServerMessage {
	return { type: 'welcome', protocol: PROTOCOL, build, nowMs };
}

/** What a page says of itself as it asks for its feeds. */
export function lookOf(query: URLSearchParams): PageLook {
	return { looksAt: query.get('looksAt'), showsMap: query.get('map') === '1' };
}

/** The same as a pushed feed for those whom no push reaches: answered once there is something, or after a while. */
export async function poll(asked: Asked): Promise<Answer> {
	const at = await seatIn(asked);
	if (!asked.limits.connections.take(at.token)) throw tooMany('connections');
	const protocol = asked.query.get('protocol');
	if (protocol !== null && protocol !== `${PROTOCOL}`)
		throw new ApiRefusal(426, 'otherProtocol', { protocol: PROTOCOL });
	// An empty cursor is that of somebody who has been shown nothing.
	const since = asked.query.get('since') || null;
	const messages = await missed(asked, at, since);
	return { status: 200, body: { messages: [welcome(asked.parts.build, at.room), ...messages] } };
}

async function missed(
	asked: Asked,
	{ room, seat, token }: AtSeat,
	since: string | null
): Promise<ServerMessage[]> {
	const look = lookOf(asked.query);
	const { clock } = asked.parts.rooms;
	let gone: Gone | null = null;
	let wake = () => {};
	const woken = new Promise<void>((resolve) => (wake = resolve));
	const stop = room.follow(seat.person, {
		isPoll: true,
		changed: () => void clock.later(wake, GATHER_MS),
		anew: () => void clock.later(wake, GATHER_MS),
		gone: (why) => ((gone = why), wake()),
		token,
		look
	});
	const callOff = clock.later(wake, POLL_MS);
	asked.response.once('close', wake);
	try {
		const found = () => changesOf(room.since(seat.person, since, look), since);
		if (stop === null) throw await refusalFor(room.ended ?? 'seatGone', asked);
		const now = found();
		if (now.length > 0 || asked.query.get('wait') === '0') return now;
		await woken;
		if (gone !== null) throw await refusalFor(gone, asked);
		return found();
	} finally {
		callOff();
		asked.response.off('close', wake);
		stop?.();
	}
}

/** Why nothing more comes. A seat that is there again after a restart has not ended. */
async function refusalFor(gone: Gone, asked: Asked): Promise<ApiRefusal> {
	if (gone === 'restarting') return tryAgain();
	if (gone === 'roomGone') return new ApiRefusal(404, 'unknownCode', { wrongSigns: [] });
	// Says since when, where that is known.
	await seatIn(asked);
	return new ApiRefusal(401, 'noSeat');
}

function changesOf(missed: ReturnType<AtSeat['room']['since']>, since: string | null): ServerMessage[] {
	if (missed === null) return [];
	const isNothing = since !== null && !missed.all && Object.keys(missed.parts).length === 0;
	return isNothing ? [] : [JSON.parse(missedMessage(missed)) as ServerMessage];
}
