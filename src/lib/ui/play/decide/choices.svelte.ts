import { SvelteMap } from 'svelte/reactivity';
import type { RoomView } from '../../../client/room/room.svelte.ts';
import type { DecisionView } from '../../../exercise/project/project.ts';
import { choicesOf, PREPARATION_MIN, type Choice } from './decisions.ts';

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
		const { facts, progress, minute, world } = this.#room;
		if (facts === null || world === null) return [];
		const roundMin = progress?.kind === 'preparation' ? PREPARATION_MIN : minute;
		return choicesOf(facts.decisions, world.standings, roundMin);
	});
	readonly chosen = $derived(this.all.filter(({ isChosen }) => isChosen));
	/** Of the whole table, whose decisions and messages are looked at; null: everybody's. */
	seat = $state<string | null>(null);

	constructor(room: RoomView) {
		this.#room = room;
	}

	reasonsOf(decision: string): Reasons {
		const written = this.#written.get(decision);
		if (written !== undefined) return written;
		const act = this.#room.taken.find((one) => one.decision === decision);
		return act === undefined ? NOTHING : { rationale: act.rationale ?? '', confidencePct: act.confidencePct };
	}

	/** Whether a decision was taken in an earlier round. */
	wasTaken(decision: string): boolean {
		return (
			this.#room.taken.some((act) => act.decision === decision) &&
			!this.chosen.some(({ card }) => card.id === decision)
		);
	}

	write(decision: string, reasons: Partial<Reasons>): void {
		this.#written.set(decision, { ...this.reasonsOf(decision), ...reasons });
	}

	/** The second of two quick presses comes before the room has answered the first: it undoes what was asked for. */
	toggle(choice: Choice): void {
		const { id } = choice.card;
		const { kind } = choice.standing;
		const isOn = this.#asked(choice);
		if (choice.standing.kind === 'committed' && !choice.standing.canWithdraw) return;
		if (!isOn && kind !== 'open' && kind !== 'committed') return;
		if (isOn) return this.#withdraw(id);
		this.#waiting.set(id, { isOn: true, told: this.#told() });
		const { rationale, confidencePct } = this.reasonsOf(id);
		this.#room.commit(id, rationale.trim() || null, confidencePct);
	}

	#withdraw(decision: string): void {
		this.#waiting.set(decision, { isOn: false, told: this.#told() });
		this.#room.withdraw(decision);
	}

	/** Whether the decision is chosen once everything that was asked for is done. */
	#asked({ card, isChosen }: Choice): boolean {
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
		for (const act of this.#acts().toReversed()) this.#withdraw(act.decision);
	}

	/** Tells the room what was written beside the round's choices since they were made. */
	settle(): void {
		const world = this.#room.projection?.ownWorld;
		if (world === undefined || world === null) return;
		for (const act of this.#acts().filter((one) => this.#isNewer(one))) {
			const { rationale, confidencePct } = this.reasonsOf(act.decision);
			const amended = { world, decision: act.decision, rationale: rationale.trim() || null, confidencePct };
			this.#room.send({ type: 'amendDecision', payload: amended });
		}
	}

	/** A new round has no reasons of its own yet, and nothing was asked in it. */
	forget(): void {
		this.#written.clear();
		this.#waiting.clear();
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
