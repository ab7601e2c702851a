import type { Accord } from '../accord/accord.ts';
import { edited, type Edit } from '../accord/edits.ts';
import { EMPTY_ACCORD } from '../accord/accord.ts';
import type { Summit } from '../../scenario/summit.ts';
import { stakeOf } from '../value/stake.ts';
import { trustAtFirst, type Trust } from '../value/trust.ts';
import { worthOf, type Worth } from '../value/worth.ts';

/** A text of these measures, each at its reference, with further changes. */
export function textOf(measures: readonly string[], edits: readonly Edit[] = [], by = 'government'): Accord {
	const added = measures.map((measure): Edit => ({ kind: 'add', measure }));
	return edited(EMPTY_ACCORD, [...added, ...edits], by);
}

/** What a text is worth to each party. */
export function worths(
	summit: Summit,
	text: Accord,
	now: Trust = trustAtFirst(summit),
	atFirst: Trust = now
): Record<string, Worth> {
	return Object.fromEntries(
		summit.parties.map(({ id }) => [id, worthOf(stakeOf(summit, id, atFirst, now), text)])
	);
}

/** Trust at first, but for one party whom everybody trusts alike. */
export function trustingAlike(summit: Summit, whom: string, trust: number): Trust {
	return Object.fromEntries(
		Object.entries(trustAtFirst(summit)).map(([who, row]) => [
			who,
			who === whom ? row : { ...row, [whom]: trust }
		])
	);
}

/** The texts of the worked examples. */
export const FOR_EVERYONE_FIRST =
	'sd-rings sd-gates sd-customer-control te-validator pr-user-mode pr-parity re-selfheal re-keys in-incidents in-statement ma-no-preference co-manual co-mutual-aid go-audit'.split(
		' '
	);
export const FOR_EVERYONE =
	'sd-rings te-validator te-lab pr-user-mode pr-exceptions pr-parity re-selfheal re-keys in-statement ma-two-vendors co-manual co-mutual-aid go-audit'.split(
		' '
	);
export const WHAT_THE_SMALL_VENDOR_NEEDS: readonly Edit[] = [
	{ kind: 'cover', measure: 'pr-user-mode', of: 'small-vendor', by: 'platform-owner', share: 1 },
	{ kind: 'cover', measure: 'sd-rings', of: 'small-vendor', by: 'platform-owner', share: 1 },
	{ kind: 'cover', measure: 'go-audit', of: 'small-vendor', by: 'regulator', share: 1 },
	{ kind: 'cover', measure: 'te-lab', of: 'small-vendor', by: 'government', share: 1 }
];
export const ONE_SIDED = 'pr-kernel-end ma-switch re-selfheal in-telemetry te-cert'.split(' ');
export const TRAP = 'ma-switch re-selfheal re-keys re-media in-register co-manual go-board'.split(' ');
