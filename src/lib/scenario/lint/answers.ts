import type { Finding } from '../parse/fault.ts';
import { reference, type Linted } from './context.ts';

/** A message that can be answered has two answers or more of the role that reads it, and says what silence comes to. */
export function* answerRule({ file }: Linted): Generator<Finding> {
	const ids = file.injects.map(({ id }) => id);
	for (const [d, { role, answers, phase, sound }] of file.decisions.entries()) {
		const path = ['decisions', d];
		if (answers === undefined) {
			if (sound === undefined) continue;
			const message = 'this answers no message';
			yield { path: [...path, 'sound'], message, remedy: 'remove sound, or add answers', onKey: true };
			continue;
		}
		if (phase !== 'incident') {
			const message = 'messages are answered in the incident and the recovery';
			yield { path: [...path, 'phase'], message, remedy: 'write incident' };
		}
		for (const [a, to] of answers.entries()) {
			yield* reference([...path, 'answers', a], 'inject', to, ids);
			const reader = file.injects.find(({ id }) => id === to);
			if (reader === undefined || reader.role === role) continue;
			const message = `'${to}' is not addressed to '${role}' alone`;
			yield { path: [...path, 'answers', a], message, remedy: 'name a message to the role that decides' };
		}
	}
	for (const [i, { id, unanswered }] of file.injects.entries()) {
		const answers = file.decisions.filter((one) => one.answers?.includes(id) === true);
		const path = ['injects', i];
		if (answers.length === 0 && unanswered === undefined) continue;
		if (answers.length < 2) {
			const message = `'${id}' has ${answers.length === 0 ? 'no answer' : 'one answer only'}`;
			yield { path, message, remedy: 'add answers: with its id to two decisions of its role' };
		}
		if (unanswered === undefined) {
			const message = `'${id}' does not say what follows where nobody answers`;
			yield { path, message, remedy: 'add unanswered' };
		}
		if (answers.filter(({ sound }) => sound === true).length > 1) {
			yield { path, message: `'${id}' has two sound answers`, remedy: 'keep the sounder one' };
		}
	}
}
