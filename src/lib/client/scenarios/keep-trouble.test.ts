import { expect, test } from 'vitest';
import { ownScenarios } from '../../text/en/own-scenarios.ts';
import { keepTrouble } from './keep-trouble.ts';

test.each([
	['QuotaExceededError', 'full', /is full.*Free some space/],
	['SecurityError', 'forbidden', /Allow the page to keep data/],
	['NotAllowedError', 'forbidden', /Allow the page to keep data/],
	['InvalidStateError', 'notKept', /other tabs/]
] as const)(
	'R230: a scenario that the browser did not keep for %s says what to do: %s',
	(name, why, words) => {
		expect(keepTrouble(new DOMException('', name))).toBe(why);
		expect(ownScenarios.notKept[why]).toMatch(words);
	}
);
