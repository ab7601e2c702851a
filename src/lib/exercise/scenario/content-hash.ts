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
 * today: of contents to which something was only added that no run of before could have used, such as a cut or a
 * decision, or in which messages wait for other conditions: when one went out stands in the log. Those logs are of today's
 * scenario, and are played on. None yet: what decisions order, and the physics, changed with version 4 of the engine.
 */
const FORMER: Readonly<Record<string, readonly string[]>> = {};

/** Whether people have logs of this content under another hash. */
export function isKnownFormerHash(rules: string, hash: string): boolean {
	return FORMER[rules]?.includes(hash) === true;
}

/** Whether a log with this hash was made with the same physics and rules, though the scenario is hashed otherwise today. */
export function isFormerHash(scenario: Scenario, rules: string, hash: string): boolean {
	return isKnownFormerHash(rules, hash) || wholeHash(scenario) === hash;
}
