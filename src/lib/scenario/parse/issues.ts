import type * as v from 'valibot';
import type { Finding, Path, Problem } from '../faults/fault.ts';

type Issue = v.BaseIssue<unknown>;

/** Longest value that is repeated to its author. */
const GIVEN_MOST = 60;

/** A schema's complaint as a finding. */
export function findingOf(issue: Issue, base: Path = []): Finding {
	const path = [...base, ...(issue.path ?? []).map(({ key }) => key as string | number)];
	const inner = issue.type === 'union' ? closest(issue.issues) : null;
	if (inner !== null) return findingOf(inner, path);
	const isCoded = issue.message.startsWith('{');
	const problem = isCoded ? (JSON.parse(issue.message) as Problem) : problemOf(issue);
	return { path, ...problem, onKey: issue.expected === 'never' };
}

/** Without what follows from a key that is misspelt: that it is missing under its right name. */
export function withoutConsequences(findings: readonly Finding[]): Finding[] {
	const meant = new Set<string>();
	for (const { path, code, params } of findings)
		if (code === 'unknown' && params.kind === 'key' && params.choices.near !== null)
			meant.add(JSON.stringify([...path.slice(0, -1), params.choices.near]));
	return findings.filter(({ path, code }) => code !== 'missing' || !meant.has(JSON.stringify(path)));
}

/** Of a union's alternatives, the complaint of the one that was meant: it got past the type. */
function closest(issues: readonly Issue[] | undefined): Issue | null {
	return issues?.find((issue) => issue.kind === 'validation' || (issue.path?.length ?? 0) > 0) ?? null;
}

function problemOf(issue: Issue): Problem {
	const { type, received, expected } = issue;
	const limit = 'requirement' in issue ? String(issue.requirement) : '';
	if (received === 'undefined') return { code: 'missing', params: { key: expected } };
	const given = received.length > GIVEN_MOST ? `${received.slice(0, GIVEN_MOST - 3)}…` : received;
	const wrongType = (needed: 'text' | 'number' | 'boolean' | 'list' | 'mapping'): Problem => ({
		code: 'wrongType',
		params: { needed, given }
	});
	const outOfBounds = (bound: 'atLeast' | 'moreThan' | 'atMost'): Problem => ({
		code: 'outOfBounds',
		params: { given, bound, limit }
	});
	const wrongLength = (bound: 'atLeast' | 'atMost' | 'exactly'): Problem => ({
		code: 'wrongLength',
		params: { bound, limit }
	});
	switch (type) {
		case 'string':
			return wrongType('text');
		case 'number':
			return wrongType('number');
		case 'boolean':
			return wrongType('boolean');
		case 'array':
		case 'tuple':
			return wrongType('list');
		case 'record':
		case 'object_with_rest':
			return wrongType('mapping');
		case 'literal':
		case 'picklist':
			return { code: 'notAmong', params: { given, choices: choicesIn(expected) } };
		case 'min_value':
			return outOfBounds('atLeast');
		case 'gt_value':
			return outOfBounds('moreThan');
		case 'max_value':
			return outOfBounds('atMost');
		case 'safe_integer':
			return { code: 'notWholeNumber', params: { given } };
		case 'min_length':
			return wrongLength('atLeast');
		case 'max_length':
			return wrongLength('atMost');
		case 'length':
			return wrongLength('exactly');
		default:
			return { code: 'otherwise', params: { given, expected } };
	}
}

/** A schema lists its choices as `("one" | "other")`. */
const choicesIn = (expected: string | null): string[] => expected?.replace(/[("')]/g, '').split(' | ') ?? [];
