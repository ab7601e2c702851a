import type * as v from 'valibot';
import type { Finding, Path } from './fault.ts';

type Issue = v.BaseIssue<unknown>;

/** A schema's complaint as a finding: where, what is wrong, what to do. */
export function findingOf(issue: Issue, base: Path = []): Finding {
	const path = [...base, ...(issue.path ?? []).map(({ key }) => key as string | number)];
	const inner = issue.type === 'union' ? closest(issue.issues) : null;
	if (inner !== null) return findingOf(inner, path);
	const [message, remedy] = issue.message.includes('\n') ? issue.message.split('\n') : describe(issue);
	return { path, message: message!, remedy: remedy!, onKey: issue.expected === 'never' };
}

/** Of a union's alternatives, the complaint of the one that was meant: it got past the type. */
function closest(issues: readonly Issue[] | undefined): Issue | null {
	return issues?.find((issue) => issue.kind === 'validation' || (issue.path?.length ?? 0) > 0) ?? null;
}

function describe(issue: Issue): [string, string] {
	const { type, received } = issue;
	const wanted = 'requirement' in issue ? String(issue.requirement) : '';
	if (received === 'undefined') return ['this is missing', `add ${issue.expected ?? 'it'}`];
	const given =
		received === 'null' ? 'nothing' : received.length > 60 ? `${received.slice(0, 57)}…` : received;
	if (type === 'string' && received === 'null') {
		return [
			'a text is needed here, and there is none',
			'write it; if a comma in { } cut it off, put it in quotes'
		];
	}
	switch (type) {
		case 'string':
			return [`a text is needed here, not ${given}`, 'write words, in quotes if they look like a number'];
		case 'number':
			return [`a number is needed here, not ${given}`, 'write a number without a unit or quotes'];
		case 'boolean':
			return [`true or false is needed here, not ${given}`, 'write true or false'];
		case 'array':
		case 'tuple':
			return [`a list is needed here, not ${given}`, 'write items after dashes, or in [ ]'];
		case 'record':
		case 'object_with_rest':
			return [`a mapping is needed here, not ${given}`, 'write it as key: value'];
		case 'literal':
		case 'picklist':
			return [
				`${given} is not among the choices`,
				`use ${issue.expected?.replaceAll('"', '') ?? 'one of them'}`
			];
		case 'min_value':
			return [`${given} is too small`, `use at least ${wanted}`];
		case 'gt_value':
			return [`${given} is too small`, `use more than ${wanted}`];
		case 'max_value':
			return [`${given} is too large`, `use at most ${wanted}`];
		case 'safe_integer':
			return [`${given} is not a whole number`, 'write it without a fraction'];
		case 'min_length':
			return ['this is too short', `give it at least ${wanted} of what it is made of`];
		case 'max_length':
			return ['this is too long', `keep it to ${wanted}`];
		case 'length':
			return [`this has the wrong length`, `give it exactly ${wanted}`];
		default:
			return [
				`${given} is not what is needed here`,
				`use ${issue.expected ?? 'the form the schema describes'}`
			];
	}
}
