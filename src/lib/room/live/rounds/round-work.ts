import * as v from 'valibot';
import type { RoomState } from '../../../exercise/state.ts';
import type { Advice } from '../parts.ts';
import type { RoomRows } from '../kept/room-rows.ts';

const adviceSchema = v.strictObject({
	round: v.string(),
	team: v.string(),
	person: v.string(),
	decision: v.nullable(v.string()),
	confidencePct: v.nullable(v.number()),
	rationale: v.nullable(v.string())
});
type AdviceRow = v.InferOutput<typeof adviceSchema>;

const teamSchema = v.strictObject({
	round: v.string(),
	isReady: v.boolean(),
	isAdviceRead: v.boolean(),
	hasAskedForTime: v.boolean()
});
type TeamRow = v.InferOutput<typeof teamSchema>;

/** Names the part of the exercise in which advice is given and teams get ready; another one begins anew. */
export function roundKey({ position, rounds }: Pick<RoomState, 'position' | 'rounds'>): string {
	// Teams read the same briefs before the start and in the briefing: who was ready then is ready now.
	if (position.phase === 'lobby') return 'briefing';
	return position.step === null ? position.phase : `${rounds.at(-1)?.round ?? 0}`;
}

/** Names where the exercise stands: another step of it is another place. */
export function placeOf(state: Pick<RoomState, 'position' | 'rounds'>): string {
	return `${state.position.step ?? state.position.phase} ${roundKey(state)}`;
}

/** How far teams have come with the round that is open: advice, and whether they are ready. Kept in rows. */
export class RoundWork {
	readonly #rows: RoomRows;
	readonly #key: () => string;
	readonly #advice: Map<string, AdviceRow>;
	readonly #teams: Map<string, TeamRow>;

	private constructor(
		rows: RoomRows,
		key: () => string,
		advice: Map<string, AdviceRow>,
		teams: Map<string, TeamRow>
	) {
		this.#rows = rows;
		this.#key = key;
		this.#advice = advice;
		this.#teams = teams;
	}

	/** @param key names the round as it is when it is asked */
	static async read(rows: RoomRows, key: () => string): Promise<RoundWork> {
		return new RoundWork(
			rows,
			key,
			await rows.read('advice', adviceSchema),
			await rows.read('rounds', teamSchema)
		);
	}

	of(team: string): Omit<TeamRow, 'round'> {
		const row = this.#teams.get(team);
		const fresh = { isReady: false, isAdviceRead: false, hasAskedForTime: false };
		return row?.round === this.#key() ? row : fresh;
	}

	async change(team: string, changes: Partial<Omit<TeamRow, 'round'>>): Promise<void> {
		const row = { ...this.of(team), ...changes, round: this.#key() };
		await this.#rows.put('rounds', team, row);
		this.#teams.set(team, row);
	}

	/** In this round, by the members of a team. */
	advice(team: string): Advice[] {
		return [...this.#advice.values()]
			.filter((one) => one.round === this.#key() && one.team === team)
			.map(shown);
	}

	adviceOf(person: string): Advice | null {
		const row = this.#advice.get(person);
		return row?.round === this.#key() ? shown(row) : null;
	}

	/** The last word of a member counts. */
	async advise(team: string, advice: Advice): Promise<void> {
		const row = { ...advice, team, round: this.#key() };
		await this.#rows.put('advice', advice.person, row);
		this.#advice.set(advice.person, row);
	}

	/** All advice of all rounds. */
	async eraseAdvice(): Promise<void> {
		for (const person of [...this.#advice.keys()]) await this.dropAdvice(person);
	}

	/** Of somebody who has left the team. */
	async dropAdvice(person: string): Promise<void> {
		await this.#rows.remove('advice', person);
		this.#advice.delete(person);
	}
}

function shown({ person, decision, confidencePct, rationale }: AdviceRow): Advice {
	return { person, decision, confidencePct, rationale };
}
