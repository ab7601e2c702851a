import type { Person } from '../../../lib/room/people/person.ts';

/** Who may be sent a text that somebody has written, as things stand when it is sent. */
export type MaySee = (reader: Reader) => boolean;

export interface Reader extends Pick<Person, 'id' | 'kind'> {
	/** Where they sit, and where they have sat until a moment ago. */
	readonly teams: readonly (string | null)[];
}

const MARK = /zq(\d+)q/g;

/** Marks in all that people write, so that whatever is sent can be asked for whom it is. */
export class Secrets {
	readonly #maySee: MaySee[] = [];

	/** A text that only these may be sent. */
	mark(maySee: MaySee): string {
		return `zq${this.#maySee.push(maySee) - 1}q`;
	}

	/** A mark that a reader may not be sent; null: there is none in this text. */
	leakIn(text: string, reader: Reader): string | null {
		for (const [mark, n] of text.matchAll(MARK)) if (!this.#maySee[Number(n)]!(reader)) return mark;
		return null;
	}
}

export const isStaff = ({ kind }: Reader) => kind === 'facilitator' || kind === 'evaluator';
export const isFacilitator = ({ kind }: Reader) => kind === 'facilitator';
export const isOfTeam = ({ kind, teams }: Reader, team: string) => kind === 'player' && teams.includes(team);
