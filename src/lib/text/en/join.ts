import { counted } from '../basic-figures.ts';

const NAMES_OF_SIGNS: Readonly<Record<string, string>> = { '0': 'zero', '1': 'digit 1' };

/** What people read who join a room. */
export const join = {
	product: 'Patchfall',
	noScript: 'Joining needs JavaScript. Switch it on for this page and load it again.',
	titles: {
		code: 'Join a room · Patchfall',
		wrong: 'No such room · Patchfall',
		looking: 'Looking for the room · Patchfall',
		name: 'Your name · Patchfall',
		team: 'Choose a team · Patchfall',
		sameName: 'Your name · Patchfall',
		joining: 'Joining · Patchfall',
		audience: 'Join the audience · Patchfall',
		already: 'You are in this room · Patchfall',
		handOver: 'Hand-over code · Patchfall',
		handOverAs: 'Your seat on this device · Patchfall',
		gone: 'No such room any more · Patchfall',
		roomFull: 'Room full · Patchfall',
		locked: 'The door is closed · Patchfall',
		ended: 'The exercise has ended · Patchfall',
		olderPage: 'This page is older than the room · Patchfall',
		newerPage: 'This page is newer than the room · Patchfall',
		tooMany: 'Wait a moment · Patchfall',
		signInWindow: 'Sign in to the Wi-Fi first · Patchfall',
		noCookies: 'Cookies are off · Patchfall',
		unreachable: 'The room does not answer · Patchfall',
		notReady: 'The server is not ready yet · Patchfall',
		failed: 'The server could not answer · Patchfall'
	},
	room: (code: string) => `Room ${code}`,
	code: {
		heading: 'Join a room',
		label: 'Room code, 5 letters and digits',
		help: 'It is on the big screen.',
		join: 'Join'
	},
	wrong: {
		unknown: (code: string) => `No room has the code ${code}. Check it against the screen.`,
		length: (n: number) => `A code has 5 letters and digits; this has ${n}.`,
		empty: 'Type the code that is on the big screen.',
		/** One sign or several that no code has. */
		signs: (signs: readonly string[]) => `Codes have ${signs.map(noSign).join(' and ')}.`
	},
	looking: (code: string) => `Looking for room ${code} …`,
	name: {
		heading: 'What shall we call you?',
		help: 'Only your team and the facilitator see it. A first name is enough. You can leave it empty.',
		label: 'Name',
		goOn: 'Go on',
		haveCode: 'I have a hand-over code',
		/** What is kept of whoever joins, in one sentence. */
		kept: (days: number) =>
			`Your name and what you write in the exercise are kept on the room’s server until ${counted(days, { one: 'day', other: 'days' })} after its end, or until the host erases them; nothing else about you is.`,
		underWay: (time: string) => `The exercise is under way: it is ${time} UTC in it. You join where it is.`
	},
	team: {
		heading: 'Where do you sit?',
		seats: (taken: number, most: number) => `${taken} of ${most} seats taken`,
		empty: (most: number) => `${counted(most, { one: 'seat', other: 'seats' })}, all free`,
		full: (taken: number, most: number) => `full (${taken} of ${most})`,
		plays: (roles: readonly string[]) => roles.join(', '),
		place: 'Let the facilitator place me',
		filledUp: (team: string) => `${team} filled up a moment ago. Choose another team, or wait to be placed.`,
		otherName: 'Change the name'
	},
	sameName: {
		heading: (shown: string) => `There is another of your name. You show as ${shown}.`,
		help: 'Your team can tell you apart by it. Change it if you like.',
		keep: 'Keep it',
		change: 'Change it'
	},
	joining: 'Taking your seat …',
	audience: {
		heading: 'This is the audience’s code.',
		text: 'You can follow along and vote.',
		join: 'Join the audience',
		player: 'I have a player’s code'
	},
	already: {
		heading: 'You are already in this room',
		as: (name: string, team: string | null) =>
			`As ${name === '' ? 'somebody without a name' : name}${team === null ? '' : `, ${team}`}.`,
		goOn: (name: string) => (name === '' ? 'Go on in that seat' : `Go on as ${name}`),
		other: 'Somebody else uses this device'
	},
	roomFull: {
		heading: 'This room has no free seats.',
		text: 'Ask the facilitator.',
		orWatch: 'Ask the facilitator, or watch.'
	},
	locked: {
		heading: 'The facilitator has closed the door.',
		text: 'If you were in this room before, use a hand-over code: the facilitator can give you one.',
		haveCode: 'I have a code'
	},
	handOver: {
		heading: 'Hand-over code',
		help: 'Six digits, from the device that has your seat, or from the facilitator. A code is good for two minutes.',
		look: 'Go on',
		back: 'Back',
		codeUsed: 'This code has been used. Ask for a new one on the other device.',
		codeOld: 'No such code is open. It is good for two minutes; ask for a new one on the other device.',
		whose: (name: string, team: string | null) =>
			`This is ${name === '' ? 'a seat without a name' : `${name}’s seat`}${team === null ? '' : ` in ${team}`}.`,
		question: 'Move it here, or use both?',
		move: 'Move it here',
		both: 'Use both'
	},
	gone: {
		heading: 'There is no room with this code any more.',
		text: 'Rooms are deleted some days after they end, or by their host.'
	},
	ended: {
		heading: 'This exercise has ended.',
		when: (day: string, time: string, until: string) =>
			`It ended on ${day} at ${time}. Its result can be read until ${until}.`,
		text: 'Nobody can join it any more. The same day can be played alone, in this browser.'
	},
	olderPage: {
		heading: 'This page is older than the room.',
		text: 'It has to be loaded anew. A seat you have stays yours.',
		act: 'Load now'
	},
	newerPage: {
		heading: 'This page is newer than the room.',
		text: 'Open the address that is on the big screen.'
	},
	tooMany: {
		heading: 'Many wrong codes were tried for this room.',
		wait: (seconds: number) =>
			`Wait ${counted(seconds, { one: 'second', other: 'seconds' })}, then try again.`,
		now: 'You can try again now.'
	},
	signInWindow: {
		heading: 'You are in the Wi\u2011Fi’s sign-in window, which forgets pages.',
		text: 'Finish the sign-in, close it, and scan the code again with your camera.',
		copy: 'Copy the address',
		copied: 'The address is copied.'
	},
	noCookies: {
		heading: 'This browser keeps no cookies for this page, so it could not hold your seat.',
		text: 'Allow them, or use another browser.'
	},
	unreachable: {
		heading: 'The room does not answer.',
		text: 'Is this device on the Wi-Fi of the room? Mobile data may not lead there.'
	},
	failed: {
		heading: 'The server could not answer just now.',
		text: 'It has noted what went wrong.'
	},
	notReady: {
		heading: 'The server is not ready yet.',
		text: 'It has just been started and fetches its rooms, which takes some seconds.'
	},
	byItself: 'This page tries again by itself.',
	watch: 'Watch',
	again: 'Try again',
	otherCode: 'Type another code',
	alone: 'Play alone'
};

function noSign(sign: string): string {
	const name = NAMES_OF_SIGNS[sign];
	if (name !== undefined) return `no ${name}`;
	if (/\d/.test(sign)) return `no digit ${sign}`;
	return /\p{L}/u.test(sign) ? `no letter ${sign}` : `no sign “${sign}”`;
}
