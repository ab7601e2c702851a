import {
	digitsOf,
	HAND_OVER_MS,
	HAND_OVER_TRIES,
	newHandOverCode,
	type HandOverReading,
	type HandOvers
} from '../../seats/hand-overs.ts';
import type { PgDatabase } from './pg-database.ts';

/** Codes that are made at one process and used at another. Their time is that of PostgreSQL. */
export class PgHandOvers implements HandOvers {
	readonly #database: PgDatabase;

	constructor(database: PgDatabase) {
		this.#database = database;
	}

	async make(room: string, person: string): Promise<{ readonly code: string; readonly forMs: number }> {
		const code = await this.#database.transaction(async ({ query }) => {
			await query('DELETE FROM hand_overs WHERE until <= now() OR (room = $1 AND person = $2 AND NOT used)', [
				room,
				person
			]);
			for (;;) {
				const drawn = newHandOverCode();
				const added = await query(
					`INSERT INTO hand_overs (room, code, person, until, tries_left)
					VALUES ($1, $2, $3, now() + make_interval(secs => $4), $5)
					ON CONFLICT DO NOTHING RETURNING code`,
					[room, drawn, person, HAND_OVER_MS / 1000, HAND_OVER_TRIES]
				);
				if (added.length > 0) return drawn;
			}
		});
		return { code, forMs: HAND_OVER_MS };
	}

	async read(room: string, typed: string): Promise<HandOverReading> {
		const [found] = await this.#database.query<{ person: string; used: boolean }>(
			`SELECT person, used FROM hand_overs
			WHERE room = $1 AND code = $2 AND until > now() AND (used OR tries_left > 0)`,
			[room, digitsOf(typed)]
		);
		if (found !== undefined)
			return found.used ? { ok: false, code: 'codeUsed' } : { ok: true, person: found.person };
		await this.#database.query('UPDATE hand_overs SET tries_left = tries_left - 1 WHERE room = $1', [room]);
		return { ok: false, code: 'codeOld' };
	}

	async use(room: string, typed: string): Promise<HandOverReading> {
		const [used] = await this.#database.query<{ person: string }>(
			`UPDATE hand_overs SET used = true, until = now() + make_interval(secs => $3)
			WHERE room = $1 AND code = $2 AND until > now() AND NOT used AND tries_left > 0 RETURNING person`,
			[room, digitsOf(typed), HAND_OVER_MS / 1000]
		);
		if (used !== undefined) return { ok: true, person: used.person };
		return this.read(room, typed);
	}
}
