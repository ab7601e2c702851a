import { SvelteMap } from 'svelte/reactivity';
import type { RoomView } from '../../../client/room/room.svelte.ts';
import type { DecisionView } from '../../../exercise/project/project.ts';
import { choicesOf, type Choice } from './decisions.ts';

/** What the person wrote beside a decision and the room does not know yet. */
export interface Reasons {
	readonly rationale: string;
	readonly confidencePct: number | null;
}

/** Five steps of confidence, as the chances that they stand for. */
export const CONFIDENCE_STEPS: readonly number[] = [10, 30, 50, 70, 90];

const NOTHING: Reasons = { rationale: '', confidencePct: null };

/** The round's choices: the room holds them; reasons that are being written wait here until they are whole. */
export class Choices {
	readonly #room: RoomView;
	readonly #written = new SvelteMap<string, Reasons>();
	/** What was asked of the room and is not answered yet. */
	readonly #waiting = new SvelteMap<string, { readonly isOn: boolean; readonly told: number }>();

	readonly all = $derived.by<readonly Choice[]>(() => {
		const { facts, progress, minute, taken, purses } = this.#room;
		return facts === null || progress === null ? [] : choicesOf({ facts, progress, minute, taken, purses });
	});
	readonly chosen = $derived(this.all.filter(({ standing }) => standing.kind === 'chosen'));

	constructor(room: RoomView) {
		this.#room = room;
	}

	reasonsOf(decision: string): Reasons {
		const written = this.#written.get(decision);
		if (written !== undefined) return written;
		const act = this.#room.taken.find((one) => one.decision === decision);
		return act === undefined ? NOTHING : { rationale: act.rationale ?? '', confidencePct: act.confidencePct };
	}

	write(decision: string, reasons: Partial<Reasons>): void {
		this.#written.set(decision, { ...this.reasonsOf(decision), ...reasons });
	}

	/** The second of two quick presses comes before the room has answered the first: it undoes what was asked for. */
	toggle(choice: Choice): void {
		const { id } = choice.card;
		const isOn = this.#asked(choice);
		if (isOn && choice.standing.kind === 'chosen' && choice.standing.neededBy.length > 0) return;
		if (!isOn && choice.standing.kind !== 'open' && choice.standing.kind !== 'chosen') return;
		this.#waiting.set(id, { isOn: !isOn, told: this.#told() });
		if (isOn) return this.#room.takeBack(id);
		const { rationale, confidencePct } = this.reasonsOf(id);
		this.#room.choose(id, rationale.trim() || null, confidencePct);
	}

	/** Whether the decision is chosen once everything that was asked for is done. */
	#asked({ card, standing }: Choice): boolean {
		const isChosen = standing.kind === 'chosen';
		const waiting = this.#waiting.get(card.id);
		// What was refused is not to come any more.
		if (waiting === undefined || waiting.told !== this.#told()) return isChosen;
		if (waiting.isOn === isChosen) this.#waiting.delete(card.id);
		return waiting.isOn;
	}

	/** Changes when the room refuses something. */
	#told(): number {
		return this.#room.notices.findLast(({ kind }) => kind === 'refused')?.id ?? 0;
	}

	/** Takes the round's choices back, the last one first, because later ones may rest on earlier ones. */
	takeAllBack(): void {
		for (const act of this.#acts().toReversed()) this.#room.takeBack(act.decision);
	}

	/**
	 * Tells the room what was written since. A decision in the log does not change, so the round's choices are taken back
	 * and chosen again, in their order, with their reasons.
	 */
	settle(): void {
		const acts = this.#acts();
		if (!acts.some((act) => this.#isNewer(act))) return;
		this.takeAllBack();
		for (const { decision } of acts) {
			const { rationale, confidencePct } = this.reasonsOf(decision);
			this.#room.choose(decision, rationale.trim() || null, confidencePct);
		}
	}

	/** A new round has no reasons of its own yet. */
	forget(): void {
		this.#written.clear();
	}

	/** The round's choices in the order in which they were made. */
	#acts(): DecisionView[] {
		return this.#room.taken.filter((act) => this.chosen.some(({ card }) => card.id === act.decision));
	}

	#isNewer({ decision, rationale, confidencePct }: DecisionView): boolean {
		const written = this.#written.get(decision);
		if (written === undefined) return false;
		return written.rationale.trim() !== (rationale ?? '') || written.confidencePct !== confidencePct;
	}
}
