import {
	initialTransition,
	transition,
	type AnyStateMachine,
	type EventFromLogic,
	type InputFrom,
	type SnapshotFrom
} from 'xstate';

/** The entry of a state that does not take an event: it is refused, which is not the same as staying put. */
export const REFUSED = 255;

/** The states of a flat machine, by name. */
export type StateName<M extends AnyStateMachine> = SnapshotFrom<M>['value'] & string;
/** The events of a machine, by name. */
export type EventName<M extends AnyStateMachine> = EventFromLogic<M>['type'];
/** The tags of a machine, by name. */
export type TagName<M extends AnyStateMachine> = Parameters<SnapshotFrom<M>['hasTag']>[0] & string;

type PayloadOf<Event, Name> = Event extends { type: Name } ? Omit<Event, 'type'> : never;
type PayloadsOf<Event extends { type: string }> = {
	readonly [Name in Event['type'] as keyof PayloadOf<Event, Name> extends never ? never : Name]: PayloadOf<
		Event,
		Name
	>;
};
/** What the events of one variant carry; an event that carries nothing has no entry. */
export type EventFacts<M extends AnyStateMachine> = PayloadsOf<EventFromLogic<M>>;

/** One variant of a flat machine as a table: plain arrays for the minute loop, which never calls XState. */
export interface TransitionTable<State extends string, Event extends string, Tag extends string> {
	/** State names in the machine's order; a state's index is its place here. */
	readonly states: readonly State[];
	/** Event names in the machine's order; an event's index is its place here. */
	readonly events: readonly Event[];
	/** State name → index. */
	readonly state: Readonly<Record<State, number>>;
	/** Event name → index. */
	readonly event: Readonly<Record<Event, number>>;
	/** Index of the initial state. */
	readonly initial: number;
	/** `next[state * events.length + event]`: the next state's index, or {@link REFUSED}. */
	readonly next: Uint8Array;
	/** Names of the actions that each entry of `next` asks for, in order. */
	readonly actions: readonly (readonly string[])[];
	/** For each tag one entry a state: 1 where the state carries the tag. */
	readonly tags: Readonly<Record<Tag, Uint8Array>>;
}

/** The table that a machine compiles to. */
export type TableOf<M extends AnyStateMachine> = TransitionTable<StateName<M>, EventName<M>, TagName<M>>;

/** The facts of one variant: the machine's input (which becomes its context) and what its events carry. */
export type Variant<M extends AnyStateMachine> = {
	readonly facts: EventFacts<M>;
} & (undefined extends InputFrom<M> ? { readonly input?: InputFrom<M> } : { readonly input: InputFrom<M> });

/**
 * Compiles one variant of a flat machine to a transition table. XState decides each (state, event) pair with its own
 * `can` and `transition`; the table only records the answers. Throws where a machine is more than control (nested
 * states, delays, invoked actors) or where the input does not start it.
 */
export function compileTable<M extends AnyStateMachine>(machine: M, variant: Variant<M>): TableOf<M> {
	const [start] = initialTransition(machine as AnyStateMachine, variant.input);
	if (start.status !== 'active') {
		throw new Error(`machine '${machine.id}' does not start from this input: ${String(start.error)}`);
	}
	const states = Object.keys(machine.states);
	const events = machine.events as string[];
	assertFlat(machine, states);

	const state = indexByName(states);
	const event = indexByName(events);
	const payloads = variant.facts as Readonly<Record<string, object>>;
	const next = new Uint8Array(states.length * events.length).fill(REFUSED);
	const actions: (readonly string[])[] = Array.from(next, () => NO_ACTIONS);
	const tags: Record<string, Uint8Array> = {};

	states.forEach((value, from) => {
		const snapshot = machine.resolveState({ value, context: start.context });
		for (const tag of snapshot.tags as Set<string>) (tags[tag] ??= new Uint8Array(states.length))[from] = 1;
		events.forEach((type, column) => {
			const sent = { ...payloads[type], type };
			if (!snapshot.can(sent)) return;
			const [after, asked] = transition(machine as AnyStateMachine, snapshot, sent);
			const entry = from * events.length + column;
			next[entry] = state[after.value as string] ?? unknownState(machine.id, after.value);
			if (asked.length > 0) actions[entry] = asked.map((action) => action.type);
		});
	});
	const initial = state[start.value as string] ?? unknownState(machine.id, start.value);
	const table: TransitionTable<string, string, string> = {
		states,
		events,
		state,
		event,
		initial,
		next,
		actions,
		tags
	};
	return table as TableOf<M>;
}

/** The index that follows `state` (an index) on `event` (a name), or {@link REFUSED}. For code outside the hot loop. */
export function nextState<State extends string, Event extends string, Tag extends string>(
	table: TransitionTable<State, Event, Tag>,
	state: number,
	event: Event
): number {
	return table.next[state * table.events.length + table.event[event]]!;
}

/** What the machine asks for when `state` (an index) takes `event` (a name): the names of its actions, in order. */
export function actionsOf<State extends string, Event extends string, Tag extends string>(
	table: TransitionTable<State, Event, Tag>,
	state: number,
	event: Event
): readonly string[] {
	return table.actions[state * table.events.length + table.event[event]]!;
}

const NO_ACTIONS: readonly string[] = [];

function indexByName(names: readonly string[]): Record<string, number> {
	return Object.fromEntries(names.map((name, index) => [name, index]));
}

function unknownState(machineId: string, value: unknown): never {
	throw new Error(
		`machine '${machineId}' went to ${JSON.stringify(value)}, which is not one of its flat states`
	);
}

function assertFlat(machine: AnyStateMachine, states: readonly string[]): void {
	if (states.length >= REFUSED) {
		throw new Error(
			`machine '${machine.id}' has ${states.length} states; a table holds at most ${REFUSED - 1}`
		);
	}
	for (const name of states) {
		const node = machine.states[name]!;
		if (node.type !== 'atomic' && node.type !== 'final') {
			throw new Error(
				`state '${name}' of machine '${machine.id}' has states inside: a table needs a flat machine`
			);
		}
		if (node.after.length > 0 || node.invoke.length > 0) {
			throw new Error(
				`state '${name}' of machine '${machine.id}' has a delay or an invoked actor: let time and results arrive as events`
			);
		}
	}
}
