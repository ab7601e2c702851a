import type { Finding } from '../faults/fault.ts';
import { distinct, reference, type Linted } from './context.ts';

/** What fits on a big screen, in characters. */
const TEXT_LENGTH_MOST = 140;
const OPTION_LENGTH_MOST = 70;

/** A question can be read from the last row, and what wins can be decided by one role. */
export function* questionRule({ file }: Linted): Generator<Finding> {
	yield* distinct(['questions'], file.questions);
	const known = file.decisions.map(({ id }) => id);
	for (const [q, { text, options }] of file.questions.entries()) {
		const path = ['questions', q];
		yield* fits([...path, 'text'], text, TEXT_LENGTH_MOST);
		let role: string | null = null;
		for (const [o, option] of options.entries()) {
			const place = [...path, 'options', o];
			yield* fits([...place, 'text'], option.text, OPTION_LENGTH_MOST);
			const { decision } = option;
			if (decision === undefined) continue;
			yield* reference([...place, 'decision'], 'decision', decision, known);
			const owner = file.decisions.find(({ id }) => id === decision)?.role ?? null;
			if (owner !== null && role !== null && role !== owner) {
				const params = { decision, owner, role };
				yield { path: [...place, 'decision'], code: 'asksTwoRoles', params };
			}
			role ??= owner;
		}
	}
}

function* fits(
	path: Finding['path'],
	text: Readonly<Record<string, string>>,
	most: number
): Generator<Finding> {
	for (const [locale, one] of Object.entries(text)) {
		const { length } = one;
		if (length > most) yield { path: [...path, locale], code: 'tooLongForScreen', params: { length, most } };
	}
}
