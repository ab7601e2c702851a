import type { Finding } from '../parse/fault.ts';
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
		const roles = new Set<string>();
		for (const [o, option] of options.entries()) {
			const place = [...path, 'options', o];
			yield* fits([...place, 'text'], option.text, OPTION_LENGTH_MOST);
			if (option.decision === undefined) continue;
			yield* reference([...place, 'decision'], 'decision', option.decision, known);
			const owner = file.decisions.find(({ id }) => id === option.decision)?.role;
			if (owner !== undefined && roles.size > 0 && !roles.has(owner)) {
				const message = `'${option.decision}' is a decision of another role than those above`;
				yield { path: [...place, 'decision'], message, remedy: 'ask for one role at a time' };
			}
			if (owner !== undefined) roles.add(owner);
		}
	}
}

function* fits(
	path: Finding['path'],
	text: Readonly<Record<string, string>>,
	most: number
): Generator<Finding> {
	for (const [locale, one] of Object.entries(text)) {
		if (one.length <= most) continue;
		const message = `this has ${one.length} characters, and a big screen shows ${most}`;
		yield { path: [...path, locale], message, remedy: 'say it in fewer words' };
	}
}
