import type { ReadInject } from './read-msel.ts';

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

const ID_MOST = 50;
const LINE_MOST = 200;

/** The injects of a list as a part of a scenario: one for each role that gets it, each under an id of its own. */
export function injectEntries(injects: readonly ReadInject[]): InjectEntry[] {
	const taken = new Set<string>();
	return injects.flatMap((inject) => {
		const to = inject.roles.length === 0 ? [null] : inject.roles;
		return to.map((role): InjectEntry => {
			const id = freeId(inject.id ?? idOf(inject.title, inject.row), taken);
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
		});
	});
}

function idOf(title: string, row: number): string {
	const words = title
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '')
		.slice(0, ID_MOST)
		.replace(/-$/, '');
	return words === '' ? `row-${row}` : words;
}

function freeId(wanted: string, taken: Set<string>): string {
	let id = wanted;
	for (let n = 2; taken.has(id); n++) id = `${wanted}-${n}`;
	taken.add(id);
	return id;
}
