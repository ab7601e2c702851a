import type { Check, FindingParams, Verdict } from '../../room/preflight/preflight.ts';
import { counted, rounded } from '../figures.ts';

type Sentences = { readonly [Code in keyof FindingParams]: (params: FindingParams[Code]) => string };
const list = (all: readonly string[]) => all.join(', ');
const megabytes = (bytes: number) =>
	bytes >= 1e9 ? `${rounded(bytes / 1e9)} GB` : `${rounded(bytes / 1e6)} MB`;
const ms = (n: number) => (n < 1 ? 'less than 1 ms' : `${rounded(n)} ms`);
const people = (n: number) => counted(n, { one: 'person', other: 'people' });

const checks: Readonly<Record<Check, string>> = {
	address: 'Address',
	phone: 'A phone has been here',
	phonesFollowed: 'Phones and this machine see each other',
	liveUpdates: 'Live updates',
	stage: 'The stage is seen',
	mirrored: 'Not mirrored',
	sleep: 'No screen falls asleep',
	disk: 'Disk',
	clock: 'Clock',
	scenario: 'Scenario',
	people: 'People',
	roomSize: 'Size of the room',
	content: 'Content',
	agenda: 'Agenda'
};
const verdicts: Readonly<Record<Verdict, string>> = {
	done: 'Done',
	look: 'Look at this',
	unknown: 'Cannot know'
};

