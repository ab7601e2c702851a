import type { Accord } from '../accord/accord.ts';
import { itemOf } from '../accord/accord.ts';
import type { Edit } from '../accord/edits.ts';
import type { Amendment } from '../state.ts';

/**
 * Parties whose word these changes need: whoever tabled what they touch. Where somebody takes over what another party
 * pays, that party speaks for itself: a gift does not wait for a third one.
 */
export function needsWordOf(text: Accord, edits: readonly Edit[]): string[] {
	const touched = edits.flatMap((edit) => {
		const item = itemOf(text, edit.measure);
		if (item === undefined) return [];
		return edit.kind === 'cover' && edit.share > 0 && item.proposedBy !== edit.by
			? [edit.of]
			: [item.proposedBy];
	});
	return [...new Set(touched)];
}

/** Parties that would newly pay for others. */
export function newPayers(edits: readonly Edit[]): string[] {
	return [...new Set(edits.flatMap((edit) => (edit.kind === 'cover' && edit.share > 0 ? [edit.by] : [])))];
}

/** Whether a party may change the text so by itself: it adds, or nobody's word is needed but its own, and nobody else pays. */
export function mayAlone(text: Accord, edits: readonly Edit[], by: string): boolean {
	return (
		needsWordOf(text, edits).every((party) => party === by) && newPayers(edits).every((payer) => payer === by)
	);
}

/**
 * Whether an amendment goes into the text: whoever would pay agrees, and either those whose word it needs do, or most
 * of the parties.
 */
export function isAdopted(text: Accord, { by, edits, answers }: Amendment, parties: number): boolean {
	const backers = new Set([
		by,
		...answers.filter(({ answer }) => answer === 'for').map(({ party }) => party)
	]);
	if (!newPayers(edits).every((payer) => backers.has(payer))) return false;
	if (needsWordOf(text, edits).every((party) => backers.has(party))) return backers.size > 1;
	return backers.size > parties / 2;
}
