import * as v from 'valibot';
import { LINKED_KINDS, type LinkedKind } from '../seats/seat-store.ts';
import { ApiRefusal, tooMany, type Answer } from './answers.ts';
import { seatIn, type AtSeat } from './access.ts';
import type { Asked } from './api-parts.ts';
import { readBody } from './body.ts';

/** The page that each link opens. What lets in stands after the #, which no browser sends and no server logs. */
const PAGES: Readonly<Record<LinkedKind, string>> = {
	facilitator: '/desk',
	evaluator: '/evaluate',
	stage: '/stage',
	observer: '/watch'
};

export function linkOf(kind: LinkedKind, code: string, token: string): string {
	return `${PAGES[kind]}#${code}.${token}`;
}

const schema = v.strictObject({
	kind: v.picklist(LINKED_KINDS),
	/** `withdraw`: those that were made so far let nobody in any more. */
	act: v.picklist(['make', 'withdraw'])
});

/** How many links of each kind let somebody in: what they are stands nowhere. */
export async function staffLinks(asked: Asked): Promise<Answer> {
	const { room } = await asHost(asked);
	return { status: 200, body: { links: await asked.parts.rooms.seats.countLinks(room.codes.id) } };
}

/** Makes a link for staff, or withdraws those of a kind. For the host alone. */
export async function changeStaffLinks(asked: Asked): Promise<Answer> {
	const { room, token, seat } = await asHost(asked);
	if (!asked.limits.requests.take(token)) throw tooMany('requests');
	const { kind, act } = await readBody(asked.request, schema);
	const { seats } = asked.parts.rooms;
	if (act === 'withdraw') {
		await seats.withdrawLinks(seat.room, kind);
		return { status: 200, body: {} };
	}
	const link = linkOf(kind, room.codes.code, await seats.addLink(seat.room, kind));
	return { status: 201, body: { link } };
}

/** @throws ApiRefusal where a request does not come from the host of its room */
export async function asHost(asked: Asked): Promise<AtSeat> {
	const at = await seatIn(asked);
	if ((await at.room.host()) !== at.seat.person) throw new ApiRefusal(403, 'hostOnly');
	return at;
}
