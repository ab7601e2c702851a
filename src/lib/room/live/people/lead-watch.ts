import type { Clock } from '../../clock.ts';
import type { People } from './people.ts';

/** So long a lead may be away before somebody else of the team is asked to stand in. */
export const LEAD_AWAY_MS = 60_000;

/** Which teams' leads have been away for so long that their members are offered to lead. */
export class LeadWatch {
	readonly #people: People;
	readonly #clock: Clock;
	readonly #changed: () => void;
	/** By team: the lead who is away, since when, and whether that is long enough. */
	readonly #away = new Map<string, { readonly lead: string; isGone: boolean }>();

	constructor(people: People, clock: Clock, changed: () => void) {
		this.#people = people;
		this.#clock = clock;
		this.#changed = changed;
	}

	/** Whether the lead of a team has been away for long. */
	isGone(team: string): boolean {
		return this.#away.get(team)?.isGone ?? false;
	}

	/** Somebody has come or gone, or somebody else leads. */
	follow(): void {
		for (const { id, lead } of this.#people.teams) {
			const away = this.#away.get(id);
			if (lead === null || this.#people.isHere(lead)) this.#away.delete(id);
			else if (away?.lead !== lead) this.#watch(id, lead);
		}
	}

	#watch(team: string, lead: string): void {
		const away = { lead, isGone: false };
		this.#away.set(team, away);
		this.#clock.later(() => {
			// Who came back meanwhile, and went again, is watched anew.
			if (this.#away.get(team) !== away) return;
			away.isGone = true;
			this.#changed();
		}, LEAD_AWAY_MS);
	}
}
