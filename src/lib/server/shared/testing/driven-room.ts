import { moveFrom } from '../../../exercise/state.ts';
import type { RoomParts, StepPart } from '../../../room/live/parts.ts';
import type { RoomSetup } from '../../../room/people/setup.ts';
import type { ChangesMessage } from '../../../room/protocol/protocol.ts';
import type { RequestBody } from '../../../room/protocol/requests.ts';
import { playedText } from '../../../room/testing/played-pack.ts';
import { Browser, Seat, type Opened } from '../../rooms-api/testing/browser.ts';
import type { Member } from './fleet.ts';

/** Requests go to any of the processes; what is not answered is asked of another. */
const PATIENCE_MS = 60_000;
const AGAIN_MS = 100;
/** A small world: a process that takes a room over runs its worlds from their beginning, and here many are taken over again and again. */
const FILE = { name: 'small.yaml', text: playedText() };
const SETUP: RoomSetup = {
	scenarioId: /^id: *(\S+)/m.exec(FILE.text)![1]!,
	cut: 'short',
	seed: 'a',
	teams: [
		{ id: 'makers', name: 'Makers', roles: ['vendor'] },
		{ id: 'ward', name: 'Ward', roles: ['hospital'] }
	],
	bots: {}
};

/** A room whose facilitator presses on, through whatever process answers, and remembers what was accepted. */
export class DrivenRoom {
	readonly code: string;
	/** Ids of the notes that were said to be kept. */
	readonly accepted: string[] = [];
	readonly #members: () => readonly Member[];
	readonly #desk: Seat;
	readonly #draw: () => number;
	#asked = 0;

	private constructor(code: string, desk: Seat, members: () => readonly Member[], draw: () => number) {
		this.code = code;
		this.#desk = desk;
		this.#members = members;
		this.#draw = draw;
	}

	/** @param pace steps of the world's grid a second */
	static async open(members: () => readonly Member[], draw: () => number, pace: number): Promise<DrivenRoom> {
		const host = new Browser(members()[Math.floor(draw() * members().length)].url);
		const { code, person } = await opened(host);
		const room = new DrivenRoom(code, new Seat(host, code, person.id), members, draw);
		await room.ask({ type: 'setPace', stepsPerSecond: pace });
		return room;
	}

	/** Whatever comes next: a step of the exercise, and a note. */
	async press(): Promise<void> {
		const parts = await this.parts();
		const view = parts.get('view') as RoomParts['view'] | undefined;
		const isPaused = (parts.get('step') as StepPart | undefined)?.isPaused;
		if (isPaused) await this.ask({ type: 'resume' });
		else if (view !== undefined) {
			const from = moveFrom(view.projection);
			// Notes are taken until a room has ended: it stays before its end.
			if (from.step !== 'advance' && from.phase !== 'hotWash') await this.ask({ type: 'goOn', from });
		}
		const id = `note-${++this.#asked}`;
		const note: RequestBody = { type: 'command', body: { type: 'note', payload: { text: id } } };
		if (await this.ask(note, id)) this.accepted.push(id);
	}

	/** Sends a request until somebody has answered it. */
	async ask(body: RequestBody, id = `ask-${++this.#asked}`): Promise<boolean> {
		const { status, body: said } = await this.#persist((desk) => desk.ask(body, id));
		if (status !== 200) throw new Error(`${status} ${JSON.stringify(said)}`);
		return said.answer.kind === 'accepted';
	}

	/** All that the desk is shown, by one process or by any. */
	async parts(member?: Member): Promise<ReadonlyMap<string, unknown>> {
		const { body } = await this.#persist((desk) => desk.browser.get(`${desk.path}/feed?wait=0`), member);
		const all = (body.messages as { type: string }[]).filter(({ type }) => type === 'changes');
		return new Map(all.flatMap((one) => Object.entries((one as ChangesMessage).parts)));
	}

	/** The log as a file, from one process. */
	async log(member: Member): Promise<string> {
		const { body } = await this.#persist((desk) => desk.browser.get(`${desk.path}/log`), member);
		return JSON.stringify(body);
	}

	async #persist(
		work: (desk: Seat) => Promise<{ status: number; body: any }>, // eslint-disable-line @typescript-eslint/no-explicit-any
		member?: Member
	) {
		const untilMs = performance.now() + PATIENCE_MS;
		for (;;) {
			const all = this.#members();
			const chosen = member ?? all[Math.floor(this.#draw() * all.length)];
			const answer = await work(this.#at(chosen)).catch((error: unknown) => ({
				status: 599,
				body: String(error)
			}));
			if (answer.status < 429) return answer;
			if (performance.now() > untilMs)
				throw new Error(
					`room ${this.code}: nobody answers; ${chosen.id} said ${answer.status} ${JSON.stringify(answer.body)}`
				);
			await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
		}
	}

	/** The same browser at another process: cookies are those of the name that people use. */
	#at({ url }: Member): Seat {
		const browser = new Browser(url);
		for (const [name, value] of this.#desk.browser.cookies) browser.cookies.set(name, value);
		return new Seat(browser, this.code, this.#desk.person);
	}
}

/** On a busy machine a process may lose what it is just opening, and says so. */
async function opened(host: Browser): Promise<Opened> {
	for (const untilMs = performance.now() + PATIENCE_MS; ;) {
		const { status, body } = await host.post('/api/rooms', { setup: SETUP, file: FILE });
		if (status === 201) return body as Opened;
		if (status !== 503 || performance.now() > untilMs) throw new Error(`${status} ${JSON.stringify(body)}`);
		await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
	}
}
