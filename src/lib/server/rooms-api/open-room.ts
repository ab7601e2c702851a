import * as v from 'valibot';
import { roomSetupSchema, type RoomSetup } from '../../room/people/setup.ts';
import { LINKED_KINDS, type LinkedKind } from '../seats/seat-store.ts';
import { isSameKey } from '../seats/tokens.ts';
import { ApiRefusal, tooMany, type Answer } from './answers.ts';
import type { Asked } from './api-parts.ts';
import { readBody } from './body.ts';
import { isOwnMachine } from './origin.ts';
import { takeSeat } from './take-seat.ts';

const schema = v.strictObject({
	setup: roomSetupSchema,
	/** Bots sit in every seat, and it is thrown away afterwards. */
	isRehearsal: v.optional(v.boolean(), false),
	hostKey: v.optional(v.pipe(v.string(), v.maxLength(200)), '')
});

/** The page that each link opens. What lets in stands after the #, which no browser sends and no server logs. */
const PAGES: Readonly<Record<LinkedKind, string>> = {
	facilitator: '/desk',
	evaluator: '/evaluate',
	stage: '/stage',
	observer: '/watch'
};

/** Opens a room and seats whoever opened it at its desk. */
export async function openRoom(asked: Asked): Promise<Answer> {
	const { request, parts, limits } = asked;
	if (!limits.openings.take('')) throw tooMany(2);
	const { setup, hostKey, isRehearsal } = await readBody(request, schema);
	if (!isOwnMachine(request, parts.origin) && !isSameKey(hostKey, parts.hostKey))
		throw new ApiRefusal(401, hostKey === '' ? 'hostKeyNeeded' : 'wrongHostKey');
	return opened(asked, setup, isRehearsal);
}

/** A room with a seat at its desk for who asked. */
export async function opened(asked: Asked, setup: RoomSetup, isRehearsal: boolean): Promise<Answer> {
	const opening = await asked.parts.rooms.open(setup, { isRehearsal });
	if (opening.kind === 'full') throw new ApiRefusal(503, 'serverFull', { most: opening.most });
	if (opening.kind === 'refused') {
		const { code, ...params } = opening.fault;
		throw new ApiRefusal(400, code, { ...params, at: `setup.${params.at}` });
	}
	const { room, links } = opening;
	const { code, audienceCode } = room.codes;
	const { person, cookie } = await takeSeat(
		asked,
		{ room, code },
		{ kind: 'facilitator', name: '', team: null }
	);
	const addresses = LINKED_KINDS.map((kind) => [kind, `${PAGES[kind]}#${code}.${links[kind]}`]);
	const body = {
		code,
		audienceCode,
		person,
		links: Object.fromEntries(addresses) as Record<LinkedKind, string>
	};
	return { status: 201, body, headers: { 'Set-Cookie': cookie } };
}
