import { seedFromText } from '../sim/random/hash.ts';
import type { Model, Order } from '../sim/model.ts';
import { settingFault } from '../sim/values.ts';
import type { Act, Decision, Inject, Scenario } from '../scenario/scenario.ts';
import type { ExerciseDecision, ExerciseInject, ExerciseScenario, RecordAct } from './scenario.ts';

/** The room's view of a scenario that has been read and compiled. The only place where the room meets its authors. */
export function exerciseScenario(scenario: Scenario, model: Model): ExerciseScenario {
	return {
		id: scenario.id,
		formatVersion: scenario.format,
		contentHash: contentHash(scenario),
		horizonMin: model.clock.horizonMin,
		spans: model.clock.spans,
		phases: scenario.phases,
		roles: scenario.roles.map(({ id }) => ({ id })),
		decisions: scenario.decisions.map(exerciseDecision),
		injects: scenario.injects.map(exerciseInject),
		record: scenario.record.acts.flatMap(recordActs),
		settingFault: (setting) => settingFault(model, setting)
	};
}

/**
 * 16 hexadecimal digits that tell one content from another (64 bits, by the hash that also makes seeds: enough against
 * accidents, not against forgers). Covers everything the scenario says, its world included.
 */
export function contentHash(scenario: Scenario): string {
	const { hi, lo } = seedFromText(JSON.stringify(scenario));
	return hex(hi) + hex(lo);
}

function hex(word: number): string {
	return word.toString(16).padStart(8, '0');
}

function exerciseDecision(decision: Decision): ExerciseDecision {
	const { id, role, phase, effects, leadMin, requires, availableFromMin, availableUntilMin } = decision;
	const isPrepared = phase === 'preparation' || phase === 'briefing';
	return {
		id,
		role,
		// What an incident asks for can still be done while recovering; its own last minute says until when.
		phases: phase === 'incident' ? ['incident', 'recovery'] : [phase],
		fromMin: isPrepared ? null : availableFromMin,
		untilMin: isPrepared ? null : availableUntilMin,
		requires,
		// The months of preparation have room for the lead time of what is decided in them.
		effects: effects.map((effect) => ({ ...effect, afterMin: effect.afterMin + (isPrepared ? 0 : leadMin) }))
	};
}

function exerciseInject(inject: Inject): ExerciseInject {
	const { id, atMin, kind, channel, from, role, title, body, expected } = inject;
	return {
		id,
		plannedMin: atMin,
		// Contingency and adaptive injects answer to what players do: they wait for somebody's judgement.
		scheduled: kind === 'standard',
		channel,
		from,
		title,
		body,
		expected,
		to: role === null ? null : [role]
	};
}

function recordActs({ atMin, decision, orders }: Act): RecordAct[] {
	if (decision !== null) return [{ atMin, decision }];
	return orders.map((order) => ({ atMin: order.atMin, setting: settingOf(order) }));
}

function settingOf({ atMin: _atMin, ...setting }: Order) {
	return setting;
}
