import { Evaluating } from '../../../outages/evaluate/evaluating.ts';
import type { Evaluation } from '../../../outages/evaluate/evaluation.ts';
import { agreementOf } from '../../../outages/reform/agreement.ts';
import { SHOCK_KINDS } from '../../../outages/shocks/kinds.ts';
import { isOpened, type SummitState } from '../../../summit/state.ts';
import type { LiveRoomParts } from '../live-room-contract.ts';
import type { OutagesPart } from '../parts.ts';
import { SHOCKS_MOST, type ChosenShock, type WatchedShock } from './watched-shock.ts';

/** Rooms share their threads: enough for every median, and no more. */
export const ROOM_EFFORT = { most: SHOCKS_MOST, least: 12, enough: 24, walks: 2 };
const TELL_EVERY_MS = 2500;
/** A thread that broke is replaced: what it was asked for is asked again, so often, and then not before somebody comes in. */
const TRIES = 3;
const TRY_AGAIN_MS = 5000;
/** Figures are estimates: more digits would only be sent. */
const DIGITS = 4;

interface Around extends Pick<LiveRoomParts, 'pack' | 'clock' | 'runShocks' | 'watchShocks' | 'ensembleOf'> {
	readonly summit: () => SummitState;
	/** Whether somebody is here who would be told. */
	readonly isWatched: () => boolean;
	readonly changed: () => void;
	readonly failed: (error: unknown) => void;
}

/**
 * The next outages of a room, worked out beside it from what its log says was agreed, so that all are told the same and a
 * room that is opened again comes to the same. The worlds that do not depend on its accord are run while people negotiate.
 */
export class RoomOutages {
	readonly #around: Around;
	readonly watched: WatchedShock;
	#work: Evaluating | null = null;
	/** What was agreed (null: nothing yet) and the months that are looked at, as text; null: nothing has been begun. */
	#settled: string | null = null;
	#evaluation: Evaluation | null = null;
	#tries = 0;
	#hasFailed = false;
	#isClosed = false;

	constructor(around: Around, watched: WatchedShock) {
		this.#around = around;
		this.watched = watched;
	}

	/** Undefined: nothing has come to its end, or nothing is known yet. */
	get part(): OutagesPart | undefined {
		if (this.#evaluation === null || !this.#isOver) return undefined;
		const { chosen, hasFailed } = this.watched;
		return { evaluation: this.#evaluation, chosen, hasShockFailed: hasFailed };
	}

	/** Whether nothing is known and nothing will be: they could not be run. Undefined: nothing has come to its end. */
	get hasFailed(): boolean | undefined {
		return this.#isOver ? this.#hasFailed && this.#evaluation === null : undefined;
	}

	get #isOver(): boolean {
		return this.#around.summit().result !== null;
	}

	/** The summit may have come further, or somebody has come in. */
	follow(): void {
		const state = this.#around.summit();
		const { scenario } = this.#around.pack;
		if (this.#isClosed || scenario.summit === undefined || !isOpened(state)) return;
		if (!this.#around.isWatched()) return;
		const agreement = state.result === null ? null : agreementOf(state);
		const { months } = state;
		const settled = JSON.stringify([agreement, months]);
		if (settled === this.#settled) return;
		this.#settled = settled;
		this.#evaluation = null;
		this.#tries = 0;
		this.#hasFailed = false;
		const work = (this.#work ??= this.#begin());
		if (agreement === null) work.prepare(months).catch(this.#around.failed);
		else {
			work.settle(agreement, months).catch(this.#around.failed);
			if (this.watched.chosen !== null) this.#run(this.watched.chosen);
		}
	}

	/** Chooses a shock and has it run in both worlds. */
	async watch(chosen: ChosenShock): Promise<void> {
		await this.watched.choose(chosen);
		this.#run(chosen);
	}

	close(): void {
		this.#isClosed = true;
		this.#work?.stop();
	}

	#begin(): Evaluating {
		const { pack, clock, runShocks, watchShocks, ensembleOf, changed, failed } = this.#around;
		return new Evaluating({
			...{ scenario: pack.scenario, source: pack.source, runShocks, watchShocks },
			members: ensembleOf(pack),
			nowMs: () => clock.nowMs(),
			effort: ROOM_EFFORT,
			tellEveryMs: TELL_EVERY_MS,
			failed,
			tell: (evaluation) => {
				if (this.#isClosed) return;
				if (evaluation.status === 'failed') this.#tryAgain();
				if (!this.#isOver || !evaluation.isOfAllKinds) return;
				this.#evaluation = shortened(evaluation);
				this.#chooseFirst(evaluation);
				changed();
			}
		});
	}

	#tryAgain(): void {
		const { clock, changed, failed } = this.#around;
		const settled = this.#settled;
		if (++this.#tries < TRIES) {
			clock.later(() => {
				if (!this.#isClosed && settled === this.#settled) this.#work?.goOn().catch(failed);
			}, TRY_AGAIN_MS);
			return;
		}
		this.#hasFailed = true;
		// Who comes in, or loads the page again, has it tried again.
		this.#settled = null;
		changed();
	}

	/** Until somebody chooses, one as in July that comes to as much as half of them do. */
	#chooseFirst({ typical }: Evaluation): void {
		const [kind] = SHOCK_KINDS.map(({ id }) => id).filter((id) => typical[id] !== undefined);
		if (this.watched.chosen !== null || kind === undefined) return;
		void this.watch({ kind, number: typical[kind]! }).catch(this.#around.failed);
	}

	#run({ kind, number }: ChosenShock): void {
		const work = this.#work;
		if (work === null) return;
		const { changed, failed } = this.#around;
		this.watched
			.run(() => work.watch(kind, number))
			.catch(failed)
			.finally(changed);
	}
}

/** The same with figures of so many digits. */
function shortened(evaluation: Evaluation): Evaluation {
	return JSON.parse(JSON.stringify(evaluation), (_key, value: unknown) =>
		typeof value === 'number' && !(Number.isInteger(value) && Math.abs(value) < 1e6)
			? Number(value.toPrecision(DIGITS))
			: value
	) as Evaluation;
}
