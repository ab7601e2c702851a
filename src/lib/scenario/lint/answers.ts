import type { Finding } from '../faults/fault.ts';
import { reference, type Linted } from './context.ts';

/** A message that can be answered has two answers or more of the role that reads it, and says what silence comes to. */
export function* answerRule({ file }: Linted): Generator<Finding> {
	const ids = file.injects.map(({ id }) => id);
	for (const [d, { role, answers, phase, sound }] of file.decisions.entries()) {
		const path = ['decisions', d];
		if (answers === undefined) {
			if (sound !== undefined)
				yield { path: [...path, 'sound'], code: 'soundOfNothing', params: {}, onKey: true };
			continue;
		}
		if (phase !== 'incident') yield { path: [...path, 'phase'], code: 'answersTooEarly', params: {} };
		for (const [a, to] of answers.entries()) {
			yield* reference([...path, 'answers', a], 'inject', to, ids);
			const reader = file.injects.find(({ id }) => id === to);
			if (reader !== undefined && reader.role !== role)
				yield { path: [...path, 'answers', a], code: 'notAddressed', params: { inject: to, role } };
		}
	}
	for (const [i, { id, unanswered }] of file.injects.entries()) {
		const answers = file.decisions.filter((one) => one.answers?.includes(id) === true);
		const path = ['injects', i];
		if (answers.length === 0 && unanswered === undefined) continue;
		if (answers.length < 2)
			yield { path, code: 'tooFewAnswers', params: { inject: id, answers: answers.length } };
		if (unanswered === undefined) yield { path, code: 'silenceUntold', params: { inject: id } };
		if (answers.filter(({ sound }) => sound === true).length > 1)
			yield { path, code: 'soundTwice', params: { inject: id } };
	}
}
