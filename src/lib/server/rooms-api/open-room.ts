import * as v from 'valibot';
import { roomSetupSchema, type RoomSetup } from '../../room/people/setup.ts';
import { SCENARIO_BODY_BYTES_MOST, scenarioFileField, type ScenarioFile } from '../rooms/own-scenario.ts';
import { LINKED_KINDS, type LinkedKind } from '../seats/seat-store.ts';
import { isSameKey } from '../seats/tokens.ts';
import { ApiRefusal, type Answer } from './answers.ts';
import type { Asked } from './api-parts.ts';
import { readBody } from './body.ts';
import { takeOpening } from './openings.ts';
import { isOwnMachine } from './origin.ts';
import { linkOf } from './staff-links.ts';
import { takeSeat } from './take-seat.ts';

const hostKeyField = v.optional(v.pipe(v.string(), v.maxLength(200)), '');
const schema = v.strictObject({
	setup: roomSetupSchema,
	/** Bots sit in every seat, and it is thrown away afterwards. */
	isRehearsal: v.optional(v.boolean(), false),
	hostKey: hostKeyField,
	/** A scenario of one's own. */
	file: v.optional(v.nullable(scenarioFileField), null)
});

/** Opens a room and seats its host at its desk. */
export async function openRoom(asked: Asked): Promise<Answer> {
	takeOpening(asked);
	const { setup, hostKey, file, isRehearsal } = await readBody(
		asked.request,
		schema,
		SCENARIO_BODY_BYTES_MOST
	);
	requireHost(asked, hostKey);
	return opened(asked, setup, { file, isRehearsal });
}

/** A room with a seat at its desk for who asked. */
export async function opened(
	asked: Asked,
	setup: RoomSetup,
	options: { readonly file?: ScenarioFile | null; readonly isRehearsal?: boolean }
): Promise<Answer> {
	const opening = await asked.parts.rooms.open(setup, options);
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
	const addresses = LINKED_KINDS.map((kind) => [kind, linkOf(kind, code, links[kind])]);
	const body = {
		code,
		audienceCode,
		person,
		links: Object.fromEntries(addresses) as Record<LinkedKind, string>
	};
	return { status: 201, body, headers: { 'Set-Cookie': cookie } };
}

const readSchema = v.strictObject({ file: scenarioFileField, hostKey: hostKeyField });

/** What a scenario of one's own holds, or what is wrong with it. Nothing of it is kept. */
export async function readOwnScenario(asked: Asked): Promise<Answer> {
	const { request, parts } = asked;
	takeOpening(asked);
	const { file, hostKey } = await readBody(request, readSchema, SCENARIO_BODY_BYTES_MOST);
	requireHost(asked, hostKey);
	return { status: 200, body: await parts.rooms.readScenario(file) };
}

function requireHost({ request, parts }: Pick<Asked, 'request' | 'parts'>, hostKey: string): void {
	if (isOwnMachine(request, parts.origin) || isSameKey(hostKey, parts.hostKey)) return;
	throw new ApiRefusal(401, hostKey === '' ? 'hostKeyNeeded' : 'wrongHostKey');
}
