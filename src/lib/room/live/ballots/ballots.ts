import * as v from 'valibot';
import { idField } from '../../../exercise/log/fields.ts';
import type { Ballot } from '../../../exercise/state.ts';
import { ASKED } from '../../../summit/log/events.ts';
import type { Clock } from '../../clock.ts';
import type { Person } from '../../people/person.ts';
import { optionsField, questionField, type BallotOption } from '../../protocol/requests.ts';
import type { RoomRows } from '../kept/room-rows.ts';

const ballotSchema = v.strictObject({
	/** Counts the ballots of a room: none has the id of one that was taken back. */
	number: v.number(),
	question: questionField,
	options: optionsField,
	/** `audience`: the phones; `all`: the phones and every player; else a team. */
	to: idField,
	/** The option that the facilitator chose of those that tie. */
	chosen: v.nullable(v.number()),
	/** It is on no screen any more. */
	isAway: v.boolean(),
	/** Id of the question in the scenario; null: it was written in the room. */
	prepared: v.optional(v.nullable(idField), null),
	/** What the summit hears of it, by the places of its options; null: nothing. */
	asks: v.optional(v.nullable(v.strictObject({ asked: v.picklist(ASKED), choices: v.array(idField) })), null)
});
type BallotRow = v.InferOutput<typeof ballotSchema>;
const askedSchema = v.strictObject({ questions: v.array(idField) });
/** `request`: the one by which it came; `nth`: which choice of its person it is. Rooms of before have neither. */
const voteSchema = v.strictObject({
	option: v.number(),
	request: v.optional(v.string(), ''),
	nth: v.optional(v.number(), 0)
});
/** Of a vote that was counted, the request by which it came, and not what for. */
const countedSchema = v.strictObject({ ballot: v.string(), request: v.string() });
const turnoutSchema = v.strictObject({ isShown: v.boolean() });

/** The ballot that people see. */
export interface ShownBallot extends Omit<BallotRow, 'number' | 'isAway'> {
	readonly id: string;
	readonly state: 'open' | 'closed' | 'revealed';
	/** By the room's clock; null: nobody is held to a time. It closes nothing: that is for a person to do. */
	readonly endsAtMs: number | null;
	/** By option; null: not counted yet. */
	readonly votes: readonly number[] | null;
}

type Vote = v.InferOutput<typeof voteSchema>;

interface Kept {
	readonly ballot: BallotRow | null;
	readonly votes: Map<string, Vote>;
	readonly counted: Map<string, v.InferOutput<typeof countedSchema>>;
	readonly isTurnoutShown: boolean;
	readonly asked: readonly string[];
}

/**
 * One vote at a time. Who votes for what is kept in rows until the vote is counted, and then erased: the log gets the count
 * alone, and says how far a ballot has come. Until it is off the screens each person's own vote is remembered for them, in
 * memory only.
 */
export class Ballots {
	readonly #rows: RoomRows;
	readonly #clock: Clock;
	readonly #counted: () => readonly Ballot[];
	/** By person. */
	readonly #votes: Map<string, Vote>;
	/** By person. */
	readonly #wereCounted: Kept['counted'];
	#hasVoteRows: boolean;
	#ballot: BallotRow | null;
	#endsAtMs: number | null = null;
	#isTurnoutShown: boolean;
	#asked: readonly string[];

	private constructor(rows: RoomRows, clock: Clock, counted: () => readonly Ballot[], kept: Kept) {
		this.#rows = rows;
		this.#clock = clock;
		this.#counted = counted;
		this.#ballot = kept.ballot;
		this.#votes = kept.votes;
		this.#wereCounted = kept.counted;
		this.#hasVoteRows = kept.votes.size > 0;
		this.#isTurnoutShown = kept.isTurnoutShown;
		this.#asked = kept.asked;
	}

	/** @param counted the votes that are in the log, as it is when it is asked */
	static async read(rows: RoomRows, clock: Clock, counted: () => readonly Ballot[]): Promise<Ballots> {
		const ballot = (await rows.read('ballots', ballotSchema)).get('ballot') ?? null;
		const turnout = (await rows.read('turnout', turnoutSchema)).get('turnout');
		const votes = new Map<string, Vote>();
		for (const [key, vote] of await rows.read('votes', voteSchema)) {
			const prefix = ballot === null ? null : `${idOf(ballot)}.`;
			if (prefix !== null && key.startsWith(prefix)) votes.set(key.slice(prefix.length), vote);
		}
		const asked = (await rows.read('ballots', askedSchema)).get('asked')?.questions ?? [];
		const isTurnoutShown = turnout?.isShown ?? false;
		const were = await rows.read('counted', countedSchema);
		return new Ballots(rows, clock, counted, { ballot, votes, counted: were, isTurnoutShown, asked });
	}

	/** Erases votes that were counted just before the process ended. */
	async begin(): Promise<void> {
		if (this.shown?.state !== 'open') await this.#eraseVotes();
	}