const findings: Sentences = {
	serverSilent: () => 'The server does not answer at this moment. This line will go on by itself.',

	addressOrigin: () => 'People use the address that was set for this server.',
	addressOne: ({ address }) => `Phones find this server at ${address}.`,
	addressSeveral: ({ addresses }) =>
		`This machine is in several networks: ${list(addresses)}. Under “Links and codes” choose the address of the Wi-Fi that people will use.`,
	addressNone: () =>
		'Phones cannot reach “localhost”. Connect this machine to the Wi-Fi that people will use, then start Patchfall again.',
	addressUnassigned: ({ address }) =>
		`${address} is what a machine calls itself when no network answers. Connect to a Wi-Fi or a hotspot, then start Patchfall again.`,

	phoneSeen: ({ devices }) => `${counted(devices, { one: 'other device', other: 'other devices' })} came.`,
	phoneSeenJoined: () => 'Somebody has joined.',
	phoneNone: () => 'No phone has reached this room yet. Scan the code with your own phone now.',
	phoneProxied: () =>
		'A proxy stands in front, so that all devices look alike. Scan the code with your own phone and join: then this is done.',

	followed: () => 'What a phone asks for arrives, one thing after the other.',
	stuck: () =>
		'The first page arrived, the next did not: this Wi-Fi may keep devices apart. Use a hotspot, or ask for a network without client isolation.',
	followedUnknown: () => 'This shows when the first phone comes.',

	live: () => 'Changes arrive at once, here and on every device.',
	heldBackHere: () =>
		'Something holds back live updates. The room works by asking instead. For nginx add to its location: proxy_buffering off; proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection "upgrade";',
	heldBackThere: ({ people: n }) =>
		`Live updates do not reach ${people(n)}; their pages ask instead, which works. Look whether they use mobile data or a VPN.`,
	notConnected: () => 'This desk is not connected. It tries again by itself.',

	stageNone: () => 'No stage yet. Open it and move its window to the projector.',
	stageSeen: ({ width, height }) => `The stage is in full screen, ${width} × ${height}.`,
	stageSmall: ({ width, height }) =>
		`The stage is ${width} × ${height}: three figures become one. Set the projector to 1920 × 1080, or make the window larger.`,
	stageWindow: () => 'The stage is not in full screen. Press F5 in its window.',
	stageUnknown: () => 'The stage is here and has not said how large it is. Load it again.',

	notMirrored: () => 'The stage has a screen of its own.',
	maybeMirrored: () =>
		'Your screen may be mirrored: people would read your notes. Set the projector to extend the desktop.',
	mirrorUnknown: () =>
		'The browser does not say whether the projector mirrors this screen. Look at it: you should not see this desk there.',

	awake: () => 'The stage is kept awake, and this machine is not on battery as far as it says.',
	maySleep: () => 'The stage’s screen may fall asleep. Plug in; set sleep to never.',
	sleepUnknown: () =>
		'On plain http no page can keep a screen awake. Plug in and set sleep to never on the stage’s machine.',
	onBattery: () => 'This machine runs on battery. Plug it in.',

	disk: ({ freeBytes, appendMs }) =>
		freeBytes === null
			? `Something written was read back from the database, in ${ms(appendMs)}.`
			: `${megabytes(freeBytes)} are free; something written was read back, in ${ms(appendMs)}.`,
	diskSmall: ({ freeBytes }) =>
		`Only ${megabytes(freeBytes)} are free. Make room, or choose another folder with PATCHFALL_DATA.`,
	diskSlow: ({ appendMs }) =>
		`Writing took ${ms(appendMs)}, which people would notice. Choose a folder on this machine’s own disk with PATCHFALL_DATA.`,
	diskFault: ({ code }) =>
		`The log could not be written (${code}). Choose another folder with PATCHFALL_DATA, then start Patchfall again.`,

	clock: () => 'This clock agrees with the server’s. The exercise needs neither.',
	clockDiffers: ({ minutes }) =>
		`This device’s clock differs from the server’s by ${minutes} min. Only the agenda’s times of day are affected.`,

	world: ({ totalMs }) => `Its files fit, and ten days of its world take ${ms(totalMs)} to compute here.`,
	worldSlow: ({ slowestMs }) =>
		`The longest stretch between two stops took ${ms(slowestMs)} to compute here. Choose a shorter length, or a faster machine.`,
	worldUntried: () => 'Not tried yet. “Check again” computes its world once.',

	people: () => 'Each team has somebody, and somebody who leads.',
	noLead: ({ team }) => `Nobody leads ${team}. Open its row and choose a lead.`,
	teamEmpty: ({ team }) => `Nobody sits in ${team} yet.`,
	evaluatorLoose: ({ name }) =>
		`${name || 'An evaluator'} has no team to look at. Choose one in the list of people.`,
	bots: ({ roles }) => `Each team has somebody who leads. Bots play: ${list(roles)}.`,

	audience: () => 'The audience decides by its phones; nobody has to be placed.',

	roomSize: ({ people: n, delayMs }) => `${people(n)} here; nearly all answer within ${ms(delayMs)}.`,
	roomSlow: ({ people: n, delayMs }) =>
		`${people(n)} here, and some answer only after ${ms(delayMs)}. Put the access point nearer, or let phones use 5 GHz.`,
	roomSizeUnknown: ({ people: n }) => `${people(n)} here. How fast they answer shows after some seconds.`,

	contentPublic: () =>
		'This scenario is public; players could have read it. Say so, or upload one of your own when you open a room.',
	contentOwn: () => 'The scenario is your own; devices get what their people may see, when they may see it.',

	agenda: ({ minutes }) => `${rounded(minutes)} minutes in all.`,
	agendaHotWash: ({ minutes }) =>
		`The hot wash has ${rounded(minutes)} min; people need ten to say what they learnt. Open the agenda and give it more.`
};

/** Whether it will work, before people come: one line for each thing, and what to do. */
export const preflight = {
	heading: 'Before people come',
	checks,
	verdicts,
	findings,
	count: (look: number) =>
		look === 0 ? 'Nothing to look at.' : `${counted(look, { one: 'thing', other: 'things' })} to look at.`,
	again: 'Check again',
	open: 'Checks',
	steps: {
		heading: 'Things to do',
		stage: 'Put the stage on the projector',
		stageHelp: 'Move its window to the other screen and press F5.',
		openStage: 'Open the stage',
		scan: 'Scan the code with your phone',
		scanHelp: 'Its first page shows that phones get in. Take no seat: it would lead a team.',
		showCodes: 'Show codes and links',
		roles: 'Decide who plays what',
		rolesHelp:
			'Place people in teams as they come. Bots play roles that no team has; in a team that stays empty nobody decides, unless you let a bot play for it.',
		rehearse: 'Walk through it once',
		rehearseHelp: 'The whole workshop in a few minutes, with bots in every seat. Nothing of it stays.',
		start: 'Start the briefing',
		startHelp: 'Beside this list: the bright button always says what comes next.',
		done: 'done'
	}
};
