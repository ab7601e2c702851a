import { WebSocket } from 'ws';
import { patched } from '../../../room/feed/patch.ts';
import type { Person } from '../../../room/people/person.ts';
import type { RoomSetup } from '../../../room/people/setup.ts';
import { PROTOCOL, type ChangesMessage, type ServerMessage } from '../../../room/protocol/protocol.ts';
import type { RequestBody } from '../../../room/protocol/requests.ts';

export const SETUP: RoomSetup = {
	scenarioId: 'july-2024',
	cut: 'short',
	seed: 'a',
	teams: [
		{ id: 'sky', name: 'Sky', roles: ['airline'] },
		{ id: 'ward', name: 'Ward', roles: ['hospital-network'] }
	],
	bots: {}
};

export interface Opened {
	readonly code: string;
	readonly audienceCode: string;
	readonly person: Person;
	readonly links: Readonly<Record<'facilitator' | 'evaluator' | 'stage' | 'observer', string>>;
}

interface Answer {
	readonly status: number;
	// eslint-disable-next-line @typescript-eslint/no-explicit-any
	readonly body: any;
	readonly headers: Headers;
}

let requests = 0;

/** A browser: it keeps cookies, and its pages are of one origin. */
export class Browser {
	readonly cookies = new Map<string, string>();
	readonly url: string;
	readonly #origin: string;

	constructor(url: string, origin = url) {
		this.url = url;
		this.#origin = origin;
	}

	async get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
		return this.#ask(path, { headers: { Cookie: this.cookie, ...headers } });
	}

	async post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
		return this.#ask(path, {
			method: 'POST',
			headers: {
				Cookie: this.cookie,
				Origin: this.#origin,
				'Content-Type': 'application/json',
				...headers
			},
			body: typeof body === 'string' ? body : JSON.stringify(body)
		});
	}

	async open(setup: RoomSetup = SETUP): Promise<Opened> {
		const { status, body } = await this.post('/api/rooms', { setup });
		if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
		return body as Opened;
	}

	async join(code: string, kind: string, team: string | null, name = ''): Promise<Seat> {
		const { status, body } = await this.post(`/api/rooms/${code}/seats`, { kind, team, name });
		if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
		return new Seat(this, code, (body.person as Person).id);
	}

	/** A socket as a page opens it. */
	socket(path: string, headers: Record<string, string> = {}): Page {
		const url = this.url.replace('http', 'ws') + path;
		return new Page(
			new WebSocket(url, { headers: { Cookie: this.cookie, Origin: this.#origin, ...headers } })
		);
	}

	/** As the header of its requests. */
	get cookie(): string {
		return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
	}

	async #ask(path: string, init: RequestInit): Promise<Answer> {
		const response = await fetch(this.url + path, init);
		for (const cookie of response.headers.getSetCookie()) {
			const [name, value] = cookie.split(';')[0].split('=', 2);
			this.cookies.set(name, value);
		}
		const body: unknown = await response.json().catch(() => null);
		return { status: response.status, body, headers: response.headers };
	}
}

/** A seat in a room, in one browser. */
export class Seat {
	readonly browser: Browser;
	readonly code: string;
	readonly person: string;
	readonly path: string;

	constructor(browser: Browser, code: string, person: string) {
		this.browser = browser;
		this.code = code;
		this.person = person;
		this.path = `/api/rooms/${code}/seats/${person}`;
	}

	async ask(body: RequestBody, id = `r${++requests}`) {
		return this.browser.post(`${this.path}/requests`, { id, ...body });
	}

	async poll(query = ''): Promise<readonly ServerMessage[]> {
		const { status, body } = await this.browser.get(`${this.path}/feed${query}`);
		if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
		return body.messages as ServerMessage[];
	}

	/**
	 * @param looksAt the team whose page a facilitator looks at; null: it is the seat's own page
	 * @param showsMap whether the page shows a map
	 */
	live(since = '', looksAt: string | null = null, showsMap = false): Page {
		const at = (looksAt === null ? '' : `&looksAt=${looksAt}`) + (showsMap ? '&map=1' : '');
		return this.browser.socket(
			`${this.path}/live?since=${encodeURIComponent(since)}&protocol=${PROTOCOL}${at}`
		);
	}
}

/** What a page has been shown by its socket, put together as it does. */
export class Page {
	readonly heard: ServerMessage[] = [];
	readonly parts = new Map<string, unknown>();
	cursor = '';
	readonly closed: Promise<number>;
	readonly #socket: WebSocket;
	#changed = () => {};

	constructor(socket: WebSocket) {
		this.#socket = socket;
		this.closed = new Promise((resolve) => socket.on('close', (code) => resolve(code)).on('error', () => {}));
		socket.on('message', (data) => {
			const message = JSON.parse(String(data)) as ServerMessage;
			this.heard.push(message);
			if (message.type === 'changes') this.#take(message);
			this.#changed();
		});
	}

	/** Resolves once what it shows is as the test wants it. */
	async until(isSo: (parts: ReadonlyMap<string, unknown>) => boolean): Promise<void> {
		while (!(this.heard.some(({ type }) => type === 'changes') && isSo(this.parts)))
			await new Promise<void>((resolve) => (this.#changed = resolve));
	}

	pause(): void {
		this.#socket.pause();
	}

	send(text: string): void {
		this.#socket.send(text);
	}

	leave(): void {
		this.#socket.close();
	}

	#take({ all, parts, patches = {}, cursor }: ChangesMessage): void {
		if (all) this.parts.clear();
		this.cursor = cursor;
		for (const [key, patch] of Object.entries(patches))
			this.parts.set(key, patched(this.parts.get(key), patch));
		for (const [key, value] of Object.entries(parts)) {
			if (value === null) this.parts.delete(key);
			else this.parts.set(key, value);
		}
	}
}
