import type { LiveRoomView } from '../../../client/network/live-room.svelte.ts';
import { randomId } from '../../../client/network/random-id.ts';
import type { SendAnswer } from '../../../client/connection/room-connection.ts';
import type { InjectText } from '../../../exercise/injects/inject-text.ts';
import type { RequestBody } from '../../../room/protocol/requests.ts';
import { nextGridMinute } from '../../../sim/time/grid.ts';
import { Stoppable } from '../stoppable.svelte.ts';
import { aheadOf, teamsReached, worldOf } from '../desk-facts.ts';
import type { SheetKey } from '../desk-keys.ts';
import { runSheet, type RunSheet, type SheetRow } from './run-sheet.ts';

/** What is being written: a new message, a change of one, or the correction of one that is out. */
export type Writing =
	/** `to`: the roles that it is for to begin with; null: everybody. */
	| { readonly kind: 'write'; readonly to: readonly string[] | null }
	| { readonly kind: 'edit' | 'correct'; readonly row: SheetRow };

/** A message that is about to go out, as it was seen then. */
type Outgoing = Pick<SheetRow, 'id' | 'revision'>;

/** The run sheet at work: which message is chosen, which is open, which is being written or about to go out. */
export class PlanDesk {
	readonly #room: () => LiveRoomView;
	/** Of the message that keys mean; null: the next one. */
	chosen = $state<string | null>(null);
	/** Of the message that is shown in full; undefined: the next one. */
	open = $state<string | null | undefined>(undefined);
	writing = $state.raw<Writing | null>(null);
	readonly goingOut = new Stoppable<Outgoing>((row) => void this.#release(row));

	constructor(room: () => LiveRoomView) {
		this.#room = room;
	}

	sheet: RunSheet | null = $derived.by(() => {
		const room = this.#room();
		const world = worldOf(room)?.view;
		const ahead = aheadOf(room);
		// Of a world that is still on its way nothing is listed: what has gone out would look like all there is.
		if (world === undefined || ahead === null) return null;
		return runSheet({
			injects: world.injects,
			ahead,
			minute: room.part('clock')?.minute ?? 0,
			plan: room.part('view')!.projection.plan,
			desk: room.part('plan'),
			conditions: room.part('conditions') ?? {},
			self: room.part('me')?.id ?? null,
			reached: (inject, to) => teamsReached(room, inject, to)
		});
	});

	rows: readonly SheetRow[] = $derived.by(() => {
		const { timed, later, tray, overtaken } = this.sheet ?? { timed: [], later: [], tray: [], overtaken: [] };
		return [...timed, ...later, ...tray, ...overtaken];
	});

	get next(): SheetRow | null {
		return this.rows.find(({ state }) => state === 'next') ?? null;
	}

	get chosenRow(): SheetRow | null {
		return this.rows.find(({ id }) => id === this.chosen) ?? this.next;
	}

	isOpen({ id, state }: SheetRow): boolean {
		return this.open === undefined ? state === 'next' : this.open === id;
	}

	/** Where a message lands that is released now; null: where the world stands. */
	get landsMin(): number | null {
		const room = this.#room();
		const clock = room.part('clock');
		const facts = room.part('facts');
		if (clock === null || facts === null || !clock.isMoving) return null;
		return nextGridMinute(facts.spans, facts.horizonMin, clock.minute);
	}

	get canRelease(): boolean {
		const phase = this.#room().part('step')?.phase;
		return phase !== undefined && phase !== 'lobby' && phase !== 'closed';
	}

	get canPlan(): boolean {
		return this.#room().part('step')?.phase !== 'closed';
	}

	/** Releases it after a moment in which that can be stopped; where the exercise is paused nothing goes out yet, so nothing need be stopped. */
	release(row: Outgoing & { readonly state?: SheetRow['state'] }): void {
		if (!this.canRelease || row.state === 'released' || row.state === 'onGoOn') return;
		if (this.#room().part('step')?.isPaused === true) void this.#release(row);
		else this.goingOut.start(row);
		this.open = row.id;
		this.chosen = row.id;
	}

	callOff({ id }: SheetRow): void {
		void this.#room().send({ type: 'callOffRelease', inject: id });
	}

	park({ id, revision }: SheetRow): Promise<SendAnswer> {
		return this.#plan('parkInject', { inject: id, base: revision });
	}

	/** To a minute, or (null) to where the scenario has it. */
	schedule({ id, revision }: SheetRow, atMin: number | null): Promise<SendAnswer> {
		return this.#plan('scheduleInject', { inject: id, atMin, base: revision });
	}

	parkOrPutBack(row: SheetRow): void {
		if (row.state === 'released') return;
		if (row.timing !== 'parked') void this.park(row);
		else if (!row.isWritten) void this.schedule(row, null);
	}

	copy({ id }: SheetRow): void {
		void this.#plan('copyInject', { inject: id, as: newInjectId() });
	}

	drop({ id, revision }: SheetRow): void {
		void this.#plan('dropInject', { inject: id, base: revision });
	}

	restore({ id, revision }: SheetRow, to: number): void {
		void this.#plan('restoreInject', { inject: id, revision: to, base: revision });
	}

	/** A key of the run sheet. */
	press(key: SheetKey): void {
		if (key === 'write') return this.write();
		const row = key === 'next' ? this.next : this.chosenRow;
		if (row === null) return;
		switch (key) {
			case 'next':
				this.chosen = row.id;
				this.open = row.id;
				document.querySelector<HTMLElement>(`[data-row="${CSS.escape(row.id)}"]`)?.focus();
				return;
			case 'release':
				return this.release(row);
			case 'park':
				return this.parkOrPutBack(row);
			case 'edit':
				return this.edit(row);
		}
	}

	edit(row: SheetRow): void {
		this.#write({ kind: row.state === 'released' ? 'correct' : 'edit', row });
	}

	write(to: readonly string[] | null = null): void {
		this.#write({ kind: 'write', to });
	}

	stopWriting(): void {
		if (this.writing?.kind === 'edit') void this.#room().sendQuietly({ type: 'writeAt', inject: null });
		this.writing = null;
	}

	saveText(inject: string, text: InjectText, base: number): Promise<SendAnswer> {
		return this.#plan('editInject', { inject, text, base });
	}

	/** @returns the answer, and the id of the new message */
	async saveNew(
		text: InjectText,
		atMin: number | null,
		corrects: string | null
	): Promise<{ readonly answer: SendAnswer; readonly inject: string }> {
		const inject = newInjectId();
		return { inject, answer: await this.#plan('writeInject', { inject, text, atMin, corrects }) };
	}

	#write(writing: Writing): void {
		if (!this.canPlan) return;
		this.writing = writing;
		if (writing.kind === 'edit') void this.#room().sendQuietly({ type: 'writeAt', inject: writing.row.id });
	}

	async #release({ id, revision }: Outgoing): Promise<void> {
		const body = { type: 'releaseInject', inject: id, revision, landsMin: this.landsMin } as const;
		await this.#room().send(body);
	}

	#plan(type: string, payload: Record<string, unknown>): Promise<SendAnswer> {
		const body: RequestBody = { type: 'command', body: { type, payload } };
		return this.#room().send(body);
	}
}

function newInjectId(): string {
	return `w.${randomId().slice(0, 12)}`;
}
