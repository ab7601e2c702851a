import type { SectionKind } from '../../room/agenda/agenda.ts';
import { counted, rounded } from '../figures.ts';

const SECTIONS: Readonly<Record<Exclude<SectionKind, 'round'>, string>> = {
	welcome: 'Welcome, aims and rules',
	briefing: 'Briefing',
	preparation: 'Preparation',
	outbreak: 'Run to the first stop',
	toEnd: 'Run to the end',
	hotWash: 'Hot wash',
	summit: 'Summit',
	nextOutages: 'The next outages',
	close: 'Close: actions, owners, dates'
};
const less = (minutes: number) => `−${rounded(minutes)}`;

/** What the desk says of the workshop's own time: minutes of people, not of the exercise. */
export const agenda = {
	heading: 'Agenda',
	open: 'Agenda',
	notBegun: (minutes: number) => `Agenda: ${rounded(minutes)} min`,
	line: {
		onTime: (end: string) => `On time, ends ${end}`,
		behind: (minutes: number, end: string) => `${rounded(minutes)} min behind, ends ${end}`,
		ahead: (minutes: number, end: string) => `${rounded(minutes)} min ahead, ends ${end}`,
		pause: (minutes: number) => `of which pause ${rounded(minutes)}`,
		ended: (time: string) => `Ended ${time}`
	},
	section: (kind: SectionKind, round: number | null) =>
		kind === 'round' ? `Round ${round}` : SECTIONS[kind],
	columns: { section: 'Section', planned: 'Planned', actual: 'Took' },
	minutes: (n: number) => `${rounded(n)} min`,
	planned: (section: string) => `Minutes for: ${section}`,
	leftOut: 'left out',
	now: 'now',
	begin: (section: string) => `Begin now: ${section}`,
	beginShort: 'Begin',
	sum: (minutes: number) => `Planned in all: ${counted(minutes, { one: 'minute', other: 'minutes' })}.`,
	help: 'The agenda follows the exercise by itself. It is time on people’s watches; it moves nothing in the exercise.',
	hotWashShort: (has: number, needs: number) =>
		has < 1
			? `At the agreed end nothing would be left for the hot wash. It needs ${needs} min.`
			: `At the agreed end the hot wash would have ${rounded(has)} min. It needs ${needs}.`,
	offersHeading: 'To be on time again',
	offers: {
		leaveOut: (round: number, saves: number) => `Leave out round ${round} (${less(saves)})`,
		shorterRounds: (seconds: number, rounds: number, saves: number) =>
			rounds === 1
				? `${seconds} s less in one round (${less(saves)})`
				: `${seconds} s less in each of ${rounds} rounds (${less(saves)})`,
		shorterHotWash: (saves: number) => `A hot wash of ten minutes (${less(saves)})`,
		endLater: (end: string) => `End ${end}`
	},
	reset: 'As it was agreed',
	save: 'Save'
};
