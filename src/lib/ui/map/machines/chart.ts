import type { AnyStateMachine } from 'xstate';

/** A statechart as a diagram needs it, read from the machine that the physics runs on. */
export interface Chart {
	readonly id: string;
	readonly initial: string;
	readonly states: readonly ChartState[];
	readonly transitions: readonly ChartTransition[];
}

export interface ChartState {
	readonly name: string;
	readonly tags: readonly string[];
}

export interface ChartTransition {
	readonly from: string;
	readonly event: string;
	readonly to: string;
	/** Name of the condition; null: always. */
	readonly guard: string | null;
	/** What is done on the way, where it stays in its state. */
	readonly action: string | null;
}

/** Reads every state and transition of a flat machine, in its own order. */
export function chartOf(machine: AnyStateMachine): Chart {
	const states = Object.values(machine.states);
	return {
		id: machine.id,
		initial: String(machine.config.initial),
		states: states.map(({ key, tags }) => ({ name: key, tags: [...tags] })),
		transitions: states.flatMap(({ key, transitions }) =>
			[...transitions].flatMap(([event, definitions]) =>
				definitions.map(({ target, guard, actions }): ChartTransition => {
					const [action] = actions;
					return {
						from: key,
						event,
						to: target?.[0]?.key ?? key,
						guard: typeof guard === 'string' ? guard : null,
						action: typeof action === 'string' ? action : null
					};
				})
			)
		)
	};
}

/** A transition's name: `from EVENT to`. */
export function transitionName({ from, event, to }: Pick<ChartTransition, 'from' | 'event' | 'to'>): string {
	return `${from} ${event} ${to}`;
}
