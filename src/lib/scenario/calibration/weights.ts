/**
 * What one decision saves the world, on its own, in the model: the mean of its difference in loss over three worlds
 * (beside the whole record, beside the record of the other roles, where nobody else acts).
 * `npm run decisions -- --weights` writes those that save a hundred times what they cost, or more.
 */
export interface Weight {
	readonly decision: string;
	readonly costUsd: number;
	readonly savedUsd: number;
}

/** From so many times its cost on, what a decision is worth has to be argued for. */
export const ARGUED_FROM_TIMES = 100;
