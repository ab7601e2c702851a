import { PERSON_KINDS, type PersonKind } from '../../lib/room/people/person.ts';
import { MAY_ASK, readPersonRequest, REQUESTS, type RequestType } from '../../lib/room/protocol/requests.ts';
import { damagedText, damagedValue } from './damage.ts';
import { below, pick, type Random } from './raw-requests.ts';
import { SAMPLES } from './request-samples.ts';
import { ODD } from './vocabulary.ts';

/**
 * What a server of rooms is sent by programs that mean harm or are broken. None of it may be done: the rooms are locked and in
 * their lobby, and whoever could be heard sends nothing that can be read.
 */
export interface RoomInput {
	/** What is wrong with it. */
	readonly wrong: string;
	readonly method: string;
	/** Below `/api/rooms`; `:code` and `:person` stand for those of the seat. */
	readonly path: string;
	/** Whose cookie goes with it; null: none. */
	readonly seat: PersonKind | null;
	/** At the seat's own place, or at one of another room, or of another person. */
	readonly place: 'own' | 'otherRoom' | 'otherPerson';
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string | null;
	/** Codes of which one has to be answered; empty: anything that is no failure. */
	readonly answers: readonly string[];
}

const REQUEST_TYPES = Object.keys(REQUESTS) as RequestType[];
const JSON_TYPE = { 'Content-Type': 'application/json' };
const REQUESTS_PATH = '/:code/seats/:person/requests';
/** Room for a body; what is more is not read. */
const BODY_BYTES_MOST = 64 * 1024;

function post(
	wrong: string,
	path: string,
	body: string,
	answers: readonly string[],
	more: Partial<RoomInput> = {}
): RoomInput {
	return {
		...{ wrong, method: 'POST', path, seat: null, place: 'own', headers: JSON_TYPE, body, answers },
		...more
	};
}

const sample = (type: RequestType, random: Random) => ({
	id: `fuzz-${below(random, 1e9)}`,
	type,
	...SAMPLES[type]
});

/** To a seat: what cannot be read from anybody, what can be from somebody who may ask for nothing. */
function asked(random: Random, text: string): RoomInput {
	if (Buffer.byteLength(text) > BODY_BYTES_MOST)
		return post('oversized', REQUESTS_PATH, text, ['tooLarge'], { seat: pick(random, PERSON_KINDS) });
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return post('malformed', REQUESTS_PATH, text, ['malformed'], { seat: pick(random, PERSON_KINDS) });
	}
	if (readPersonRequest(value) === null)
		return post('unreadable', REQUESTS_PATH, text, ['unreadable'], { seat: pick(random, PERSON_KINDS) });
	return post('wrong role', REQUESTS_PATH, text, ['notForYou'], { seat: 'observer' });
}

function wrongRole(random: Random): RoomInput {
	const type = pick(random, REQUEST_TYPES);
	const others = PERSON_KINDS.filter((kind) => !MAY_ASK[kind].includes(type));
	const seat = others.length === 0 ? 'observer' : pick(random, others);
	return post('wrong role', REQUESTS_PATH, JSON.stringify(sample(type, random)), ['notForYou'], { seat });
}

const command = (type: string, payload: object) => ({ type: 'command', body: { type, payload } });
const decision = { decision: 'ground-fleet', rationale: null, confidencePct: null };
/** What cannot be done in the lobby of a room, and why it is said not to be. */
const OUT_OF_PHASE: readonly (readonly [PersonKind, object, readonly string[]])[] = [
	['facilitator', { type: 'closeBallot', ...SAMPLES.closeBallot }, ['noBallot']],
	['facilitator', { type: 'revealBallot', ...SAMPLES.revealBallot }, ['noBallot']],
	['facilitator', { type: 'takeBallotBack', ...SAMPLES.takeBallotBack }, ['noBallot']],
	['facilitator', { type: 'goOn', ...SAMPLES.goOn }, ['alreadyMovedBy']],
	['facilitator', { type: 'eraseNames' }, ['notEnded']],
	['facilitator', command('rate', { team: 'sky', subject: 'early', mark: 'P', observation: 'o' }), []],
	['player', { type: 'vote', ...SAMPLES.vote }, ['voteClosed']],
	['player', command('commitDecision', decision), []],
	['player', command('withdrawDecision', { decision: 'ground-fleet' }), []],
	['phone', { type: 'vote', ...SAMPLES.vote }, ['voteClosed']]
];

function outOfPhase(random: Random): RoomInput {
	const [seat, body, answers] = pick(random, OUT_OF_PHASE);
	const text = JSON.stringify({ id: `fuzz-${below(random, 1e9)}`, ...body });
	return post('out of phase', REQUESTS_PATH, text, answers, { seat });
}

function foreign(random: Random): RoomInput {
	const place = pick(random, ['otherRoom', 'otherPerson'] as const);
	const text = JSON.stringify(sample(pick(random, REQUEST_TYPES), random));
	return post('foreign room or seat', REQUESTS_PATH, text, ['noSeat'], {
		seat: pick(random, PERSON_KINDS),
		place
	});
}