	/** Null: there is none on any screen. */
	get shown(): ShownBallot | null {
		if (this.#ballot === null || this.#ballot.isAway) return null;
		const { number: _number, isAway: _isAway, ...ballot } = this.#ballot;
		const id = idOf(this.#ballot);
		const counted = this.#counted().find((one) => one.ballot === id);
		const state = counted === undefined ? 'open' : counted.isRevealed ? 'revealed' : 'closed';
		return {
			...{ ...ballot, id, state },
			endsAtMs: state === 'open' ? this.#endsAtMs : null,
			votes: counted?.tally.map(({ votes }) => votes) ?? null
		};
	}

	/** Ids of the scenario's questions that have been asked. */
	get asked(): readonly string[] {
		return this.#asked;
	}

	get isTurnoutShown(): boolean {
		return this.#isTurnoutShown;
	}

	get hasVotes(): boolean {
		return this.#votes.size > 0;
	}

	hasVoted(person: string): boolean {
		return this.#votes.has(person);
	}

	/** Place of the option that somebody voted for; null: none. */
	voteOf(person: string): number | null {
		return this.shown === null ? null : (this.#votes.get(person)?.option ?? null);
	}

	/** Which choice of somebody the one is that counts; 0: they have not voted. */
	nthOf(person: string): number {
		return this.#votes.get(person)?.nth ?? 0;
	}

	async open(
		ballot: Pick<ShownBallot, 'question' | 'to' | 'prepared' | 'asks'> & {
			readonly options: readonly BallotOption[];
		},
		seconds: number | null
	): Promise<void> {
		await this.#eraseVotes();
		const number = Math.max(this.#ballot?.number ?? 0, this.#counted().length) + 1;
		const { options, ...rest } = ballot;
		await this.#write({ ...rest, number, options: [...options], chosen: null, isAway: false });
		if (rest.prepared !== null) await this.#ask([...this.#asked, rest.prepared]);
		this.#endsAtMs = seconds === null ? null : this.#clock.nowMs() + seconds * 1000;
	}

	/** Whether the vote of a request was taken, and counts or was counted: its answer may never have reached who voted. */
	wasTaken(ballot: string, person: string, request: string): boolean {
		const isOfShown = this.#ballot !== null && idOf(this.#ballot) === ballot;
		if (isOfShown && this.#votes.get(person)?.request === request) return true;
		const counted = this.#wereCounted.get(person);
		return counted?.ballot === ballot && counted.request === request;
	}

	/** The last vote of a person counts. */
	async vote(person: string, vote: Vote): Promise<void> {
		await this.#rows.put('votes', this.#voteKey(person), vote);
		this.#hasVoteRows = true;
		this.#votes.set(person, vote);
	}

	/** How many voted for each option, of those who may. */
	count(people: readonly Person[]): number[] {
		const { options, to } = this.#ballot!;
		const votes = people.filter((one) => mayVote(to, one)).map(({ id }) => this.#votes.get(id)?.option);
		return options.map((_, place) => votes.filter((vote) => vote === place).length);
	}

	/** The count is in the log: nobody can find out any more who voted for what. */
	async counted(): Promise<void> {
		if (!this.#hasVoteRows) return;
		const ballot = idOf(this.#ballot!);
		const counted = [...this.#votes].map(([person, { request }]) => [person, { ballot, request }] as const);
		await this.#rows.change({
			put: counted.map(([key, value]) => ({ table: 'counted', key, value })),
			remove: counted.map(([person]) => ({ table: 'votes', key: this.#voteKey(person) }))
		});
		for (const [person, was] of counted) this.#wereCounted.set(person, was);
		this.#hasVoteRows = false;
	}

	async choose(chosen: number): Promise<void> {
		await this.#write({ ...this.#ballot!, chosen });
	}

	/** The ballot was never asked: takes it off all screens. */
	async takeBack(): Promise<void> {
		const prepared = this.#ballot?.prepared ?? null;
		await this.putAway();
		await this.#ask(this.#asked.filter((one) => one !== prepared));
	}

	/** Takes the ballot off all screens. */
	async putAway(): Promise<void> {
		await this.#eraseVotes();
		if (this.#ballot !== null) await this.#write({ ...this.#ballot, isAway: true });
	}

	async showTurnout(isShown: boolean): Promise<void> {
		await this.#rows.put('turnout', 'turnout', { isShown });
		this.#isTurnoutShown = isShown;
	}

	async #eraseVotes(): Promise<void> {
		await this.counted();
		this.#votes.clear();
	}

	async #ask(questions: readonly string[]): Promise<void> {
		await this.#rows.put('ballots', 'asked', { questions });
		this.#asked = questions;
	}

	async #write(ballot: BallotRow): Promise<void> {
		await this.#rows.put('ballots', 'ballot', ballot);
		this.#ballot = ballot;
	}

	#voteKey(person: string): string {
		return `${idOf(this.#ballot!)}.${person}`;
	}
}

/** Who may vote: phones of the audience, every player too, or the players of one team. */
export function mayVote(to: string, { kind, team }: Pick<Person, 'kind' | 'team'>): boolean {
	if (kind === 'phone') return to === 'audience' || to === 'all';
	return kind === 'player' && (to === 'all' || (to !== 'audience' && to === team));
}

/** The team that votes; null: more than one. */
export function teamOf({ to }: Pick<ShownBallot, 'to'>): string | null {
	return to === 'audience' || to === 'all' ? null : to;
}

/** Whether what wins is decided: its options name decisions of the scenario. */
export function isBound({ options }: Pick<ShownBallot, 'options'>): boolean {
	return options.some(({ decision }) => decision !== null);
}

function idOf({ number }: BallotRow): string {
	return `ballot-${number}`;
}
