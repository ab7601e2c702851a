import type { Choices } from '../../../scenario/faults/names.ts';
import type { FaultText } from '../../fault-words.ts';

export const says = (what: string, remedy: string): FaultText => ({ what, remedy });

/** What to choose instead of a name that is not known. */
export function choicesText({ near, some, count }: Choices): string {
	if (near !== null) return `Did you mean '${near}'?`;
	if (count === 0) return 'There is none to choose from: add it, or remove this.';
	return `Use one of ${some.join(', ')}${count > some.length ? ` … (${count} in all)` : ''}.`;
}

/** A value as its author wrote it. */
export const given = (text: string) => (text === 'null' ? 'nothing' : text);
