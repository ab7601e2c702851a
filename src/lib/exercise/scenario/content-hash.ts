import { contentHash } from '../../scenario/hash.ts';
import type { Scenario } from '../../scenario/scenario.ts';

/**
 * Names, sentences, questions to vote on and sources: what people read of a scenario and neither physics nor rules do. What
 * an author wrote by locale is known by its shape; these are the others. The summit comes after a run, which never reads of it.
 */
const TEXTS: ReadonlySet<string> = new Set([
	'name',
	'text',
	'from',
	'owns',
	'unit',
	'facts',
	'questions',
	'public',
	'callsFor',
	'claims',
	'figured',
	'assumed',
	'evidence',
	'measured',
	'summit'
]);

/** The hash of what physics and rules read of a scenario: a change of words alone does not change it. */
export function rulesHash(scenario: Scenario): string {
	return contentHash(JSON.stringify(scenario, withoutTexts));
}

/** The hash that logs of format 1 carry: of the whole scenario, texts and all. */
export function wholeHash(scenario: Scenario): string {
	return contentHash(JSON.stringify(scenario));
}

function withoutTexts(key: string, value: unknown): unknown {
	return TEXTS.has(key) || isByLocale(value) ? undefined : value;
}

function isByLocale(value: unknown): boolean {
	return typeof value === 'object' && value !== null && 'en' in value && typeof value.en === 'string';
}

/**
 * The hashes in the logs that people have of built-in scenarios, by the hash of what physics and rules read of them
 * today: of logs of format 1, in which texts counted too, and of contents to which something was only added that no run
 * of before could have used, such as a cut or a decision, or in which messages wait for other conditions: when one went
 * out stands in the log. Those logs are of today's scenario: which acts were taken and what came when stands in them. Since
 * version 4 of the physics decisions order other values, so that logs of before open to be read, with their results.
 */
const FORMER: Readonly<Record<string, readonly string[]>> = {
	'0d87cac4e3ae1529': [
		'694863bb093569f3',
		'67cd3c212a399179',
		'ba5a0f6ff4109ab0',
		'b3061a5f6014d605',
		'4dabbd0f9570f63e'
	],
	'0d0fa416270f8429': ['03afa935f8bca880']
};

/** Whether people have logs of this content under another hash. */
export function isKnownFormerHash(rules: string, hash: string): boolean {
	return FORMER[rules]?.includes(hash) === true;
}

/** Whether a log with this hash was made with the same physics and rules, though the scenario is hashed otherwise today. */
export function isFormerHash(scenario: Scenario, rules: string, hash: string): boolean {
	return isKnownFormerHash(rules, hash) || wholeHash(scenario) === hash;
}
