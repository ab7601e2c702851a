import { mayVote } from '../../../lib/room/live/ballots/ballots.ts';
import type { LiveRoom } from '../../../lib/room/live/live-room.ts';
import type { Around } from './acts.ts';
import type { Chance } from './chance.ts';
import { LogWatch, type CountedBallot } from './checks.ts';
import type { Device } from './device.ts';
import { Ledger } from './ledger.ts';
import { Secrets, type Reader } from './secrets.ts';

const TEAMS = ['makers', 'ward'] as const;
/** Who was moved may still be sent for a moment what was on its way. */
const MOVED_MS = 1000;

interface WatchedRoomParts {
	readonly id: string;
	readonly code: string;
	readonly audienceCode: string;
	readonly nowMs: () => number;
	/** As it is open in the server; null: it is not. */
	readonly live: () => LiveRoom | null;
}

/** A room, its people's devices, and what has been noticed of it: who sat where, what was asked, who may read what. */
export class WatchedRoom {
	readonly id: string;
	readonly code: string;
	readonly audienceCode: string;
	readonly ledger = new Ledger();
	readonly log: LogWatch;
	readonly secrets = new Secrets();
	readonly devices: Device[] = [];
	readonly counted = new Map<string, CountedBallot>();
	/** In steps. */
	age = 0;
	readonly #nowMs: () => number;
	readonly #live: () => LiveRoom | null;
	/** Where each person has sat, the latest last, and until when that was seen. */
	readonly #teams = new Map<string, { readonly team: string | null; untilMs: number }[]>();
	/** When each person was seen to lead last. */
	readonly #ledMs = new Map<string, number>();
	/** Who may vote in the ballot that is shown. */
	#voters: { readonly ballot: string | null; readonly ids: readonly string[] } = { ballot: null, ids: [] };

	constructor({ id, code, audienceCode, nowMs, live }: WatchedRoomParts) {
		this.id = id;
		this.code = code;
		this.audienceCode = audienceCode;
		this.log = new LogWatch(id, this.ledger);
		this.#nowMs = nowMs;
		this.#live = live;
	}

	/** As it is open in the server; null: it is not. */
	get live(): LiveRoom | null {
		return this.#live();
	}

	/** What somebody who acts knows of it besides what their page shows. */
	around(chance: Chance): Around {
		const events = () => this.live?.live.exercise.room.events ?? this.log.events;
		return {
			chance,
			devices: this.devices.filter(({ looksAt }) => looksAt === null),
			teams: TEAMS,
			mark: (maySee) => this.secrets.mark(maySee),
			isWith: ({ teams, kind }, author) => {
				const now = this.live?.live.people.find(author)?.team ?? null;
				const authors = [now, ...(this.#teams.get(author) ?? []).map(({ team }) => team)];
				return kind === 'player' && teams.some((team) => team !== null && authors.includes(team));
			},
			isRevealed: () => events().some(({ type }) => type === 'revealed'),
			isOut: (inject) => events().some((event) => event.type === 'injectReleased' && event.inject === inject),
			isShown: (question) => {
				// The same may be asked in several ballots: who presses again opens another.
				const asked = events().flatMap((event) =>
					event.type === 'ballotClosed' && event.question === question ? [event.ballot] : []
				);
				return events().some((event) => event.type === 'ballotRevealed' && asked.includes(event.ballot));
			},
			leads: ({ id }) => (this.#ledMs.get(id) ?? -Infinity) > this.#nowMs() - MOVED_MS || this.#leadsNow(id)
		};
	}

	/** The person of a device as a reader of what is sent to it now. */
	readerAt({ person: { id, kind }, looksAt }: Device): Reader {
		// Somebody may be moved there and back between two looks.
		if (this.live !== null) this.notePeople(this.live);
		if (looksAt !== null) return { id, kind, teams: [] };
		const sinceMs = this.#nowMs() - MOVED_MS;
		const known = this.#teams.get(id) ?? [];
		const recent = known.filter(({ untilMs }, n) => n === known.length - 1 || untilMs > sinceMs);
		const now = this.live?.live.people.find(id)?.team;
		return { id, kind, teams: [...recent.map(({ team }) => team), ...(now === undefined ? [] : [now])] };
	}

	/** Takes note of who sits where, who leads, and which votes have been counted. */
	notePeople({ live }: LiveRoom): void {
		const nowMs = this.#nowMs();
		for (const person of live.people.all) {
			const teams = this.#teams.get(person.id) ?? [];
			this.#teams.set(person.id, teams);
			const latest = teams.at(-1);
			if (latest?.team === person.team) latest.untilMs = nowMs;
			else teams.push({ team: person.team, untilMs: nowMs });
			if (live.people.isLead(person)) this.#ledMs.set(person.id, nowMs);
		}
		const { shown } = live.ballots;
		const voters =
			shown === null ? [] : live.people.all.filter((one) => mayVote(shown.to, one)).map(({ id }) => id);
		const before = this.#voters;
		this.#voters = { ballot: shown?.id ?? null, ids: voters };
		if (shown === null || shown.state === 'open' || this.counted.has(shown.id)) return;
		const was = before.ballot === shown.id ? before.ids : [];
		this.counted.set(shown.id, { ballot: shown.id, before: was, after: voters });
	}

	#leadsNow(id: string): boolean {
		const live = this.live?.live;
		const person = live?.people.find(id);
		return person !== undefined && live!.people.isLead(person);
	}
}
