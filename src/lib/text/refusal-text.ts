import type { Refusal } from '../exercise/commands/refusals.ts';
import { refusals } from './en/refusals.ts';
import { localised } from './localised.ts';

const words = localised({ en: refusals });

/** A refusal in words. */
export function refusalText({ code, params }: Refusal): string {
	return (words[code] as (params: Refusal['params']) => string)(params);
}
