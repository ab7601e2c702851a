import type { Accord } from '../accord/accord.ts';
import { itemOf } from '../accord/accord.ts';
import type { Edit } from '../accord/edits.ts';
import type { Amendment } from '../state.ts';

/** Parties whose own proposals these changes touch. */
export function proposersTouched(text: Accord, edits: readonly Edit[]): string[] {
	const touched = edits.flatMap((edit) => {
		const item = itemOf(text, edit.measure);
		return item === undefined ? [] : [item.proposedBy];
	});
	return [...new Set(touched)];
}

/** Parties that would newly pay for others. */
export function newPayers(edits: readonly Edit[]): string[] {
	return [...new Set(edits.flatMap((edit) => (edit.kind === 'cover' && edit.share > 0 ? [edit.by] : [])))];
}

/** Whether a party may change the text so by itself: it adds, or touches what it tabled itself, and nobody else pays. */
export function mayAlone(text: Accord, edits: readonly Edit[], by: string): boolean {
	return (
		proposersTouched(text, edits).every((proposer) => proposer === by) &&
		newPayers(edits).every((payer) => payer === by)
	);
}

/**
 * Whether an amendment goes into the text: whoever would pay agrees, and either those who tabled what it touches do, or
 * most of the parties.
 */
export function isAdopted(text: Accord, { by, edits, answers }: Amendment, parties: number): boolean {
	const backers = new Set([
		by,
		...answers.filter(({ answer }) => answer === 'for').map(({ party }) => party)
	]);
	if (!newPayers(edits).every((payer) => backers.has(payer))) return false;
	if (proposersTouched(text, edits).every((proposer) => backers.has(proposer))) return backers.size > 1;
	return backers.size > parties / 2;
}
