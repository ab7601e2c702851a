import type { Projection } from '../../exercise/project/project.ts';
import type { Live } from './live.ts';
import { ownActs } from './own-work.ts';
import type { Headline } from './parts.ts';

/** What somebody has missed who comes late: as much as is read in half a minute. */
export interface MissedPart {
	/** Date in ms since 1970 at which the exercise began; null: it has not. */
	readonly beganAtMs: number | null;
	/** The latest messages to this team, the oldest first. */
	readonly messages: readonly Headline[];
	/** What the team decided last; null: nothing yet. */
	readonly lastDecision: { readonly decision: string; readonly atMin: number } | null;
}

const LINES_MOST = 5;

/** From what the team is shown anyway: who comes late learns nothing that the others do not know. */
export function missedPart(live: Live, team: string, { ownWorld, worlds }: Projection): MissedPart {
	const injects = ownWorld === null ? [] : (worlds[ownWorld]?.injects ?? []);
	const last = ownActs(live, team).at(-1);
	return {
		beganAtMs: live.beganAtMs,
		messages: injects
			.slice(-LINES_MOST)
			.map(({ inject, atMin, from, title, body }) => ({ inject, atMin, from, title, body })),
		lastDecision: last === undefined ? null : { decision: last.decision, atMin: last.atMin }
	};
}
