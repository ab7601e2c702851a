import { botOf } from './policy.ts';

/** Nobody acts: time passes. */
export const noneBot = botOf('none', { en: 'Does nothing, before and during the incident.' }, () => ({
	name: 'none',
	acts: () => [],
	nextMin: () => null
}));
