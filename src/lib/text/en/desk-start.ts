import type { Missing } from '../../room/preflight/missing-at-start.ts';
import { counted } from '../figures.ts';

const list = (names: readonly string[]) =>
	names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')}, and ${names.at(-1)}`;

/** Names of teams may have an “and” of their own: more than two are counted. */
const teams = (names: readonly string[]) => (names.length > 2 ? `${names.length} teams` : names.join(' or '));

const part = (missing: Missing): string => {
	switch (missing.kind) {
		case 'stage':
			return 'no stage is connected';
		case 'emptyTeams':
			return `nobody sits in ${teams(missing.teams)}`;
		case 'noLead':
			return `nobody leads ${teams(missing.teams)}`;
		case 'waiting':
			return `${counted(missing.people, { one: 'person has', other: 'people have' })} no team yet`;
	}
};

/** What is asked before an exercise starts. */
export const deskStart = {
	heading: 'Start now?',
	sentence: (missing: readonly Missing[]) => {
		const text = list(missing.map(part));
		return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
	},
	/** What becomes of a team in which nobody sits. */
	emptyTeam: {
		shared:
			'In an empty team nobody decides, unless a bot plays for it: as they did on the day, until you give it back under “Manage”.',
		parallel: 'Bots play for an empty team until somebody sits down in it.'
	},
	nothing: 'Everything is there now.',
	notYet: 'Not yet',
	anyway: 'Start anyway',
	withBots: 'Let bots play for them, and start',
	start: 'Start the briefing',
	openStage: 'Open the stage',
	showHere: 'Show the code on this screen',
	here: 'What the stage shows',
	back: 'Back to the desk'
};
