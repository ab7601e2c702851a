import { counted } from '../figures.ts';

const member = (n: number) => counted(n, { one: 'member', other: 'members' });

/** What a team's page in a room says. */
export const team = {
	title: 'Your team · Patchfall',
	waiting: {
		heading: 'You are in.',
		text: 'The facilitator will place you, or choose a team here. Keep this page open; your screen may lock.',
		sit: (team: string) => `Sit with ${team}`,
		taken: (n: number) => `${member(n)} here`,
		empty: 'Nobody yet',
		over: 'You were in no team, so there is nothing of yours to read. What the room came to is on the big screen.'
	},
	moved: {
		to: (team: string) => `You now play for ${team}.`,
		waits: 'You have no team just now.',
		notes: (from: string) => `The facilitator moved you. Your team’s notes stayed with ${from}.`,
		go: 'Go there',
		wait: 'Go on'
	},
	toSummit: 'Show the summit',
	bar: {
		handOver: 'Other device',
		looks: 'You only look',
		as: (scenario: string, team: string) => `${scenario}, ${team}`,
		you: (name: string) => (name === '' ? 'You' : name),
		leads: (name: string) => `${name === '' ? 'Somebody without a name' : name} leads`,
		youLead: 'You lead',
		nobodyLeads: 'Nobody leads yet',
		leadNow: 'Lead for now',
		leadAway: (name: string) => `${name === '' ? 'Your lead' : name} has been away for a minute.`,
		here: (here: number, all: number) => `${here} of ${all} here`
	},
	standIn: {
		since: (role: string, since: string | null) =>
			since === null
				? `The computer plays ${role}.`
				: `The computer plays ${role} since ${since}. What you decided before stands.`,
		text: 'You can read on and advise. The facilitator gives the role back to you.'
	},
	briefing: {
		go: 'Ready to go',
		ready: 'You are ready.',
		leads: 'You lead: you decide for your team, the others advise you.',
		says: (lead: string) => `${lead} leads: says when you are ready, and decides. You advise`,
		wait: 'The exercise goes on when the facilitator says so.'
	},
	preparation: {
		heading: (day: string) => `Before ${day}: what do you put in place?`,
		question: 'What is bought now is there on the day.'
	},
	situation: {
		heading: 'Read what has come in',
		text: 'Decisions open when the facilitator says so.',
		/** A stop that is none of the exercise's, and came with no message to this team. */
		unplanned: 'A stop outside the plan: the facilitator made it, or a message to another team did.'
	},
	ready: {
		lead: 'We are ready',
		leadNothing: 'Ready, with nothing chosen',
		done: 'Ready. The facilitator sees it.',
		undo: 'Not ready after all',
		memberWaits: (lead: string) => `${lead} commits for the team.`,
		teams: (ready: number, of: number) =>
			`${ready} of ${counted(of, { one: 'team is', other: 'teams are' })} ready`
	},
	closing: {
		heading: 'Decisions close in',
		left: (seconds: number) => `0:${String(seconds).padStart(2, '0')}`,
		text: 'What is chosen by then stands.',
		said: 'Decisions close in 20 seconds. What is chosen by then stands.'
	},
	time: {
		ask: 'Ask for more time',
		asked: 'More time asked for'
	},
	running: {
		until: (time: string) => `The world runs to ${time}.`,
		untilEnd: 'The world runs to its end.'
	},
	paused: {
		facilitator: 'Paused by the facilitator. Nothing runs out.',
		restart: 'Paused: the server was started again. Nothing is lost, and nothing runs out.'
	},
	advice: {
		heading: 'What do you advise?',
		none: 'Leave it at what has been decided',
		reason: 'Why, in a sentence',
		send: 'Send advice',
		change: 'Change advice',
		sent: 'Sent. You may change it until decisions close.',
		advised: (n: number, of: number) => `${n} of ${member(of)} advised`,
		read: 'Read the advice',
		readBy: 'Your lead has read the advice.',
		of: (name: string) => (name === '' ? 'A member' : name),
		sure: (pct: number) => `${pct} % sure`,
		noReason: 'no reason given'
	},
	share: {
		out: 'Share out the reading',
		help: (messages: number, here: number) => `${messages} new messages among ${here} of you, in turn.`,
		mine: (mine: number, of: number) =>
			mine === 0
				? 'Others read the new messages. Have them tell you.'
				: `You read ${mine} of ${counted(of, { one: 'new message', other: 'new messages' })}. Tell the others what matters.`,
		all: 'Everybody reads everything'
	},
	pad: {
		heading: 'Your team’s notes',
		help: 'Only your team sees them.',
		save: 'Save notes',
		saved: 'Saved',
		conflict: 'Somebody wrote here meanwhile. This is what stands there now; your text is below it.'
	},
	agreement: (agreed: number, of: number) =>
		agreed === of && of > 1
			? `All ${of} others were of your mind.`
			: `${agreed} of ${counted(of, { one: 'other member was', other: 'other members were' })} of your mind.`,
	missed: {
		open: 'What I missed',
		heading: 'What you missed',
		since: (time: string) => `The exercise began at ${time} on your watch.`,
		now: (time: string) => `In its own time it is ${time}.`,
		what: 'What has come in, the oldest first',
		last: (decision: string) => `Your team’s last decision: ${decision}`,
		nothing: 'Your team has decided nothing yet.',
		go: 'Go to my team'
	},
	cards: {
		heading: 'What would you keep, and what would you change?',
		headingAfter: 'What people would keep, and what they would change',
		help: (added: number, most: number) =>
			added === 0
				? 'One line a card. Everybody sees the cards, and nobody’s name on them.'
				: `${added} of ${most} cards added. Everybody sees them, and nobody’s name on them.`,
		keep: 'Keep',
		change: 'Change',
		add: 'Add'
	},
	ended: {
		heading: 'The exercise has ended.',
		text: (time: string) =>
			`It was ended at ${time}, before its own end, so there is no run to compare with the record. What your team decided stands below.`,
		nothing: 'Your team had decided nothing by then.'
	}
};
