import { counted } from '../figures.ts';
import { setup } from './setup.ts';

/** What somebody reads who opens a room. */
export const host = {
	title: 'Host a room · Patchfall',
	heading: 'Host a room',
	lead: 'Three answers are chosen already. Change what you like, then open the room: people join with a code, on their own phones or laptops.',
	scenario: { heading: 'What happens' },
	length: {
		heading: 'How long',
		small: (minutes: number, rounds: number) =>
			`about ${minutes} minutes from welcome to hot wash, ${counted(rounds, { one: 'round', other: 'rounds' })} of decisions`,
		stage: (minutes: number, rounds: number) =>
			`about ${minutes} minutes in front of an audience that votes by phone, ${counted(rounds, { one: 'round', other: 'rounds' })}; no teams`
	},
	who: {
		heading: 'Who plays what',
		help: 'All play in one world. The computer plays what no team plays.',
		role: 'Role',
		player: 'Played by',
		playerOf: (role: string) => `${role}: played by`,
		bot: (profile: string) => `The computer: ${profile.toLowerCase()}`
	},
	teams: {
		heading: 'Teams',
		name: (n: number) => `Name of team ${n}`,
		number: (n: number) => `Team ${n}`,
		roles: (roles: readonly string[]) => (roles.length === 0 ? 'plays nothing yet' : roles.join(', ')),
		/** Of a team that nobody named. */
		joined: (roles: readonly string[]) => roles.join(' and '),
		add: 'Add a team',
		remove: 'Take away',
		removeOf: (team: string) => `Take away ${team}`
	},
	bots: { ...setup.botProfiles, expert: 'Expert' },
	own: {
		choose: 'Use a scenario of your own',
		help: 'A YAML or JSON file of at most 1 MB. The server reads it; nobody’s device gets more of it than they may see.',
		reading: 'Reading …',
		holds: (file: string) => `${file} holds. Choose its length and teams.`,
		faulty: (file: string, n: number) =>
			`${file} has ${counted(n, { one: 'fault', other: 'faults' })}. Mend them, then choose the file again.`,
		fault: (line: number, what: string, remedy: string) => `Line ${line}: ${what}. ${remedy}`,
		tooLarge: (file: string) => `${file} is larger than 1 MB, which no scenario is. Choose another file.`,
		needsKey: 'This machine is not the server’s: type the host key below, then choose the file again.'
	},
	more: 'More settings',
	held: {
		heading: 'The vendor is held to the record',
		free: 'Not at all',
		until: (time: string) => `Until ${time} UTC`,
		help: 'Until then the vendor decides nothing of the incident, so that every team has an outage to mend.'
	},
	seed: setup.seed,
	hostKey: {
		label: 'Host key',
		help: 'It stands where the server was started. Whoever has it may open rooms.',
		wrong: 'That is not the host key of this server. It stands where the server was started.'
	},
	open: 'Open the room',
	opening: 'Opening the room …',
	stage: {
		team: 'The audience',
		text: (roles: string) =>
			`The audience decides for ${roles}, with its phones; the computer plays everybody else as it was on the day. A presenter goes from one thing to the next with a clicker.`
	},
	summary: (scenario: string, length: string, teams: number | null) =>
		`${scenario}, ${length.toLowerCase()}${teams === null ? '' : `, ${counted(teams, { one: 'team', other: 'teams' })}`}`,
	takeOver: {
		summary: 'Take over a room',
		text: 'When the laptop of its host has died. The host key was printed where the server was started; it opens every room of this server.',
		key: 'Host key',
		show: 'Show the rooms',
		wrongKey: 'That is not the host key of this server.',
		none: 'This server holds no room.',
		some: (n: number) => counted(n, { one: 'room', other: 'rooms' }),
		opened: (time: string) => `opened at ${time}`,
		ended: 'ended',
		take: 'Take over',
		takeOf: (code: string) => `Take over room ${code}`,
		trouble: {
			unreachable: 'The server does not answer.',
			notOurs: 'Something else than Patchfall’s server answered.',
			tooMany: 'This was tried many times just now. Wait a moment, then try again.',
			notReady: 'The server is not ready yet: it has just been started. Try again in a few seconds.',
			failed: 'The server could not do it. It has noted what went wrong.'
		}
	},

	gone: {
		rehearsal: 'The rehearsal is over and was thrown away. Nothing of it was kept.',
		room: 'The room is erased. Nothing of it is kept.'
	},
	rehearsal: {
		offer: 'Rehearse it alone first',
		begin: 'Start the rehearsal',
		opening: 'Opening the rehearsal …',
		heading: 'Rehearsal.',
		bar: 'Bots sit in every seat: they advise, decide, ask for time and vote. Nothing of it is kept, and your room is not touched.',
		end: 'End the rehearsal and throw it away',
		notOpened: 'The rehearsal could not be opened. Try again in a moment.',
		notEnded: 'The rehearsal could not be thrown away. Try again in a moment.'
	},
	trouble: {
		idle: (team: string) => `${team} plays nothing. Give it a role, or take it away.`,
		noTeam: 'No team plays. Add one and give it a role.',
		unreachable: 'The server does not answer. Rooms need the server that this page came from: is it running?',
		notOurs: 'Something else than Patchfall’s server answered. Are you signed in to this network?',
		tooMany: 'The server was asked to open many rooms just now. Wait a moment, then try again.',
		notReady: 'The server is not ready yet: it has just been started. Try again in a few seconds.',
		failed: 'The server could not open the room. It has noted what went wrong.',
		roomsFull: 'This server holds as many rooms as it can. End one, then try again.',
		refused: (code: string) => `The server refused the setup (${code}). Load the page again.`
	}
};
