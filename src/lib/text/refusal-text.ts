import type { Refusal } from '../exercise/commands/refusals.ts';
import { refusals as en } from './en/refusals.ts';
import type { RefusalWords } from './refusal-words.ts';

/** A refusal in words. */
export function refusalText({ code, params }: Refusal, words: RefusalWords = en): string {
	return (words[code] as (params: Refusal['params']) => string)(params);
}
