import { injectsSeen } from '../../exercise/injects/injects.ts';
import type { RoomState } from '../../exercise/state.ts';
import type { RoomFacts } from '../../room/facts/room-facts.ts';
import { balancesOf, personsView } from '../../room/feed/persons-view.ts';
import { progressOf } from '../../room/progress.ts';
import type { RunningExercise } from '../../room/running-exercise.ts';
import type { Pack } from '../../room/scenario-library.ts';
import type { Frame } from '../../sim/observe/frame.ts';
import type { RoomMessage } from './messages.ts';

/** The room as the person sees it, told when it has changed and when time brings a new message. */
export class PersonsRoom {
	readonly #pack: Pack;
	readonly #facts: RoomFacts;
	readonly #exercise: RunningExercise;
	readonly #world: () => string;
	readonly #tell: (message: RoomMessage) => void;
	#injectsShown = 0;

	constructor(
		{ pack, facts }: { readonly pack: Pack; readonly facts: RoomFacts },
		exercise: RunningExercise,
		world: () => string,
		tell: (message: RoomMessage) => void
	) {
		this.#pack = pack;
		this.#facts = facts;
		this.#exercise = exercise;
		this.#world = world;
		this.#tell = tell;
	}

	show(): void {
		const { room } = this.#exercise;
		this.#injectsShown = this.#injects();
		this.#tell({
			type: 'room',
			projection: personsView(this.#pack.exercise, this.#facts, this.#shownState()),
			progress: progressOf(room.view, this.#world()),
			balances: balancesOf(this.#pack.exercise, this.#facts, room.state)
		});
	}

	showFrames(frames: readonly Frame[]): void {
		this.#tell({ type: 'frames', frames });
		if (this.#injects() !== this.#injectsShown && this.#exercise.isMoving) this.show();
	}

	/** Time is logged only when it stops: what is shown may be ahead of the log. */
	#shownState(): RoomState {
		const { state } = this.#exercise.room;
		const [id, shownMin] = [this.#world(), this.#exercise.shownMin(this.#world())];
		const world = state.worlds[id]!;
		if (shownMin <= world.minute) return state;
		return { ...state, worlds: { ...state.worlds, [id]: { ...world, minute: shownMin } } };
	}

	#injects(): number {
		const state = this.#shownState();
		return injectsSeen(this.#pack.exercise, state, state.worlds[this.#world()]!).length;
	}
}
