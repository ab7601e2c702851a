import * as v from 'valibot';
import type { RoomState } from '../../../exercise/state.ts';
import type { Agenda, Section } from '../../agenda/agenda.ts';
import { endAgenda, insertSection, pauseAgenda, planSections, startSection } from '../../agenda/change.ts';
import { leadsOn, sectionAt } from '../../agenda/follow.ts';
import type { Changes } from '../../agenda/offers.ts';
import type { Clock } from '../../clock.ts';
import type { AgendaPart } from '../desk/staff-parts.ts';
import type { RoomRows } from '../kept/room-rows.ts';

/** As it is kept: times are dates, which mean the same to the next process. */
const rowSchema = v.strictObject({
	sections: v.record(
		v.string(),
		v.strictObject({ agreedMin: v.number(), plannedMin: v.number(), startedAtMs: v.nullable(v.number()) })
	),
	current: v.nullable(v.string()),
	endedAtMs: v.nullable(v.number()),
	acceptedMin: v.number(),
	pausedMs: v.number(),
	pausedSinceMs: v.nullable(v.number())
});

/** What was planned for a workshop and how it goes. It follows the exercise; people's time is its only time. */
export class RoomAgenda {
	readonly #rows: RoomRows;
	readonly #clock: Clock;
	readonly #stops: readonly number[];
	/** What dates are ahead of the clock. Taken once: a date that is set anew moves nothing. */
	readonly #aheadMs: number;
	#agenda: Agenda;
	#last: Promise<void> = Promise.resolve();

	private constructor(
		rows: RoomRows,
		clock: Clock,
		stops: readonly number[],
		aheadMs: number,
		agenda: Agenda
	) {
		this.#rows = rows;
		this.#clock = clock;
		this.#stops = stops;
		this.#aheadMs = aheadMs;
		this.#agenda = agenda;
	}

	/** As it was left, or as it is proposed. */
	static async read(
		rows: RoomRows,
		{ clock, dateMs }: { readonly clock: Clock; readonly dateMs: () => number },
		stops: readonly number[],
		proposed: readonly Section[]
	): Promise<RoomAgenda> {
		const aheadMs = dateMs() - clock.nowMs();
		const row = (await rows.read('agenda', rowSchema)).get('agenda');
		const first = { current: null, endedAtMs: null, acceptedMin: 0, pausedMs: 0, pausedSinceMs: null };
		if (row === undefined)
			return new RoomAgenda(rows, clock, stops, aheadMs, { sections: proposed, ...first });
		const here = (ms: number | null) => (ms === null ? null : ms - aheadMs);
		const sections = proposed.map((section): Section => {
			const kept = row.sections[section.id];
			return kept === undefined ? section : { ...section, ...kept, startedAtMs: here(kept.startedAtMs) };
		});
		const index = sections.findIndex(({ id }) => id === row.current);
		return new RoomAgenda(rows, clock, stops, aheadMs, {
			...row,
			sections,
			current: index < 0 ? null : index,
			endedAtMs: here(row.endedAtMs),
			pausedSinceMs: here(row.pausedSinceMs)
		});
	}

	partAt(state: RoomState): AgendaPart {
		return { ...this.#agenda, aheadMs: this.#aheadMs, isRoundLeftOut: this.#isLeftOut(state) };
	}

	#isLeftOut(state: RoomState): boolean {
		const id = sectionAt(
			{ phase: 'incident', step: 'situation' },
			this.#stopsPassed(state),
			this.#stops.length
		);
		return this.#agenda.sections.some((section) => section.id === id && section.plannedMin === 0);
	}

	/** The exercise has come to another place, or stands still. */
	async follow(state: RoomState): Promise<void> {
		const { position } = state;
		const nowMs = this.#clock.nowMs();
		const id = sectionAt(position, this.#stopsPassed(state), this.#stops.length);
		await this.#change((agenda) => {
			if (position.phase === 'closed') return endAgenda(agenda, nowMs);
			const hasBegun = agenda.current !== null;
			const paused = hasBegun ? pauseAgenda(agenda, position.clock === 'paused', nowMs) : agenda;
			return id !== null && leadsOn(paused, id) ? startSection(paused, id, nowMs) : paused;
		});
	}

	/** @returns false where there is no such section */
	async start(id: string): Promise<boolean> {
		if (!this.#has(id)) return false;
		await this.#change((agenda) => startSection(agenda, id, this.#clock.nowMs()));
		return true;
	}

	/** Begins a section that nobody may have planned. A room whose agenda has not begun is left alone. */
	async insert(id: string, minutes: number): Promise<void> {
		await this.#change((agenda) =>
			agenda.current === null ? agenda : insertSection(agenda, id, minutes, this.#clock.nowMs())
		);
	}

	/** The same where it has not been come to yet: who looks back at something takes the agenda nowhere. */
	async insertAhead(id: string, minutes: number): Promise<void> {
		if (leadsOn(this.#agenda, id)) await this.insert(id, minutes);
	}

	/** @returns the id of a section that there is none of; null: it is planned */
	async plan(changes: Changes, acceptedMin: number): Promise<string | null> {
		const unknown = Object.keys(changes).find((id) => !this.#has(id));
		if (unknown !== undefined) return unknown;
		await this.#change((agenda) => planSections(agenda, changes, acceptedMin));
		return null;
	}

	#has(id: string): boolean {
		return this.#agenda.sections.some((section) => section.id === id);
	}

	#stopsPassed({ worlds }: RoomState): number {
		const minute = Math.max(-1, ...Object.values(worlds).map((world) => world.minute));
		return this.#stops.filter((stop) => stop <= minute).length;
	}

	/** One after the other: none rests on what another has just changed. */
	#change(changed: (agenda: Agenda) => Agenda): Promise<void> {
		const done = this.#last.then(() => this.#keep(changed(this.#agenda)));
		this.#last = done.catch(() => {});
		return done;
	}

	async #keep(agenda: Agenda): Promise<void> {
		if (agenda === this.#agenda) return;
		const date = (ms: number | null) => (ms === null ? null : ms + this.#aheadMs);
		const { sections, current, endedAtMs, acceptedMin, pausedMs, pausedSinceMs } = agenda;
		await this.#rows.put('agenda', 'agenda', {
			sections: Object.fromEntries(
				sections.map(({ id, agreedMin, plannedMin, startedAtMs }) => [
					id,
					{ agreedMin, plannedMin, startedAtMs: date(startedAtMs) }
				])
			),
			current: current === null ? null : sections[current]!.id,
			endedAtMs: date(endedAtMs),
			acceptedMin,
			pausedMs,
			pausedSinceMs: date(pausedSinceMs)
		});
		this.#agenda = agenda;
	}
}
