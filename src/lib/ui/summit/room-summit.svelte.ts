import type { LiveRoomView } from '../../client/network/live-room.svelte.ts';
import type { Localized } from '../../scenario/scenario.ts';
import type { Party, Summit } from '../../scenario/summit.ts';
import type { Edit } from '../../summit/accord/edits.ts';
import type { SummitCommands, SummitCommandType } from '../../summit/commands/decide.ts';
import type { SummitRefusalCode } from '../../summit/commands/refusals.ts';
import { isEnd } from '../../summit/negotiation/chart.ts';
import { summitWords } from '../../text/summit-words.ts';
import { waitingFor, type SeenSummit, type SummitChair, type TableRefusal } from './summit-table.ts';

/** A summit of a room as a page is shown it. */
export class RoomSummit implements SeenSummit {
	readonly #room: () => LiveRoomView;
	/** Why what was asked for last did not happen; null: it did. */
	refusal = $state.raw<TableRefusal | null>(null);
	isSending = $state(false);

	constructor(room: () => LiveRoomView) {
		this.#room = room;
	}

	get room(): LiveRoomView {
		return this.#room();
	}

	get chair(): string | null {
		return null;
	}

	readonly part = $derived.by(() => this.room.part('summit')!);
	/** With what was said of others' briefs in its place. */
	readonly summit: Summit = $derived.by(() => {
		const { summit } = this.room.part('summitFacts')!;
		const { spoken } = this.part;
		return { ...summit, parties: summit.parties.map((party) => withSpoken(party, spoken[party.id])) };
	});
	readonly facts = $derived.by(() => this.room.part('summitFacts')!.facts);
	readonly view = $derived.by(() => this.part.view);
	readonly heard = $derived.by(() => this.part.said);
	readonly opened = $derived.by(() => this.part.opened);
	readonly isBusy = $derived.by(() => this.part.areBotsSpeaking || this.isSending);
	readonly isOver = $derived.by(() => isEnd(this.part.view.position.step));

	/** A step of whoever leads, from where the page sees the summit. */
	readonly lead = <Type extends SummitCommandType>(
		type: Type,
		payload: SummitCommands[Type]
	): Promise<boolean> => this.send(null, type, payload);

	/** @param party null: whoever leads */
	async send<Type extends SummitCommandType>(
		party: string | null,
		type: Type,
		payload: SummitCommands[Type]
	): Promise<boolean> {
		const { position, round } = this.view;
		const from = party === null ? { from: { step: position.step, round } } : {};
		this.refusal = null;
		this.isSending = true;
		const body = { type, payload: payload as Record<string, unknown> };
		const answer = await this.room.send({ type: 'negotiate', party, body, ...from });
		this.isSending = false;
		if (answer.kind === 'accepted') return true;
		if (answer.kind === 'refused' && answer.refusal.code === 'notNegotiated') {
			const { because, measures = [] } = answer.refusal.params;
			if (because in summitWords.refusals) this.refusal = { code: because as SummitRefusalCode, measures };
			// It is said here, in the summit's own words.
			this.room.setback = null;
		}
		return false;
	}
}

/** The same for a team that holds chairs; it speaks for one at a time. */
export class TeamSummit extends RoomSummit implements SummitChair {
	#chosen = $state<string | null>(null);
	/** By chair. */
	#drafts = $state.raw<Readonly<Record<string, readonly Edit[]>>>({});
	readonly leads = false;

	readonly chairs = $derived.by(() => Object.keys(this.part.view.own));

	override get chair(): string {
		const [first] = this.chairs;
		return this.#chosen !== null && this.chairs.includes(this.#chosen) ? this.#chosen : first!;
	}

	choose(chair: string): void {
		this.#chosen = chair;
		this.refusal = null;
	}

	get own() {
		return this.part.view.own[this.chair]!;
	}

	get worth() {
		return this.part.worths[this.chair]!;
	}

	get speaks(): boolean {
		return !this.room.onlyLooks && (this.room.part('me')?.isLead ?? false);
	}

	get waiting() {
		return this.waitingAt(this.chair);
	}

	waitingAt(chair: string) {
		return waitingFor(this.part.view.amendments, chair);
	}

	get draft(): readonly Edit[] {
		return this.#drafts[this.chair] ?? [];
	}

	set draft(edits: readonly Edit[]) {
		this.#drafts = { ...this.#drafts, [this.chair]: edits };
	}

	readonly say = <Type extends SummitCommandType>(
		type: Type,
		payload: SummitCommands[Type]
	): Promise<boolean> => this.send(this.chair, type, payload);
}

interface Spoken {
	readonly redLines: Readonly<Record<number, Localized>>;
	readonly offers: Readonly<Record<number, Localized>>;
}

/** One's own brief is whole; of another's only those places are filled that were spoken of. */
function withSpoken(party: Party, spoken: Spoken | undefined): Party {
	if (spoken === undefined || party.redLines.length > 0 || party.offers.length > 0) return party;
	const placed = (words: Readonly<Record<number, Localized>>): Localized[] => {
		const places = Object.keys(words).map(Number);
		const length = places.length === 0 ? 0 : Math.max(...places) + 1;
		return Array.from({ length }, (_, at) => words[at] ?? { en: '' });
	};
	const redLines = placed(spoken.redLines).map((text) => ({ text, when: [] }));
	return { ...party, redLines: redLines as unknown as Party['redLines'], offers: placed(spoken.offers) };
}
