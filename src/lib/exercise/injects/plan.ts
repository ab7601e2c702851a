import type { ExerciseInject, ExerciseScenario } from '../scenario/scenario.ts';
import type { PlannedInject, RoomState } from '../state.ts';

type Plan = RoomState['plan'];

/** Worlds are looked at in every step of their grid: what a plan comes to is worked out once. */
const known = new WeakMap<Plan, WeakMap<ExerciseScenario, ExerciseScenario>>();

/**
 * A scenario as the facilitators of a room have planned it: its injects with their changes, and those written in the room
 * after them. Everything that asks what goes out, and when, asks this.
 */
export function asPlanned(scenario: ExerciseScenario, { plan }: Pick<RoomState, 'plan'>): ExerciseScenario {
	const planned = Object.values(plan);
	if (planned.length === 0) return scenario;
	const ofPlan = known.get(plan) ?? new WeakMap<ExerciseScenario, ExerciseScenario>();
	known.set(plan, ofPlan);
	let made = ofPlan.get(scenario);
	if (made === undefined)
		ofPlan.set(scenario, (made = { ...scenario, injects: injectsOf(scenario, planned) }));
	return made;
}

function injectsOf({ injects }: ExerciseScenario, planned: readonly PlannedInject[]): ExerciseInject[] {
	const changes = new Map(planned.map((one) => [one.inject, one]));
	const own = new Set(injects.map(({ id }) => id));
	const written = planned.filter(({ inject }) => !own.has(inject)).map(writtenInject);
	return [...injects, ...written].flatMap((inject) => {
		const change = changes.get(inject.id);
		return change === undefined ? [inject] : changed(inject, change);
	});
}

function changed(inject: ExerciseInject, { timing, text }: PlannedInject): ExerciseInject[] {
	const { figured: _figured, ...worded } = inject;
	// What a facilitator has written says what they wrote.
	const said: ExerciseInject = text === null ? inject : { ...worded, ...text };
	switch (timing.kind) {
		case 'asWritten':
			return [said];
		case 'parked':
			return [{ ...said, scheduled: false, when: null, untilMin: null }];
		case 'at':
			return [{ ...said, scheduled: true, plannedMin: timing.atMin, when: null, untilMin: null }];
		case 'dropped':
			return [];
	}
}

/** What was written in the room waits for nothing and halts nothing. */
function writtenInject({ inject, text }: PlannedInject): ExerciseInject {
	return {
		...text!,
		id: inject,
		kind: 'contingency',
		plannedMin: 0,
		scheduled: false,
		when: null,
		untilMin: null,
		stops: false,
		expected: null,
		isWritten: true
	};
}
