import { counted } from '../figures.ts';
import { vote } from './vote.ts';

/** What the light page of those who vote says as well stands there: that page loads no other texts. */
const { looking, room, utc, inTrouble } = vote;
const { roomGone, failed, byItself, again, load, ...others } = vote.trouble;

/** What the pages of a room say about it and about the way to it: desk, stage, evaluators, observers, teams. */
export const live = {
	...{ looking, room, utc, inTrouble },
	waiting: 'The room is there. What it shows is on its way …',
	/** There is nothing to show yet, and no answer. */
	notThere:
		'The room does not answer yet. This page tries again by itself; your seat is kept. Is this device on the network of the room?',
	noName: 'without a name',
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
		until: (time: string) => `until ${time} on your watch`,
		withoutCountdown: 'No countdown',
		withCountdown: 'Count down',
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
	trouble: {
		...{ roomGone, failed, byItself, again, load },
		noAddress: {
			heading: others.noAddress.heading,
			text: 'Open it by its link, or join with the code that is on the big screen.'
		},
		notValid: {
			heading: others.notValid.heading,
			text: 'It may have been withdrawn, or cut off on its way. Ask for it again.'
		},
		notYours: {
			heading: others.notYours.heading,
			text: 'The address alone lets nobody in. Open the link you were given, or join with the code.'
		},
		seatMoved: {
			heading: others.seatMoved.heading,
			text: 'It was moved there with a hand-over code. If you want it here again, make a code there.'
		},
		seatGone: {
			heading: 'The facilitator closed this seat.',
			text: 'If that was a mistake, tell them. You can join again unless the door is closed.'
		},
		otherProtocol: {
			heading: others.otherProtocol.heading,
			text: 'It loads anew by itself; your seat stays yours.'
		},
		unreachable: {
			heading: others.unreachable.heading,
			text: 'Is this device on the network of the room? Mobile data may not lead there.'
		},
		notOurs: {
			heading: others.notOurs.heading,
			text: 'Finish the sign-in of this network, then load this page again.'
		},
		tooMany: {
			heading: 'The server is asked too often just now.',
			text: 'It takes ten seconds or so.'
		},
		notReady: {
			heading: others.notReady.heading,
			text: 'It has just been started and fetches its rooms, which takes some seconds. Your seat is kept.'
		},
		join: 'Join with a code'
	}
};
