import type { Policy } from './policy.ts';

/** Nobody acts: time passes. */
export const noneBot: Policy = { name: 'none', acts: () => [], nextMin: () => null };
