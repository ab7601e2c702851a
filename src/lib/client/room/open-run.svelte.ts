import type { Projection, WorldView } from '../../exercise/project/project.ts';
import type { Attribution } from '../../debrief/attribution/attribution.ts';
import type { Feedback } from '../../debrief/feedback/feedback.ts';
import type { ParentRun } from '../../debrief/hot-wash/fork.ts';
import type { HotWash } from '../../debrief/hot-wash/hot-wash.ts';
import type { Frame } from '../../sim/observe/frame.ts';
import type { BudgetBalance, RoomFacts } from '../../room/facts/room-facts.ts';
import { sampleOf, type Sample } from '../../room/feed/samples.ts';
import { withSamples } from '../../room/feed/with-samples.ts';
import type { Progress } from '../../room/progress.ts';
import type { RoomMessage } from './messages.ts';

type MessageOf<Type extends RoomMessage['type']> = Extract<RoomMessage, { type: Type }>;

/** What is known of the run that is open: its messages as they came, and nothing computed from the clock on the wall. */
export class OpenRun {
	/** Null until a run is open. */
	facts = $state.raw<RoomFacts | null>(null);
	seed = $state<string | null>(null);
	progress = $state.raw<Progress | null>(null);
	/** The room as the person's team sees it. */
	projection = $state.raw<Projection | null>(null);
	balances = $state.raw<readonly BudgetBalance[]>([]);
	/** The world as it is now. */
	now = $state.raw<Frame | null>(null);
	/** What the curves are drawn from, from minute 0 to now. */
	history = $state.raw<readonly Sample[]>([]);
	/** Whether this run is kept on this device; null: not known yet. */
	kept = $state.raw<MessageOf<'kept'> | null>(null);
	/** Null until the run has ended; its parts fill in as they are computed. */
	hotWash = $state.raw<HotWash | null>(null);
	/** What each decision was worth, as far as it is known; null: it has not been asked for. */
	attribution = $state.raw<Attribution | null>(null);
	/** What changed before the last stop; null: there was none, or it is not known yet. */
	feedback = $state.raw<Feedback | null>(null);
	/** The run that this one was forked from; null: it is no fork, or that run has gone. */
	parent = $state.raw<ParentRun | null>(null);
	/** Of the person's world at its end; null until then. */
	stateHash = $state<string | null>(null);
	/** 0 to 1 while an opened run is computed again up to where it was left. */
	catchingUp = $state(1);

	/** The world that the person plays in, as their team sees it. */
	world = $derived<WorldView | null>(this.projection?.worlds[this.projection.ownWorld ?? ''] ?? null);
	minute = $derived(this.now?.minute ?? this.world?.minute ?? 0);
	/** Decisions that the person's roles have taken (in the hot wash: everybody's). */
	taken = $derived(this.world?.decisions ?? []);
	/** Messages that have reached the person's roles, in the order in which they came. */
	injects = $derived(this.world?.injects ?? []);
	isRunning = $derived(this.progress?.kind === 'running' && !this.progress.paused);

	/** Takes in what a message says of the run; others are none of its. */
	protected takeOfRun(message: RoomMessage): void {
		switch (message.type) {
			case 'opened':
				this.clear();
				this.facts = message.facts;
				this.seed = message.seed;
				return;
			case 'room':
				this.projection = message.projection;
				this.progress = message.progress;
				this.balances = message.balances;
				return;
			case 'frames':
				return this.#look(message.frames);
			case 'samples':
				this.history = withSamples(this.history, message.samples);
				return;
			case 'catchingUp':
				this.catchingUp = message.share;
				return;
			case 'kept':
				this.kept = message;
				return;
			case 'feedback':
				this.feedback = message.feedback;
				return;
			case 'attribution':
				this.attribution = message.attribution;
				return;
			case 'parent':
				this.parent = message.parent;
				return;
			case 'hotWash':
				this.hotWash = message.hotWash;
				this.stateHash = message.stateHash;
		}
	}

	/** Nothing of the run is shown any more. */
	protected clear(): void {
		this.facts = null;
		this.seed = null;
		this.progress = null;
		this.projection = null;
		this.balances = [];
		this.now = null;
		this.history = [];
		this.hotWash = null;
		this.parent = null;
		this.attribution = null;
		this.feedback = null;
		this.stateHash = null;
		this.kept = null;
		this.catchingUp = 1;
	}

	#look(frames: readonly Frame[]): void {
		const { facts } = this;
		const latest = frames.at(-1);
		if (facts === null || latest === undefined) return;
		this.now = latest;
		this.history = withSamples(
			this.history,
			frames.map((frame) => sampleOf(frame, facts))
		);
	}
}
