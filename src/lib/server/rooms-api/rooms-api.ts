import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { CLOSED } from '../../room/protocol/protocol.ts';
import { answerRaw } from '../answers.ts';
import { errorFacts } from '../log.ts';
import { Visits } from '../preflight/visits.ts';
import { refusalOf } from '../request-rules.ts';
import { ThreadBroke, ThreadGone } from '../rooms/room-threads.ts';
import { ApiRefusal, refusedAs, send, tryAgain, type Answer } from './answers.ts';
import { apiLimits, type Asked, type Limits, type RoomsApiParts, type Watched } from './api-parts.ts';
import { addresses, door, request, whoAmI } from './ask-room.ts';
import { eraseRoom } from './erase.ts';
import { lookAtHandOver, makeHandOver, useHandOver } from './hand-over.ts';
import { LiveConnections, type PageSocket } from './live.ts';
import { openRoom, readOwnScenario } from './open-room.ts';
import { isForeign } from './origin.ts';
import { poll } from './poll.ts';
import { preflight, roomLog } from './preflight.ts';
import { changeStaffLinks, staffLinks } from './staff-links.ts';
import { listRooms, takeOver } from './take-over.ts';
import { endRehearsal, rehearse } from './rehearse.ts';
import { roomReplay } from './replay.ts';
import { joinRoom, useLink } from './take-seat.ts';

const BASE = '/api/rooms';

type Handler = (asked: Asked) => Promise<Answer>;

/** Addresses below the base, and what each of their methods does. `:code` and `:person` stand for one piece. */
const ROUTES: readonly (readonly [pattern: string, methods: Readonly<Record<string, Handler>>])[] = [
	['', { POST: openRoom }],
	['/addresses', { GET: addresses }],
	['/list', { POST: listRooms }],
	['/scenarios', { POST: readOwnScenario }],
	['/:code', { GET: door }],
	['/:code/seats', { POST: joinRoom }],
	['/:code/links', { POST: useLink }],
	['/:code/desk', { POST: takeOver }],
	['/:code/hand-over', { POST: lookAtHandOver }],
	['/:code/hand-over/seat', { POST: useHandOver }],
	['/:code/seats/:person', { GET: whoAmI }],
	['/:code/seats/:person/hand-over', { POST: makeHandOver }],
	['/:code/seats/:person/links', { GET: staffLinks, POST: changeStaffLinks }],
	['/:code/seats/:person/erase', { POST: eraseRoom }],
	['/:code/seats/:person/requests', { POST: request }],
	['/:code/seats/:person/rehearsals', { POST: rehearse }],
	['/:code/seats/:person/rehearsals/end', { POST: endRehearsal }],
	['/:code/seats/:person/feed', { GET: poll }],
	['/:code/seats/:person/preflight', { GET: preflight }],
	['/:code/seats/:person/log', { GET: roomLog }],
	['/:code/seats/:person/replay', { GET: roomReplay }]
];
const LIVE = '/:code/seats/:person/live';

/** The part of the server that rooms are reached by. It stands before SvelteKit, which knows nothing of it. */
export class RoomsApi {
	readonly #parts: RoomsApiParts;
	readonly #limits: Limits;
	readonly #live: LiveConnections;
	readonly #visits: Visits;
	readonly #watched: Watched;
	#isClosed = false;

	constructor(parts: RoomsApiParts) {
		this.#parts = parts;
		this.#limits = apiLimits(() => parts.rooms.clock.nowMs());
		this.#live = new LiveConnections(parts.rooms.clock, parts.rooms.metrics.dropped);
		this.#visits = new Visits(undefined, undefined, parts.proxies);
		this.#watched = { visits: () => this.#visits.facts, delayMs: () => this.#live.delayMs };
	}

	/** Whether an address is one of rooms. */
	owns(path: string): boolean {
		return path === BASE || path.startsWith(`${BASE}/`);
	}

	/** A request has come, for whatever it is. */
	saw(request: IncomingMessage, path: string): void {
		this.#visits.saw(request, path);
	}

	/** How many pages hold a socket open. */
	get sockets(): number {
		return this.#live.count;
	}

