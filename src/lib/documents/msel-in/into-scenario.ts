import type { ScenarioFile } from '../../scenario/schema/scenario.ts';
import type { InjectEntry, InjectPart } from './inject-part.ts';

/** What becomes of the messages that a scenario has already. */
export type OwnInjects = 'beside' | 'instead';

/**
 * A scenario with the injects of a list, under an id and a title of its own. One that the list gives the id of one that is
 * there takes its place. `instead` leaves out all others but those that decisions answer, without which it would not hold.
 */
export function scenarioWith(
	source: ScenarioFile,
	{ injects, questions }: InjectPart,
	{ id, title, own }: { readonly id: string; readonly title: string; readonly own: OwnInjects }
) {
	const given = new Map(injects.map((one) => [one.id, one]));
	const answered = new Set(source.decisions.flatMap((one) => one.answers ?? []));
	const kept = source.injects
		.filter((one) => own === 'beside' || given.has(one.id) || answered.has(one.id))
		.map((one) => inPlaceOf(one, given.get(one.id)));
	const there = new Set(kept.map((one) => one.id));
	const asked = new Set(questions.map((one) => one.id));
	return {
		...source,
		...{ id, title: { en: title } },
		// Its parts are in it.
		parts: undefined,
		injects: [...kept, ...injects.filter((one) => !there.has(one.id))],
		questions: [...source.questions.filter((one) => !asked.has(one.id)), ...questions]
	};
}

type OwnInject = ScenarioFile['injects'][number];

/** What a list does not say stays as it was: what silence means, what the message claims. */
function inPlaceOf(own: OwnInject, entry: InjectEntry | undefined): OwnInject | InjectEntry {
	if (entry === undefined) return own;
	const { unanswered, callsFor, claims, facts } = own;
	return { ...entry, ...{ unanswered, callsFor, claims, facts } };
}
