/** What a decision saves by the model, against its price. `npm run decisions -- --write` measures it. */
export interface DecisionWeight {
	readonly decision: string;
	readonly costUsd: number;
	/** The most that it saves in any of three worlds: as on record, with others as on record, with nobody else acting. */
	readonly savedUsd: number;
	/** Whose losses those are: of the role's own organisations, or the world's. */
	readonly of: 'own' | 'world';
	/** Parameters that it sets and that move nothing of what they are there to move, in none of the three worlds. */
	readonly idle: readonly string[];
}

/** Benefits above so many times their price are argued one by one. */
export const TIMES_MOST = 100;

/** Whether a decision saves more than {@link TIMES_MOST} times its price. */
export function isHeavy({ costUsd, savedUsd }: DecisionWeight): boolean {
	return savedUsd > 0 && savedUsd > costUsd * TIMES_MOST;
}
