import type { Agenda, Section } from './agenda.ts';
import type { Changes } from './offers.ts';

/** A section begins: the one before it ends, and what lies between is passed over. */
export function startSection(agenda: Agenda, id: string, nowMs: number): Agenda {
	const index = agenda.sections.findIndex((section) => section.id === id);
	if (index < 0 || index === agenda.current) return agenda;
	const sections = agenda.sections.map((section, at): Section => {
		if (at === index) return { ...section, startedAtMs: nowMs };
		// Whoever goes back to a section has not done what comes after it.
		return at > index ? { ...section, startedAtMs: null } : section;
	});
	return { ...agenda, sections, current: index, endedAtMs: null };
}

/**
 * A section begins that was left out: it gets these minutes, and the end that was agreed on is later by them. One that was
 * planned keeps what it has.
 */
export function insertSection(agenda: Agenda, id: string, minutes: number, nowMs: number): Agenda {
	const found = agenda.sections.find((section) => section.id === id);
	const isPlanned = found === undefined || found.plannedMin > 0;
	const planned = isPlanned ? agenda : planSections(agenda, { [id]: minutes }, agenda.acceptedMin + minutes);
	return startSection(planned, id, nowMs);
}

export function endAgenda(agenda: Agenda, nowMs: number): Agenda {
	if (agenda.current === null) return agenda;
	return { ...pauseAgenda(agenda, false, nowMs), current: null, endedAtMs: nowMs };
}

export function pauseAgenda(agenda: Agenda, isPaused: boolean, nowMs: number): Agenda {
	const { pausedSinceMs, pausedMs } = agenda;
	if (isPaused === (pausedSinceMs !== null)) return agenda;
	if (isPaused) return { ...agenda, pausedSinceMs: nowMs };
	return { ...agenda, pausedSinceMs: null, pausedMs: pausedMs + nowMs - pausedSinceMs! };
}

/** Other minutes for sections. Before the first one begins that is what is agreed on; after, the agreed end stands. */
export function planSections(agenda: Agenda, changes: Changes, acceptedMin: number): Agenda {
	const hasBegun = agenda.sections.some(({ startedAtMs }) => startedAtMs !== null);
	const sections = agenda.sections.map((section): Section => {
		const minutes = changes[section.id];
		if (minutes === undefined) return section;
		return { ...section, plannedMin: minutes, agreedMin: hasBegun ? section.agreedMin : minutes };
	});
	return { ...agenda, sections, acceptedMin };
}
