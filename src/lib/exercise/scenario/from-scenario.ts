import type { Model, Order } from '../../sim/model.ts';
import { settingFault } from '../../sim/values.ts';
import type { Act, Decision, Inject, Scenario } from '../../scenario/scenario.ts';
import { trustedVendor } from '../../scenario/trusted-vendor.ts';
import { isFormerHash, rulesHash } from './content-hash.ts';
import type { ExerciseDecision, ExerciseInject, ExerciseScenario, RecordAct } from './scenario.ts';

/** The room's view of a scenario that has been read and compiled. The only place where the room meets its authors. */
export function exerciseScenario(scenario: Scenario, model: Model): ExerciseScenario {
	// Of what the scenario says once it is resolved, model and world included: comments do not count.
	const hash = rulesHash(scenario);
	return {
		id: scenario.id,
		formatVersion: scenario.format,
		// Of what the scenario says once it is resolved, model parameters and world included: comments do not count.
		contentHash: hash,
		isFormerHash: (other) => isFormerHash(scenario, hash, other),
		horizonMin: model.clock.horizonMin,
		spans: model.clock.spans,
		phases: scenario.phases,
		roles: scenario.roles.map(({ id, budget, goal }) => ({ id, budget, goal })),
		decisions: scenario.decisions.map(exerciseDecision),
		injects: scenario.injects.map(exerciseInject),
		cuts: scenario.cuts,
		objectives: scenario.objectives,
		experts: scenario.experts,
		record: scenario.record.acts.flatMap(recordActs),
		trustIn: trustedVendor(scenario),
		settingFault: (setting) => settingFault(model, setting),
		...(scenario.signal !== undefined && { signal: scenario.signal })
	};
}

function exerciseDecision(decision: Decision): ExerciseDecision {
	const { id, role, phase, effects, leadMin, requires, unless, costUsd, attention } = decision;
	const { public: said, answers, sound, confirmedBy } = decision;
	const { availableFromMin, availableUntilMin } = decision;
	const isPrepared = phase === 'preparation' || phase === 'briefing';
	return {
		id,
		role,
		// What an incident asks for can still be done while recovering; its own last minute says until when.
		phases: phase === 'incident' ? ['incident', 'recovery'] : [phase],
		fromMin: isPrepared ? null : availableFromMin,
		untilMin: isPrepared ? null : availableUntilMin,
		requires,
		...(unless !== undefined && unless.length > 0 && { unless }),
		...(answers !== undefined && { answers }),
		...(sound === true && { isSound: true }),
		...(said !== undefined && { public: { afterMin: isPrepared ? 0 : leadMin, ...said } }),
		...(confirmedBy !== undefined && { confirmedBy }),
		costUsd,
		attention,
		// The months of preparation have room for the lead time of what is decided in them.
		effects: effects.map((effect) => ({ ...effect, afterMin: effect.afterMin + (isPrepared ? 0 : leadMin) }))
	};
}

function exerciseInject(inject: Inject): ExerciseInject {
	const { id, kind, atMin, when, untilMin, stops, channel, from, role, title, body, expected } = inject;
	const { callsFor, claims, figured } = inject;
	return {
		id,
		kind,
		plannedMin: atMin,
		// Contingency and adaptive injects answer to what players do: they wait for their condition.
		scheduled: kind === 'standard',
		when,
		untilMin,
		stops,
		channel,
		from,
		title,
		body,
		expected,
		to: role === null ? null : [role],
		...(callsFor !== undefined && { callsFor }),
		...(claims !== undefined && { claims }),
		...(figured !== undefined && { figured })
	};
}

function recordActs({ atMin, role, decision, orders }: Act): RecordAct[] {
	if (decision !== null) return [{ atMin, decision }];
	return orders.map((order) => ({ atMin: order.atMin, role, setting: settingOf(order) }));
}

function settingOf({ atMin: _atMin, ...setting }: Order) {
	return setting;
}
