import type { Outcome, Theme } from '../../scenario/summit.ts';
import type { Overtaken } from '../../summit/log/events.ts';
import type { Emptiness } from '../../summit/log/reasons.ts';
import type { SummitRefusalCode } from '../../summit/commands/refusals.ts';
import type { Step } from '../../summit/negotiation/chart.ts';
import { dollars } from '../figures.ts';
import { listing } from '../listing.ts';
import { form } from '../plural.ts';
import { summitRoom } from './summit-room.ts';

const months = (count: number) => `${count} ${form(count, { one: 'month', other: 'months' })}`;
const money = (usdMillion: number) => dollars(usdMillion * 100e6);

/** The summit after the incident, for one person and, in `room`, for a room of people. */
export const summit = {
	room: summitRoom,
	/** Names, or clauses, in one sentence. */
	list: listing,

	title: 'The summit · Patchfall',
	description:
		'After the outage nine parties meet to agree on what must change. Take one chair; bots hold the others.',
	heading: 'The summit',
	lead: 'It is September 2024. The hosts are back, the claims are filed. Nine parties meet to agree on what must change. You take one chair, bots hold the others, and the incident was as on record.',
	length:
		'About 20 minutes, and the next outages after it. It is kept on this device: close the page and go on later.',
	noScript: 'The summit runs in your browser and needs JavaScript.',
	starting: 'Getting ready …',

	choose: {
		heading: 'Whose chair do you take?',
		hard: 'hard',
		brief: 'You read its brief once you sit: what it wants, what it never agrees to, what it can pay.',
		take: (name: string) => `Take the chair of ${name}`
	},

	begun: {
		heading: 'Your summit on this device',
		goOn: 'Go on with it',
		lookAgain: 'Look at it again',
		replaced: 'Taking a chair begins another summit in its place.'
	},

	steps: {
		opening: 'Opening statements',
		tabling: 'Measures are tabled',
		bargaining: 'Bargaining',
		caucus: 'Talks aside',
		poll: 'Straw poll',
		ballot: 'Ballot',
		ratified: 'Ratified',
		partial: 'Agreed in part',
		failed: 'Failed'
	} satisfies Record<Step, string>,
	round: (round: number, rounds: number | null) =>
		rounds === null ? `Round ${round}` : `Round ${round} of ${rounds}`,
	thinking: 'The others speak …',
	yourTurn: 'Your turn',

	brief: {
		heading: 'Your brief',
		weights: 'What you care about, of 100',
		budget: (usdMillion: number) => `You have ${money(usdMillion)} for three years.`,
		redLines: 'You never agree to',
		offers: 'You can offer',
		fears: 'You fear',
		trust: 'Whom you believe',
		shown: (name: string, what: string) => `${name} ${what}.`,
		nothingShown: 'In the incident nobody did what would have moved you.',
		standing: 'The text as it stands',
		enough: 'It is good enough for you.',
		tooLittle: 'You would be better off without it.',
		crossed: (line: string) => `It crosses a red line of yours: ${lower(line)}.`,
		best: (measure: string) => `What does most for you in it: “${measure}”.`,
		worst: (measure: string) => `Most against you: “${measure}”.`,
		pays: (usdMillion: number) => `You would pay ${money(usdMillion)}.`,
		gains: (usdMillion: number) => `You would get ${money(usdMillion)}.`
	},
	trust: (share: number) =>
		share < 0.25
			? 'hardly'
			: share < 0.42
				? 'little'
				: share < 0.58
					? 'somewhat'
					: share < 0.75
						? 'mostly'
						: 'nearly in all',
	outcomes: {
		hosts: 'Fewer hosts down',
		recovery: 'Quick recovery',
		services: 'Services kept up',
		protection: 'Protection from attack',
		market: 'Market and independence',
		money: 'Money',
		freedom: 'Freedom to act',
		standing: 'Standing'
	} satisfies Record<Outcome, string>,
	themes: {
		'safe-deployment': 'Safe deployment',
		testing: 'Testing',
		privilege: 'Privilege',
		recovery: 'Recovery',
		information: 'Information',
		market: 'Market',
		contingency: 'Contingency',
		governance: 'Governance'
	} satisfies Record<Theme, string>,

	opening: {
		text: 'Everybody says what they care about. What you tell of your brief is your choice.',
		redLine: 'A red line that you name',
		offer: 'Something that you can give',
		none: 'None: you keep it to yourself',
		say: 'Make your statement'
	},
	tabling: {
		text: 'Put measures into the text, up to five. What you table you can change or take back by yourself; others need your yes, or most of the parties.',
		measure: 'A measure',
		pick: 'Choose a measure',
		add: 'Add to the text',
		collect: 'Collect for a trade',
		begin: 'Begin to bargain'
	},
	bargaining: {
		text: 'Open a measure to change it. Collect changes, then put them forward together: that is a trade.',
		endRound: 'End the round',
		lastRound: 'This is the last round.',
		poll: 'Ask for a straw poll',
		pollEnds: 'A straw poll, like the end of a round, ends all proposals that are open.',
		ballot: 'Call the ballot'
	},
	poll: {
		text: 'Could you live with this text? Only you and whoever leads know how you lean; all hear how many.',
		yes: 'I lean yes',
		no: 'I lean no',
		counts: (yes: number, no: number) => `${yes} lean yes, ${no} lean no.`,
		inRound: (round: number, counts: string) => `Straw poll in round ${round}: ${counts}`,
		back: 'Back to bargaining',
		ballot: 'Call the ballot'
	},
	ballot: {
		text: 'The text stands. Votes are secret until all are in.',
		takes: (atLeast: number, all: number) => `It takes ${atLeast} of ${all} to ratify it.`,
		all: (of: string) => ` ${of} must be among them.`,
		some: (of: string, atLeast: number) => ` Of ${of} at least ${atLeast} must be.`,
		yes: 'Yes to this text',
		no: 'No'
	},

	text: {
		heading: 'The accord as it stands',
		empty: 'Nothing is in it yet.',
		by: (name: string) => `tabled by ${name}`,
		amended: (names: string) => `changed by ${names}`,
		does: (names: string) => `To be done by ${names}.`,
		pays: (list: string) => `Paid by ${list}.`,
		share: (name: string, usdMillion: number) => `${name} ${money(usdMillion)}`,
		later: (count: number) => `Begins ${months(count)} later.`,
		exempt: (name: string, months: number) => `${name} is exempt until month ${months}.`,
		covers: (by: string, of: string, percent: number) => `${by} takes over ${percent} % of what ${of} pays.`,
		side: (text: string) => `Side effect: ${text}.`,
		moves: (text: string) => `In the model it moves: ${text}.`,
		lead: (from: number, to: number) => `Begins to work after ${months(from)}, fully after ${to}.`,
		sources: 'Sources',
		assumed: 'Assumed:',
		objections: (names: string) => `objected to by ${names}`,
		unlawful: 'Against the law, so it cannot be ratified:',
		strike: 'Strike it',
		delay: 'Begins later by',
		months: 'months',
		exemptYou: 'You are exempt until month',
		notExempt: 'not exempt',
		coverOf: 'Take over all that this party pays',
		nobody: 'nobody',
		change: (name: string) => `Read and change: ${name}`,
		about: (name: string) => `Read: ${name}`
	},
	stance: {
		heading: 'Say what you think of the text',
		silent: 'You have not said whether you could live with it.',
		saysContent: 'You said that you could live with it.',
		saysObjects: 'You said that you object.',
		content: 'We could live with it',
		against: 'Or object to a measure',
		why: 'Why you object',
		harms: {
			market: 'it takes our market',
			freedom: 'it ties our hands',
			standing: 'it makes us answer for it',
			protection: 'it leaves us open to attack'
		},
		object: 'Object'
	},
	draft: {
		heading: 'Your changes',
		remove: (text: string) => `Leave out: ${text}`,
		to: 'To whom',
		everybody: 'everybody',
		inConfidence: (name: string) => `${name}, in confidence`,
		fault: 'It cannot be put forward so.',
		pays: (usdMillion: number) => `You would pay ${money(usdMillion)} of the whole text.`,
		gets: (usdMillion: number) => `You would get ${money(usdMillion)} from the whole text.`,
		more: 'The text would be worth more to you.',
		less: 'The text would be worth less to you.',
		same: 'The text would be worth as much to you as before.',
		atOnce: 'It stands in the text at once.',
		needs: (names: string) => `It takes the yes of ${names}, or of most of the parties.`,
		pay: (names: string) => `It takes the yes of ${names}, who would pay.`,
		collected: (count: number) =>
			`${count} ${form(count, { one: 'change', other: 'changes' })} collected: see what they come to`,
		put: 'Put it forward',
		clear: 'Leave all out'
	},
	caucus: {
		yours: (names: string) => `You talk aside: ${names}. The others wait.`,
		others: (names: string) => `${names} talk aside. You go on once they are back.`
	},
	pledge: {
		heading: 'Give a party your word',
		text: 'A pledge stands in no text, and all hear of it. How much it is worth depends on how far you are believed.',
		to: 'To whom',
		pick: 'Choose a party',
		what: 'What you promise',
		promises: {
			sayYes: 'to say yes in the ballot',
			keepMeasure: (measure: string) => `to keep “${measure}”`
		},
		give: 'Give your word',
		given: (to: string, what: string) => `You gave ${to} your word ${what}.`
	},
	proposals: {
		heading: 'What you proposed',
		open: 'It waits for their answers.',
		answered: 'All have answered; it was not enough, and stays open until the round ends.',
		adopted: 'It was adopted.',
		lapsed: 'It was not adopted, and is over.',
		for: (names: string) => `For it: ${names}.`,
		against: (names: string) => `Against it: ${names}.`,
		indifferent: (names: string) => `Neither: ${names}.`
	},
	/** Ways to the parts of a long page. */
	jump: {
		heading: 'On this page',
		brief: 'Your brief',
		positions: 'Where they stand',
		talk: 'What is said',
		text: 'The accord'
	},
	amendments: {
		heading: 'On the table',
		none: 'Nothing waits for you.',
		by: (name: string) => `${name} proposes`,
		confidence: 'to you, in confidence',
		for: 'For it',
		against: 'Against it',
		indifferent: 'Neither',
		disclose: 'Tell everybody',
		disclosing: (by: string) => `If you tell everybody of it, ${by} will believe you less.`
	},
	positions: {
		heading: 'Where they stand',
		content: 'could live with it',
		silent: 'has said nothing of the text',
		you: 'you'
	},
	talk: { heading: 'What is said', fewer: 'Latest first' },
	changed: {
		heading: 'Changes since you last spoke',
		yours: (measure: string) => `You had tabled “${measure}”.`
	},

	/** What somebody would have the text changed to, as what they ask for: each a whole clause, so that they can be listed. */
	edit: {
		add: (measure: string) => `add “${measure}”`,
		addLater: (measure: string, later: number) => `add “${measure}” with a delay of ${months(later)}`,
		strike: (measure: string) => `strike “${measure}”`,
		set: (measure: string, parameter: string, value: string) =>
			`change “${measure}” to “${lower(parameter)} ${value}”`,
		delay: (measure: string, later: number) =>
			later === 0 ? `begin “${measure}” without delay` : `begin “${measure}” ${months(later)} later`,
		cover: (measure: string, of: string, by: string, percent: number) =>
			percent === 0
				? `have ${by} take over nothing of what ${of} pays for “${measure}”`
				: `have ${by} take over ${percent} % of what ${of} pays for “${measure}”`,
		exempt: (measure: string, party: string, month: number) =>
			month === 0
				? `end the exemption of ${party} from “${measure}”`
				: `exempt ${party} from “${measure}” until month ${month}`
	},
	reasons: {
		redLine: (line: string) => `“${line}: never.”`,
		law: (text: string) => `“${text}.”`,
		money: (measure: string, usdMillion: number, of: number) =>
			`“${measure} would cost us ${money(usdMillion)} of our ${money(of)}.”`,
		market: (measure: string) => `“${measure} takes our market from us.”`,
		freedom: (measure: string) => `“${measure} ties our hands.”`,
		standing: (measure: string) => `“${measure} makes us answer for it.”`,
		protection: (measure: string) => `“${measure} leaves us open to attack for longer.”`,
		loses: (measure: string) => `“That takes from us what ${measure} gives us.”`,
		credibility: (measure: string, owner: string) =>
			`“${measure} is a promise of ${owner}, and we have heard promises.”`,
		empty: {
			nothingNew: '“That says what stands there already.”',
			afterTheHorizon: '“That is after everything we are talking about.”',
			giverIsExempt: '“You give us what you need not do yourself.”',
			notBelieved: '“You promised that in July, too.”',
			tooLittle: '“That changes nothing for us.”'
		} satisfies Record<Emptiness, string>,
		tooLittle: '“There is too little in it for us.”',
		better: '“That helps us.”',
		bringsIn: (party: string) => `“We can live with it if it brings ${party} in.”`
	},
	said: {
		statement: (name: string, interests: string) => `${name} cares most about ${interests}.`,
		line: (text: string) => `Never: ${lower(text)}.`,
		offer: (text: string) => `Can give: ${lower(text)}.`,
		changed: (name: string, what: string) => `${name} changes the text: ${what}.`,
		adopted: (what: string) => `Adopted: ${what}.`,
		moved: (name: string, what: string) => `${name} proposes: ${what}.`,
		movedTo: (name: string, to: string, what: string) => `${name} offers ${to} in confidence: ${what}.`,
		for: (name: string, why: string) => `${name} is for it. ${why}`.trim(),
		against: (name: string, why: string) => `${name} is against it. ${why}`.trim(),
		content: (name: string) => `${name} could live with the text.`,
		objects: (name: string, why: string) => `${name} objects. ${why}`.trim(),
		overtaken: {
			notInText: (name: string, measure: string) =>
				`A proposal of ${name} ends: “${measure}” is not in the text any more.`,
			alreadyInText: (name: string, measure: string) =>
				`A proposal of ${name} ends: “${measure}” is in the text now.`,
			changesNothing: (name: string) => `A proposal of ${name} ends: what it asks for stands in the text now.`
		} satisfies Record<Overtaken, (name: string, measure: string) => string>,
		months: (count: number) => `The next outages come after ${months(count)}.`,
		disclosed: (name: string) =>
			`An offer made in confidence is before everybody now: it was taken, or ${name} told of it.`,
		pledged: (by: string, to: string, what: string) => `${by} gives ${to} its word ${what}.`,
		round: (round: number) => `Round ${round} begins.`,
		trust: {
			less: (name: string) => `You believe ${name} less.`,
			more: (name: string) => `You believe ${name} more.`
		}
	},

	end: {
		heading: 'How the summit ended',
		ratified: (count: number, all: number) => `Ratified by ${count} of ${all} parties.`,
		partial: (count: number, all: number) =>
			`Not ratified. ${count} of ${all} parties go ahead with what is theirs to do.`,
		failed: 'No accord. What follows is what the law, the courts and the market make of it.',
		votes: 'Who voted what',
		yes: 'yes',
		no: 'no',
		missing: 'Why it was not ratified',
		votesMissing: (yes: number, atLeast: number) => `${yes} said yes; it takes ${atLeast}.`,
		groupMissing: (of: string, yes: number, atLeast: number) =>
			`Of ${of}, ${yes} said yes; it takes ${atLeast}.`,
		law: (text: string) => `It breaks the law: ${lower(text)}.`,
		unsound: (measure: string, other: string) =>
			`“${measure}” does not hold without “${other}”, or beside it.`,
		imposed: 'What binds everybody a year later, also without a signature',
		minds: 'What the others thought of the text',
		mindsText:
			'Points over what each would have walked away from, and what they came from. People’s minds stay closed.',
		party: 'Party',
		over: 'Points over',
		best: 'Best for it',
		worst: 'Worst for it',
		nothing: 'nothing',
		history: 'What was in fact agreed and done',
		historyText: 'Beside it, which of these measures stand in your accord.',
		inYours: 'In yours',
		notInYours: 'Not in yours',
		audience: (weight: number) => `The audience, counted as ${weight}`,
		print: 'Print the accord',
		again: 'Take a chair again'
	},

	/** With both measures, where they are known. */
	refusalsOfTwo: {
		needs: (measure: string, other: string) => `“${measure}” needs “${other}” in the text.`,
		conflicts: (measure: string, other: string) =>
			`“${measure}” cannot stand beside “${other}”. Strike one of them.`
	},
	refusals: {
		malformed: 'That cannot be read. Try again.',
		unknownCommand: 'That cannot be done here.',
		notAllowed: 'That is not for you to do.',
		notOpened: 'The summit has not begun.',
		alreadyOpened: 'The summit has begun already.',
		wrongStep: 'It is too early or too late for that.',
		cannotMove: 'It cannot go on like that from here.',
		paused: 'The summit is paused.',
		notPaused: 'The summit is not paused.',
		notInCaucus: 'Others talk aside. Wait until they are back.',
		unknownParty: 'There is no such party.',
		unknownMeasure: 'There is no such measure.',
		unknownParameter: 'That measure has no such value.',
		outOfRange: 'That value is out of range.',
		notInBrief: 'Your brief does not say that.',
		alreadyStated: 'You have made your statement.',
		alreadyInText: 'That measure is in the text already.',
		notInText: 'That measure is not in the text any more.',
		changesNothing: 'That changes nothing.',
		hollow: 'Then nobody would be left to do it.',
		needs: 'That measure needs another one in the text first, or another one in the text needs it.',
		conflicts: 'That cannot stand beside another measure in the text. Strike that one first.',
		coveredTwice: 'Somebody takes over that share already.',
		coversItself: 'One cannot take over one’s own share.',
		tabledEnough: 'You have tabled enough for this round.',
		movedEnough: 'Four of your proposals are open. Wait for the next round.',
		pledgedEnough: 'You have given that party enough pledges.',
		unknownAmendment: 'That proposal is not there any more.',
		amendmentClosed: 'That proposal is closed.',
		yourOwn: 'That is your own proposal.',
		notInConfidence: 'Everybody knows of that proposal.',
		alreadyPledged: 'You have given that word already.',
		pledgedToOneself: 'A word to oneself is none.',
		alreadyVoted: 'You have voted.',
		unknownLimit: 'There is no such law here.',
		chairsEnough: 'A team holds two chairs at most.',
		notUndoable: 'That step cannot be taken back: somebody has spoken since.',
		unknownChoice: 'That is no answer to the question.',
		notAllVoted: 'Not everybody has voted.'
	} satisfies Record<SummitRefusalCode, string>
};

function lower(text: string): string {
	return text.charAt(0).toLowerCase() + text.slice(1);
}
