import type { RequestBody, RequestType } from '../../lib/room/protocol/requests.ts';

type SampleOf<Type extends RequestType> = Omit<Extract<RequestBody, { readonly type: Type }>, 'type'>;

const text = { channel: 'ticket', from: 'f', title: { en: 't' }, body: { en: 'b' }, to: null };
const from = { phase: 'incident', step: 'decide', round: 1 } as const;

/** Something of each kind that people ask for, as pages send it. */
export const SAMPLES: { readonly [Type in RequestType]: SampleOf<Type> } = {
	command: { body: { type: 'writeInject', payload: { inject: 'i', text, atMin: null, corrects: null } } },
	rename: { name: 'Ana' },
	sit: { team: 'sky' },
	lead: {},
	advise: { decision: 'ground-fleet', confidencePct: 50, rationale: 'Because' },
	readAdvice: {},
	setReady: { ready: true },
	askMoreTime: {},
	writePad: { text: 'We think', base: 0 },
	openInjects: { injects: ['first'] },
	shareReading: { shared: true },
	addReflection: { kind: 'keep', text: 'A card' },
	vote: { ballot: 'ballot-1', option: 1 },
	negotiate: { party: null, body: { type: 'speak', payload: {} } },
	goOn: { from },
	announceClosing: { seconds: 20 },
	pause: {},
	resume: {},
	stopHere: {},
	setPace: { stepsPerSecond: 8 },
	setTimer: { seconds: 300 },
	grantMoreTime: { seconds: 60, team: null },
	place: { person: 'p1', team: 'sky', lead: null },
	setAgenda: { minutes: { welcome: 4 }, acceptedMin: 0 },
	startSection: { section: 'welcome' },
	tryWorld: {},
	reportScreen: {
		screen: {
			width: 1920,
			height: 1080,
			isFullScreen: true,
			isBesideDesk: false,
			isExtended: null,
			isKeptAwake: null
		}
	},
	skipRound: { from },
	renamePerson: { person: 'p1', name: 'Ana' },
	removePerson: { person: 'p1', lead: null },
	nameLead: { team: 'sky', person: 'p1' },
	lockRoom: { players: false, audience: false },
	takeOverByBot: { team: 'sky', role: null, bot: 'none' },
	giveBack: { team: 'sky', role: null },
	groupReflections: { cards: ['c1'], group: null },
	nextTeam: { team: 'sky' },
	commitFor: { team: 'sky', decision: 'ground-fleet', rationale: null },
	setReadyFor: { team: 'sky', ready: true },
	show: { section: 'map' },
	watchShock: { kind: 'attack', number: 1 },
	playShock: { at: 0.5, plays: true },
	blankStage: { blank: true },
	showCode: { shown: true },
	handClicker: { moves: true },
	nextCue: { from: 'a key' },
	setWifi: { name: 'Hall', password: 'secret' },
	openBallot: {
		question: 'What first?',
		options: [
			{ text: 'One', decision: null },
			{ text: 'Two', decision: null }
		],
		to: 'audience',
		seconds: null
	},
	takeBallotBack: { ballot: 'ballot-1' },
	closeBallot: { ballot: 'ballot-1' },
	revealBallot: { ballot: 'ballot-1', winner: null, binds: false },
	putBallotAway: { ballot: 'ballot-1' },
	showTurnout: { shown: true },
	formTeam: { name: 'Third' },
	look: { team: 'sky' },
	releaseInject: { inject: 'first', revision: 1, landsMin: null },
	callOffRelease: { inject: 'first' },
	writeAt: { inject: null },
	undo: { of: 'a-command' },
	openSummit: { teams: {}, rounds: null },
	askAudience: {
		asked: 'ratify',
		question: 'Is it good?',
		options: [
			{ text: 'Yes', choice: 'yes' },
			{ text: 'No', choice: 'no' }
		],
		seconds: null
	},
	takeChair: {},
	giveChair: { person: 'p1' },
	endRoom: {},
	eraseNames: {}
};
