import type { ReadInject } from './reading.ts';

/** An inject as a scenario's file has it. */
export interface InjectEntry {
	readonly id: string;
	readonly at: number;
	readonly until?: number;
	readonly kind: ReadInject['kind'];
	readonly channel: ReadInject['channel'];
	readonly from: string;
	readonly when?: string;
	readonly stops?: true;
	readonly role?: string;
	readonly title: { readonly en: string };
	readonly body: { readonly en: string };
	readonly expected?: { readonly en: string };
}

/** A vote that a list asks for, as a scenario's file has it. */
export interface PollEntry {
	readonly id: string;
	readonly at: number;
	readonly text: { readonly en: string };
	readonly options: readonly { readonly text: { readonly en: string } }[];
	readonly seconds: number;
}

/** What of a list becomes part of a scenario. */
export interface InjectPart {
	readonly injects: readonly InjectEntry[];
	readonly questions: readonly PollEntry[];
	/** The row of the list that each inject comes from. */
	readonly rows: readonly number[];
}

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const ID_MOST = 50;
const LINE_MOST = 200;
const POLL_SECONDS = 45;
const OPTIONS = { least: 2, most: 6 };

/**
 * The injects of a list as a part of a scenario: one for each role that gets it, each under an id of its own.
 * @param taken ids that are others' already; an inject that the list itself gives one of them takes the place of that one
 */
export function injectPart(injects: readonly ReadInject[], taken: readonly string[] = []): InjectPart {
	const ids = new Set(taken);
	const given = new Set<string>();
	const questions: PollEntry[] = [];
	const rows: number[] = [];
	const entries = injects.flatMap((inject) => {
		const to = inject.roles.length === 0 ? [null] : inject.roles;
		const made = to.map((role) => entryOf(inject, role, idFor(inject, ids, given)));
		rows.push(...made.map(() => inject.row));
		const { poll, atMin } = inject;
		if (poll.length >= OPTIONS.least && poll.length <= OPTIONS.most)
			questions.push({
				...{ id: made[0]!.id, at: atMin, text: { en: inject.title }, seconds: POLL_SECONDS },
				options: poll.map((option) => ({ text: { en: option } }))
			});
		return made;
	});
	return { injects: entries, questions, rows };
}

function entryOf(inject: ReadInject, role: string | null, id: string): InjectEntry {
	const options = inject.poll.map((option) => `• ${option}`).join('\n');
	const { untilMin, condition, expected } = inject;
	return {
		...{ id, at: inject.atMin },
		...(untilMin !== null && { until: untilMin }),
		...{ kind: inject.kind, channel: inject.channel, from: inject.from.slice(0, LINE_MOST) || '—' },
		...(condition !== '' && { when: condition }),
		...(inject.halts && { stops: true as const }),
		...(role !== null && { role }),
		title: { en: inject.title },
		body: { en: options === '' ? inject.message : `${inject.message}\n\n${options}` },
		...(expected !== '' && { expected: { en: expected } })
	};
}

function idFor({ id: said, title, row }: ReadInject, taken: Set<string>, given: Set<string>): string {
	const isOwn = said !== null && ID.test(said) && said.length <= ID_MOST && !given.has(said);
	const id = isOwn ? said : freeId(idOf(said ?? title, row), taken);
	taken.add(id);
	given.add(id);
	return id;
}

function idOf(text: string, row: number): string {
	const words = text
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '')
		.slice(0, ID_MOST)
		.replace(/-$/, '');
	return words === '' ? `row-${row}` : words;
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
	let id = wanted;
	for (let n = 2; taken.has(id); n++) id = `${wanted}-${n}`;
	return id;
}
