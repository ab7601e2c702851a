import type { Capacity } from '../../exercise/log/capacity.ts';

const FULL: Readonly<Record<Exclude<Capacity['of'], 'events'>, readonly [what: string, instead: string]>> = {
	seats: ['seats', 'Join as an observer.'],
	worlds: ['worlds', 'Go on in one of them.'],
	notes: ['notes', 'Go on writing on paper.'],
	ratings: ['ratings', 'Rate in the debrief, on paper.'],
	votes: ['votes', 'Vote by show of hands.'],
	acts: ['acts', 'Fork the world.'],
	plans: ['injects in the plan', 'Change one that is there.'],
	injects: ['injects released by hand', 'Tell players in person.']
};

/** That a room is full, and what to do instead. */
export function capacityText({ of, most }: Capacity): string {
	if (of === 'events') return `The log is full at ${most} events. Save it and open a new room.`;
	const [what, instead] = FULL[of];
	return `There is room for ${most} ${what} and they are all there. ${instead}`;
}
