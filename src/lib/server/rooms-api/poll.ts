import { POLL_MS, PROTOCOL, type ServerMessage } from '../../room/protocol/protocol.ts';
import { missedMessage } from '../rooms/room-feeds.ts';
import type { ServedRoom } from '../rooms/served-room.ts';
import { ApiRefusal, tooMany, type Answer } from './answers.ts';
import { seatIn, type AtSeat } from './access.ts';
import type { Asked } from './api-parts.ts';

/** What changes at one moment in several feeds goes out together. */
const GATHER_MS = 15;

/** First on every connection. */
export function welcome(build: string, { nowMs }: Pick<ServedRoom, 'nowMs'>): ServerMessage {
	return { type: 'welcome', protocol: PROTOCOL, build, nowMs };
}

/** The same as a pushed feed for those whom no push reaches: answered once there is something, or after a while. */
export async function poll(asked: Asked): Promise<Answer> {
	const at = await seatIn(asked);
	if (!asked.limits.connections.take(at.token)) throw tooMany();
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
	const looksAt = asked.query.get('looksAt');
	const { clock } = asked.parts.rooms;
	let ended = false;
	let wake = () => {};
	const woken = new Promise<void>((resolve) => (wake = resolve));
	const stop = room.follow(seat.person, {
		isPoll: true,
		changed: () => void clock.later(wake, GATHER_MS),
		anew: () => void clock.later(wake, GATHER_MS),
		gone: () => ((ended = true), wake()),
		token,
		looksAt
	});
	const callOff = clock.later(wake, POLL_MS);
	asked.response.once('close', wake);
	try {
		const found = () => changesOf(room.since(seat.person, since, looksAt), since);
		if (stop === null) throw new ApiRefusal(401, 'noSeat');
		const now = found();
		if (now.length > 0 || asked.query.get('wait') === '0') return now;
		await woken;
		// Says why, where it was closed meanwhile.
		if (ended) await seatIn(asked);
		if (ended && room.since(seat.person, since, looksAt) === null) throw new ApiRefusal(401, 'noSeat');
		return found();
	} finally {
		callOff();
		asked.response.off('close', wake);
		stop?.();
	}
}

function changesOf(missed: ReturnType<AtSeat['room']['since']>, since: string | null): ServerMessage[] {
	if (missed === null) return [];
	const isNothing = since !== null && !missed.all && Object.keys(missed.parts).length === 0;
	return isNothing ? [] : [JSON.parse(missedMessage(missed)) as ServerMessage];
}