	/** Answers a request at one of its addresses. Never rejects. */
	async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const answer = await this.#answerOf(request, response).catch((error) => this.#refusalOf(error, request));
		const refused = refusedAs(answer);
		if (refused !== null) this.#parts.rooms.metrics.refused(refused);
		send(response, answer);
	}

	/** Takes over a connection that is to be a WebSocket. */
	upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
		socket.on('error', () => socket.destroy());
		const { path, query } = addressOf(request);
		const place = match(LIVE, path);
		if (refusalOf(request, false) !== null || !isHandshake(request))
			return answerRaw(socket, '400 Bad Request');
		if (place === null) return answerRaw(socket, '404 Not Found');
		if (isForeign(request, this.#parts.origin)) return answerRaw(socket, '403 Forbidden');
		if (this.#isClosed) return answerRaw(socket, '503 Service Unavailable');
		this.#live.accept({ request, query, ...place, parts: this.#parts, limits: this.#limits }, socket, head);
	}

	/** Takes over a WebSocket that is open already, for simulated networks. */
	connect(page: PageSocket, request: IncomingMessage): void {
		const { path, query } = addressOf(request);
		const place = match(LIVE, path);
		if (place === null || this.#isClosed) return page.close(CLOSED.restarting);
		this.#live.hold(page, { request, query, ...place, parts: this.#parts, limits: this.#limits });
	}

	/** Says goodbye to all pages: the server stops. */
	close(): void {
		this.#isClosed = true;
		this.#live.close();
	}

	async #answerOf(request: IncomingMessage, response: ServerResponse): Promise<Answer> {
		// Nobody is told of a server that stops that a seat has gone.
		if (this.#isClosed) throw tryAgain();
		const { path, query } = addressOf(request);
		for (const [pattern, methods] of ROUTES) {
			const place = match(pattern, path);
			if (place === null) continue;
			const handler = methods[request.method ?? ''];
			if (handler === undefined)
				throw new ApiRefusal(405, 'otherMethod', {}, { Allow: Object.keys(methods).join(', ') });
			if (request.method !== 'GET' && isForeign(request, this.#parts.origin))
				throw new ApiRefusal(403, 'foreignOrigin');
			return handler({
				request,
				response,
				query,
				...place,
				parts: this.#parts,
				limits: this.#limits,
				watched: this.#watched
			});
		}
		throw new ApiRefusal(404, 'unknownAddress');
	}

	#refusalOf(error: unknown, { method }: IncomingMessage): Answer {
		if (error instanceof ApiRefusal) return error.answer;
		if (error instanceof ThreadGone) return tryAgain().answer;
		const facts = error instanceof ThreadBroke ? error.facts : errorFacts(error);
		this.#parts.log('error', 'requestFailed', { method: method ?? '', path: BASE, ...facts });
		return { status: 500, body: { code: 'failed' } };
	}
}

/** What RFC 6455 asks of a request for a WebSocket; anything else gets an answer of ours, with its headers. */
function isHandshake({ method, headers }: IncomingMessage): boolean {
	const isKey = /^[+/0-9A-Za-z]{22}==$/.test(headers['sec-websocket-key'] ?? '');
	return method === 'GET' && isKey && headers['sec-websocket-version'] === '13';
}

function addressOf({ url = '' }: IncomingMessage): {
	readonly path: string;
	readonly query: URLSearchParams;
} {
	const [path, query = ''] = url.split('?', 2);
	return { path: path.slice(BASE.length), query: new URLSearchParams(query) };
}

/** The pieces of a path that a pattern names, or null where it does not fit. */
function match(pattern: string, path: string): { readonly code: string; readonly person: string } | null {
	const wanted = pattern.split('/');
	const pieces = path.split('/');
	if (wanted.length !== pieces.length) return null;
	const place = { code: '', person: '' };
	for (const [index, name] of wanted.entries()) {
		const piece = decoded(pieces[index]);
		if (name === ':code') place.code = piece;
		else if (name === ':person') place.person = piece;
		else if (name !== piece) return null;
	}
	return place;
}

function decoded(piece: string): string {
	try {
		return decodeURIComponent(piece);
	} catch {
		return piece;
	}
}
