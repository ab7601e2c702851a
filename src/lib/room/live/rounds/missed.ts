import type { Live } from '../live.ts';
import { ownActs } from './own-work.ts';

/** What somebody has missed who comes late, besides the messages that their view has. */
export interface MissedPart {
	/** Date in ms since 1970 at which the exercise began; null: it has not. */
	readonly beganAtMs: number | null;
	/** What the team decided last; null: nothing yet. */
	readonly lastDecision: { readonly decision: string; readonly atMin: number } | null;
}

/** From what the team is shown anyway: who comes late learns nothing that the others do not know. */
export function missedPart(live: Live, team: string): MissedPart {
	const last = ownActs(live, team).at(-1);
	return {
		beganAtMs: live.beganAtMs,
		lastDecision: last === undefined ? null : { decision: last.decision, atMin: last.atMin }
	};
}
