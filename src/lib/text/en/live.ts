import { counted } from '../figures.ts';

/** What the pages of a room say about it and about the way to it: desk, stage, evaluators, observers, teams. */
export const live = {
	opening: 'Looking for the room …',
	waiting: 'The room is there. What it shows is on its way …',
	/** There is nothing to show yet, and no answer. */
	notThere:
		'The room does not answer yet. This page tries again by itself; your seat is kept. Is this device on the network of the room?',
	room: (code: string) => `Room ${code}`,
	noName: 'without a name',
	utc: 'UTC',
	phases: {
		lobby: 'Before the start',
		briefing: 'Briefing',
		preparation: 'Preparation',
		incident: 'Incident',
		recovery: 'Recovery',
		hotWash: 'Hot wash',
		summit: 'Summit',
		nextOutages: 'The next outages',
		debrief: 'Debrief',
		closed: 'Ended'
	},
	steps: { situation: 'situation', decide: 'deciding', advance: 'time passes' },
	where: (phase: string, round: number | null, step: string | null) =>
		[phase, round === null ? null : `round ${round}`, step].filter((part) => part !== null).join(', '),
	paused: 'Paused',
	timer: {
		label: 'Time left',
		left: (clock: string) => `${clock} left`,
		up: 'Time is up',
		stands: (clock: string) => `${clock}, standing still`,
		minute: 'One minute is left.',
		seconds: 'Twenty seconds are left.',
		over: 'The time is up.'
	},
	round: (round: number) => `Round ${round}`,
	ready: (ready: number, of: number) =>
		`${ready} of ${counted(of, { one: 'team is', other: 'teams are' })} ready`,
	lost: {
		since: (time: string) => `Not connected since ${time}. The room goes on; this page comes back by itself.`,
		again: 'Connect again',
		polling: 'Live updates are held back on the way here. The room is asked instead.',
		notSent: 'No answer came, so nothing may have happened. Look at what the room shows, then try again.'
	},
	onlyLooks: 'You look at what this team sees. Nothing is sent from here: act at the desk.',
	dismiss: 'Dismiss',
	seatClosedAt: (time: string) => `The facilitator closed this seat at ${time}.`,
	handOver: {
		heading: 'Use another device',
		headingOf: (name: string) => `Hand-over code for ${name}`,
		close: 'Close',
		making: 'Making a code …',
		grouped: (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`,
		text: (room: string) =>
			`Good for two minutes, once. On the other device: join room ${room} at the same address, and press “I have a hand-over code”.`,
		failed: 'No code could be made. Try again in a moment.',
		again: 'Make a new code'
	},
	/** Of a page that has no room to show: its heading without the full stop. */
	inTrouble: (heading: string) => `${heading.slice(0, -1)} · Patchfall`,
	trouble: {
		noAddress: {
			heading: 'This page needs a room.',
			text: 'Open it by its link, or join with the code that is on the big screen.'
		},
		notValid: {
			heading: 'This link opens no room.',
			text: 'It may have been withdrawn, or cut off on its way. Ask for it again.'
		},
		notYours: {
			heading: 'This device has no seat here.',
			text: 'The address alone lets nobody in. Open the link you were given, or join with the code.'
		},
		seatMoved: {
			heading: 'Your seat is on another device now.',
			text: 'It was moved there with a hand-over code. If you want it here again, make a code there.'
		},
		seatGone: {
			heading: 'The facilitator closed this seat.',
			text: 'If that was a mistake, tell them. You can join again unless the door is closed.'
		},
		roomGone: {
			heading: 'There is no such room any more.',
			text: 'Rooms are deleted some days after they end.'
		},
		otherProtocol: {
			heading: 'This page is of another version than the room.',
			text: 'It loads anew by itself; your seat stays yours.'
		},
		unreachable: {
			heading: 'The room does not answer.',
			text: 'Is this device on the network of the room? Mobile data may not lead there.'
		},
		notOurs: {
			heading: 'Something else answers in the room’s place.',
			text: 'Finish the sign-in of this network, then load this page again.'
		},
		tooMany: {
			heading: 'The server is asked too often just now.',
			text: 'It takes ten seconds or so.'
		},
		failed: {
			heading: 'The server could not answer just now.',
			text: 'It has noted what went wrong.'
		},
		notReady: {
			heading: 'The server is not ready yet.',
			text: 'It has just been started and fetches its rooms, which takes some seconds. Your seat is kept.'
		},
		byItself: 'This page tries again by itself.',
		join: 'Join with a code',
		again: 'Try again',
		load: 'Load now'
	}
};
