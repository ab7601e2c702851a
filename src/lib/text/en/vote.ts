import { counted, percent, rounded } from '../basic-figures.ts';

const letters = (all: readonly string[]) => all.join(' and ');

/** Stands apart: where scripts run, this never has to come. */
export const voteNeedsScript = 'Voting needs JavaScript. Switch it on for this page and load it again.';

/** What people read who vote: on phones of the audience, and over the page of a team. */
export const vote = {
	name: 'Patchfall',
	title: (code: string) => `Vote, room ${code} · Patchfall`,
	opening: 'Joining the audience · Patchfall',
	/** Its heading without the full stop. */
	inTrouble: (heading: string) => `${heading.slice(0, -1)} · Patchfall`,
	looking: 'Looking for the room …',
	room: (code: string) => `Room ${code}`,
	/** The letters of options, as the big screen shows them. */
	letters: ['A', 'B', 'C', 'D', 'E', 'F'],
	utc: 'UTC',
	from: (from: string) => `From ${from}`,

	waits: {
		lobby: {
			heading: 'You are in.',
			text: 'The question comes here. Keep this page open; the screen may lock.'
		},
		briefing: { heading: 'You are in.', text: 'The briefing is on the big screen. The question comes here.' },
		preparation: { heading: 'Teams prepare.', text: 'The question comes here.' },
		calm: { heading: 'The day has begun.', text: 'The question comes here.' },
		finding: (hosts: number) =>
			hosts === 0
				? 'As many computers went down here as on the day.'
				: hosts > 0
					? `${rounded(hosts)} fewer computers went down here than on the day.`
					: `${rounded(-hosts)} more computers went down here than on the day.`,
		hotWash: { heading: 'The exercise has been played.', text: 'The talk about it is in the room.' },
		deciding: 'Teams are deciding.',
		next: 'The question comes here.',
		paused: 'A short break.',
		ended: { heading: 'It has ended. Thank you.', text: 'The same day can be played alone, in a browser.' },
		alone: 'Play it yourself'
	},

	ballot: {
		choose: 'Press one. You can change it until the vote is closed.',
		sending: 'On its way …',
		in: 'Your vote is in.',
		change: 'You can change it until the vote is closed.',
		notSent: 'Not sent yet.',
		again: 'Send again',
		late: 'The vote was closed before this arrived, so it does not count.',
		refused: 'This vote is for others.',
		option: (letter: string, text: string) => `${letter}: ${text}`,
		left: (clock: string) => `${clock} left`,
		up: 'Time is up. Votes count until the vote is closed.',
		minute: 'One minute is left to vote.',
		seconds: 'Ten seconds are left to vote.',
		turnout: (voted: number, of: number) =>
			`${voted} of ${counted(of, { one: 'person has', other: 'people have' })} voted`,
		counted: (letter: string) => `Counted: ${letter}.`,
		countedNone: 'The vote is closed and counted. You did not vote.',
		soon: 'The result comes on the big screen.'
	},

	result: {
		own: 'your vote',
		won: 'most votes',
		votes: (n: number, share: number) => `${counted(n, { one: 'vote', other: 'votes' })}, ${percent(share)}`,
		won1: (letter: string, text: string) => `${letter} won: ${text}`,
		tie: (all: readonly string[]) => `${letters(all)} have equally many votes.`,
		none: 'Nobody voted.',
		few: 'Fewer than five people voted, so counts are not shown.',
		done: 'It is done in the exercise.'
	},

	lost: {
		looking: 'Looking for the room … This page tries again by itself.',
		network: (wifi: string | null) =>
			`Is this phone on the Wi\u2011Fi ${wifi === null ? 'of the room' : `“${wifi}”`}? Mobile data may not lead there.`,
		again: 'Try again'
	},

	trouble: {
		noAddress: { heading: 'This page needs a room.', text: 'Scan the code on the big screen, or type it.' },
		notValid: { heading: 'This link opens no room.', text: 'Scan the code on the big screen, or type it.' },
		notYours: {
			heading: 'This device has no seat here.',
			text: 'Scan the code on the big screen, or type it.'
		},
		unknownCode: { heading: 'No room has this code.', text: 'Check it against the big screen.' },
		roomFull: {
			heading: 'This audience is full or closed.',
			text: 'What the room sees is on the big screen.'
		},
		ended: { heading: 'This exercise has ended.', text: 'Nobody can vote in it any more.' },
		seatMoved: {
			heading: 'Your seat is on another device now.',
			text: 'Vote there, or scan the code on the big screen again.'
		},
		seatGone: {
			heading: 'This phone was taken out of the audience.',
			text: 'If that was a mistake, scan the code on the big screen again.'
		},
		roomGone: {
			heading: 'There is no such room any more.',
			text: 'Rooms are deleted some days after they end, or by their host.'
		},
		otherProtocol: {
			heading: 'This page is of another version than the room.',
			text: 'It loads anew by itself; your vote stays.'
		},
		noCookies: {
			heading: 'This browser does not keep its seat.',
			text: 'Allow cookies for this page, or leave the Wi\u2011Fi’s sign-in window and scan the code with the camera.'
		},
		unreachable: {
			heading: 'The room does not answer.',
			text: 'Is this phone on the Wi\u2011Fi of the room? Mobile data may not lead there.'
		},
		notOurs: {
			heading: 'Something else answers in the room’s place.',
			text: 'Finish the sign-in of this Wi\u2011Fi, then scan the code again.'
		},
		tooMany: { heading: 'Many are joining just now.', text: 'It takes ten seconds or so.' },
		notReady: {
			heading: 'The server is not ready yet.',
			text: 'It has just been started. Your seat and your vote are kept.'
		},
		failed: { heading: 'The server could not answer just now.', text: 'It has noted what went wrong.' },
		byItself: 'This page tries again by itself.',
		join: 'Type a code',
		again: 'Try again',
		load: 'Load now'
	}
};
