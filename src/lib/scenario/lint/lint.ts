import type { Finding } from '../faults/fault.ts';
import type { Linted, Rule } from './context.ts';
import { expertRule } from './experts.ts';
import { dependencyRule, ownSectorRule, rolloutRule, sectorRule, sizeRule, vendorRule } from './fleet.ts';
import { parameterRule } from './parameters.ts';
import { factRule, organisationRule, playRule } from './people.ts';
import { answerRule } from './answers.ts';
import { cutRule, goalRule, injectRule, objectiveRule } from './play.ts';
import { questionRule } from './questions.ts';
import { summitRule } from './summit.ts';
import { clockRule, libraryRule, momentRule } from './time.ts';

const RULES: readonly Rule[] = [
	clockRule,
	momentRule,
	sectorRule,
	ownSectorRule,
	dependencyRule,
	vendorRule,
	rolloutRule,
	organisationRule,
	playRule,
	injectRule,
	answerRule,
	cutRule,
	goalRule,
	objectiveRule,
	expertRule,
	questionRule,
	summitRule,
	parameterRule,
	factRule
];

/** Everything that is wrong with a scenario whose shape is right. */
export function lint(linted: Linted): Finding[] {
	// Without what it builds on a scenario lacks a hundred things: that is one fault.
	const unfounded = [...libraryRule(linted)];
	if (unfounded.length > 0) return unfounded;
	const findings = RULES.flatMap((rule) => [...rule(linted)]);
	// Sizes are worked out with the tables of the compiler, which take references for granted.
	return findings.length > 0 ? findings : [...sizeRule(linted)];
}
