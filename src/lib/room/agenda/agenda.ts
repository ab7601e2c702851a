/** What a workshop consists of, in the order in which it comes. */
export type SectionKind =
	| 'welcome'
	| 'briefing'
	| 'preparation'
	/** The world runs to its first stop. */
	| 'outbreak'
	| 'round'
	/** The world runs from its last stop to its end. */
	| 'toEnd'
	| 'hotWash'
	/** Left out until one is planned or opened. */
	| 'summit'
	/** What came of it; left out in the same way. */
	| 'nextOutages'
	| 'close';

export interface Section {
	readonly id: string;
	readonly kind: SectionKind;
	/** Of a round: its number, from 1. */
	readonly round: number | null;
	/** What was agreed on before it began. */
	readonly agreedMin: number;
	/** What is planned now; 0: it is left out. */
	readonly plannedMin: number;
	/** When it began; null: it has not, or was passed over. */
	readonly startedAtMs: number | null;
}

/** A workshop's sections as planned and as they went. Times of one clock that never stands; no exercise time is in it. */
export interface Agenda {
	readonly sections: readonly Section[];
	/** Index of the one that goes on; null: none has begun, or all are over. */
	readonly current: number | null;
	readonly endedAtMs: number | null;
	/** Minutes that were added to the end by saying so. */
	readonly acceptedMin: number;
	/** People's time passes in a pause too: this is only told apart. */
	readonly pausedMs: number;
	readonly pausedSinceMs: number | null;
}

/** How an agenda stands at a moment. Minutes; what is late is above 0. */
export interface AgendaStanding {
	/** The projected end against the one that was agreed on. */
	readonly lateMin: number;
	/** As much of it as pauses make out, at most. */
	readonly pauseMin: number;
	readonly endAtMs: number;
	/** What was agreed on from the first section that was begun. */
	readonly agreedEndAtMs: number;
	/** What the hot wash would have where the end that was agreed on holds; null: it has begun. */
	readonly hotWashMin: number | null;
	/** How long the present section has gone on. */
	readonly elapsedMin: number;
}

const MIN_MS = 60_000;
/** A hot wash that is shorter is none. */
export const HOT_WASH_LEAST_MIN = 10;

/** Null: nothing has begun. */
export function agendaStanding(agenda: Agenda, nowMs: number): AgendaStanding | null {
	const { sections, current, endedAtMs, acceptedMin } = agenda;
	const first = sections.find(({ startedAtMs }) => startedAtMs !== null);
	if (first === undefined) return null;
	const begun = sections.slice(sections.indexOf(first));
	const agreedMin = sumOf(begun, ({ agreedMin }) => agreedMin) + acceptedMin;
	const agreedEndAtMs = first.startedAtMs! + agreedMin * MIN_MS;
	const now = current === null ? null : sections[current]!;
	const elapsedMin = now === null ? 0 : (nowMs - now.startedAtMs!) / MIN_MS;
	const leftMin = now === null ? 0 : Math.max(0, now.plannedMin - elapsedMin);
	const later = current === null ? [] : sections.slice(current + 1);
	const endAtMs =
		now === null
			? (endedAtMs ?? nowMs)
			: nowMs + (leftMin + sumOf(later, ({ plannedMin }) => plannedMin)) * MIN_MS;
	const lateMin = (endAtMs - agreedEndAtMs) / MIN_MS;
	const pausedMs = agenda.pausedMs + (agenda.pausedSinceMs === null ? 0 : nowMs - agenda.pausedSinceMs);
	const hotWash = later.find(({ kind }) => kind === 'hotWash');
	return {
		lateMin,
		pauseMin: Math.max(0, Math.min(lateMin, pausedMs / MIN_MS)),
		endAtMs,
		agreedEndAtMs,
		hotWashMin: hotWash === undefined ? null : hotWash.plannedMin - Math.max(0, lateMin),
		elapsedMin
	};
}

export function sumOf(sections: readonly Section[], minutes: (section: Section) => number): number {
	return sections.reduce((sum, section) => sum + minutes(section), 0);
}
