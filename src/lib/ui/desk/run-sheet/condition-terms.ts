import type { RoomFacts } from '../../../room/facts/room-facts.ts';
import { inLocale, wordsFor } from '../../../text/words.ts';
import { rowName } from '../../hot-wash/time-rows.ts';

const TAKEN = /^taken(?:By)?\(([\w-]+)/;

/**
 * A name that a condition asks for, in words: `taken(drill)` is the decision's title, `organisation.clinic.down` the clinic
 * and what is counted of it. What is not known stays as its author wrote it.
 */
export function conditionTerm(
	name: string,
	facts: Pick<RoomFacts, 'decisions' | 'scenario' | 'sectors'>
): string {
	const words = wordsFor().desk.sheet.terms;
	const decision = TAKEN.exec(name)?.[1];
	if (decision !== undefined) {
		const title = facts.decisions.find(({ id }) => id === decision)?.title;
		return title === undefined ? name : words.taken(inLocale(title));
	}
	if (name === 'minute') return words.minute;
	const [kind, ...path] = name.split('.');
	const what = words.fields[path.at(-1) ?? ''];
	if (what === undefined) return name;
	if (kind === 'world') return what;
	const whose = nameOf(kind!, path[0]!, facts);
	return whose === null ? name : words.of(whose, what);
}

function nameOf(kind: string, id: string, facts: Pick<RoomFacts, 'scenario' | 'sectors'>): string | null {
	const { roles } = facts.scenario;
	if (kind === 'organisation')
		return roles.flatMap(({ organisations }) => organisations).find((one) => one.id === id)?.name ?? null;
	const vendors = roles.filter((one) => one.kind === 'vendor');
	const named =
		kind === 'sector'
			? facts.sectors.find((one) => one.id === id)
			: kind === 'role'
				? roles.find((one) => one.id === id)
				: kind === 'vendor' && vendors.length === 1
					? vendors[0]
					: undefined;
	return named === undefined ? null : rowName(inLocale(named.name));
}
