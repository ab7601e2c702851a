import type { ExerciseScenario } from '../../exercise/scenario/scenario.ts';
import type { Clock } from '../clock.ts';
import type { FeedKey } from '../feed/audience-key.ts';
import type { Changes } from '../feed/feed.ts';
import type { LiveRoomActs } from '../live/live-room-contract.ts';
import type { RoomParts } from '../live/parts.ts';
import type { Person } from '../people/person.ts';
import type { RoomSetup } from '../people/setup.ts';
import type { RequestBody } from '../protocol/requests.ts';
import type { Pack } from '../scenario-library.ts';
import { guestsOf, type RehearsalWords } from './guests.ts';
import { choicesOf, messagesOf, teamScript, type Scripted } from './team-script.ts';

export interface RehearsalParts {
	readonly room: Pick<LiveRoomActs, 'join' | 'request' | 'presence' | 'people'>;
	readonly pack: Pack;
	readonly setup: RoomSetup;
	readonly clock: Clock;
	readonly words: RehearsalWords;
	readonly failed: (error: unknown) => void;
}

/** Between two votes of the audience. */
const VOTE_EVERY_MS = 250;

/**
 * A room in which bots sit in every seat of people, so that a facilitator can walk through it alone. They do what people
 * do and by the same requests: advise, read advice, decide, get ready, ask for time, vote, look back. They know what
 * their team is shown and what was really done, and nothing else.
 */
export class Rehearsal {
	readonly #parts: RehearsalParts;
	readonly #told = new Map<string, string>();
	#step = '';
	#ballot = '';
	#asked = 0;
	#isClosed = false;

	constructor(parts: RehearsalParts) {
		this.#parts = parts;
	}

	/** Seats everybody; those of a room that was opened again sit there already. */
	async begin(): Promise<void> {
		const { room, setup, words } = this.#parts;
		const here = new Set(room.people().map(({ id }) => id));
		for (const guest of guestsOf(setup, words)) {
			if (!here.has(guest.id)) await room.join(guest);
			room.presence(guest.id, true);
		}
	}

	close(): void {
		this.#isClosed = true;
	}

	/** What an audience of the room has been told. */
	hear(feed: FeedKey, changes: Changes): void {
		for (const [key, text] of Object.entries(changes)) {
			if (text === null) this.#told.delete(`${feed} ${key}`);
			else this.#told.set(`${feed} ${key}`, text);
		}
		const step = this.#part('phone', 'step');
		const stepKey = step === null ? '' : `${step.phase} ${step.step} ${step.round}`;
		if (step !== null && stepKey !== this.#step) {
			this.#step = stepKey;
			this.#teams.forEach((team, index) => this.#play(team, index, stepKey));
		}
		// A vote may be the audience's, a team's or everybody's.
		const ballot = this.#teams
			.map((team) => this.#part(`team:${team}`, 'ballot'))
			.find((one) => one !== null);
		const open = this.#part('phone', 'ballot') ?? ballot ?? null;
		if (open === null || open.state !== 'open' || open.id === this.#ballot) return;
		this.#ballot = open.id;
		this.#vote(open.id, open.options.length);
	}

	get #teams(): readonly string[] {
		return this.#parts.setup.teams.map(({ id }) => id);
	}

	#play(team: string, index: number, step: string): void {
		const { pack, words } = this.#parts;
		const members = this.#members(team);
		const [phase, at] = step.split(' ');
		const view = () => this.#part(`team:${team}`, 'view');
		const script = teamScript({ phase: phase!, step: at!, index, members, words });
		for (const act of script) {
			this.#later(act.afterMs, () => {
				if (this.#step !== step) return;
				for (const body of bodiesOf(act, pack.exercise, view())) this.#ask(act.by, body);
			});
		}
	}

	#members(team: string): string[] {
		return this.#parts.room
			.people()
			.flatMap((one: Person) => (one.team === team && isGuest(one) ? [one.id] : []));
	}

	#vote(ballot: string, options: number): void {
		const guests = this.#parts.room.people().filter(isGuest);
		guests.forEach(({ id }, n) => {
			// Not in halves: there is something to see, and something that won.
			const option = n % 3 === 0 ? (n + 1) % options : 0;
			this.#later(VOTE_EVERY_MS * (n + 1), () => this.#ask(id, { type: 'vote', ballot, option }));
		});
	}

	/** What is refused, as a vote of somebody without one is, is nothing to a rehearsal. */
	#ask(by: string, body: RequestBody): void {
		const id = `rehearsal.${++this.#asked}`;
		this.#parts.room.request(by, { id, ...body }).catch(this.#parts.failed);
	}

	#later(afterMs: number, act: () => void): void {
		this.#parts.clock.later(() => {
			if (!this.#isClosed) act();
		}, afterMs);
	}

	#part<Key extends keyof RoomParts & string>(feed: FeedKey, key: Key): RoomParts[Key] | null {
		const text = this.#told.get(`${feed} ${key}`);
		return text === undefined ? null : (JSON.parse(text) as RoomParts[Key]);
	}
}

function isGuest({ id }: Pick<Person, 'id'>): boolean {
	return id.startsWith('rehearsal-');
}

/** A step's worth of messages; a request holds no more. */
const READ_MOST = 60;

function bodiesOf(
	{ what }: Scripted,
	scenario: ExerciseScenario,
	view: RoomParts['view'] | null
): readonly RequestBody[] {
	if (what === 'read') {
		const injects = messagesOf(view).slice(-READ_MOST);
		return injects.length === 0 ? [] : [{ type: 'openInjects', injects }];
	}
	if (what !== 'commit' && what !== 'advise') return [what];
	const choices = choicesOf(scenario, view);
	if (what === 'advise')
		return [{ type: 'advise', decision: choices[0] ?? null, confidencePct: 60, rationale: null }];
	return choices.map((decision) => ({
		type: 'command',
		body: { type: 'commitDecision', payload: { decision, rationale: null, confidencePct: 70 } }
	}));
}