function oversized(random: Random): RoomInput {
	const request = {
		...sample('writePad', random),
		text: 'x'.repeat(BODY_BYTES_MOST + below(random, 60_000))
	};
	return post('oversized', REQUESTS_PATH, JSON.stringify(request), ['tooLarge'], { seat: 'player' });
}

function replayed(): RoomInput {
	return post('replayed', REQUESTS_PATH, KEPT_NOTE, ['accepted'], { seat: 'facilitator' });
}

/** What each desk has asked for before; sent again it is done once, and accepted. */
export const KEPT_NOTE = JSON.stringify({ id: 'kept-note', ...command('note', { text: 'Kept' }) });

const JOINING = { kind: 'player', name: 'Ana', team: 'sky' };
function joining(random: Random): RoomInput {
	const body =
		random() < 0.2
			? damagedText(random, JSON.stringify(JOINING))
			: JSON.stringify(damagedValue(random, JOINING));
	return post(
		'joining',
		'/:code/seats',
		body,
		['malformed', 'refused', 'notByThisCode', 'tooLarge', 'tooMany'],
		{ seat: 'phone' }
	);
}

/** Other addresses at which something is sent: links, codes that take a seat along, keys, rooms and scenarios. */
const ELSEWHERE: readonly (readonly [path: string, body: unknown])[] = [
	['/:code/links', { token: 'x'.repeat(32), name: 'Eva', team: null }],
	['/:code/hand-over', { code: '123456' }],
	['/:code/hand-over/seat', { code: '123456', both: true }],
	['/:code/desk', { hostKey: 'KMNPR-KMNPR-KMNPR-KMNPR' }],
	['/list', { hostKey: 'KMNPR' }],
	['/:code/seats/:person/links', { kind: 'stage', act: 'make' }],
	['/:code/seats/:person/hand-over', { person: 'p1' }],
	['/:code/seats/:person/erase', {}],
	['/:code/seats/:person/rehearsals', {}],
	['', { setup: { scenarioId: 'none', cut: 'short', seed: 'a', teams: [], bots: {} }, isRehearsal: false }],
	['/scenarios', { file: { name: 'mine.yaml', text: 'format: 1\nid: mine\ntitle: Mine\nroles: [a, b]\n' } }]
];
function elsewhere(random: Random): RoomInput {
	const [path, value] = pick(random, ELSEWHERE);
	const body =
		random() < 0.3 ? damagedText(random, JSON.stringify(value)) : JSON.stringify(damagedValue(random, value));
	return post('elsewhere', path, body, [], { seat: pick(random, ['phone', 'observer'] as const) });
}

const odd = (random: Random) => encodeURIComponent(pick(random, ODD));
/** Addresses that are read. */
function reading(random: Random): RoomInput {
	const path = pick(random, [
		() =>
			`/:code/seats/:person/feed?wait=0&since=${odd(random)}~team:sky~${odd(random)}&looksAt=${odd(random)}`,
		() => `/:code/seats/:person/feed?wait=0&protocol=${odd(random)}&since=`,
		() => `/:code/seats/${odd(random)}`,
		() => `/${odd(random)}`,
		() => `/:code/seats/:person/${odd(random)}`,
		() => `/:code/seats/:person/log?texts=${odd(random)}`
	])();
	const seat = pick(random, ['phone', 'observer', 'player'] as const);
	return { ...post('reading', path, '', [], { seat }), method: 'GET', headers: {}, body: null };
}

function otherHeaders(random: Random): RoomInput {
	const text = JSON.stringify(sample('vote', random));
	const [headers, answer] = pick(random, [
		[{ 'Content-Type': 'text/plain' }, 'notJson'],
		[{}, 'notJson'],
		[{ ...JSON_TYPE, Origin: 'http://evil.example' }, 'foreignOrigin'],
		[{ ...JSON_TYPE, Origin: 'null' }, 'foreignOrigin']
	] as const);
	return post('other headers', REQUESTS_PATH, text, [answer], { seat: 'phone', headers });
}

const KINDS: readonly (readonly [weight: number, make: (random: Random) => RoomInput])[] = [
	[
		20,
		(random) =>
			asked(random, damagedText(random, JSON.stringify(sample(pick(random, REQUEST_TYPES), random))))
	],
	[
		25,
		(random) =>
			asked(random, JSON.stringify(damagedValue(random, sample(pick(random, REQUEST_TYPES), random))))
	],
	[10, wrongRole],
	[8, outOfPhase],
	[6, foreign],
	[1, oversized],
	[2, replayed],
	[8, joining],
	[4, elsewhere],
	[10, reading],
	[4, otherHeaders]
];
const ALL = KINDS.reduce((sum, [weight]) => sum + weight, 0);

/** One input; the same for the same seed. */
export function roomInput(random: Random): RoomInput {
	let at = random() * ALL;
	for (const [weight, make] of KINDS) if ((at -= weight) < 0) return make(random);
	return reading(random);
}
