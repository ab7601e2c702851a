import { HOT_WASH_LEAST_MIN, sumOf } from '../agenda/agenda.ts';
import type { AgendaPart, DeskPart, PreflightPart } from '../live/desk/staff-parts.ts';
import type { ServerFacts } from './server-facts.ts';

/** Everything that the lines of a preflight are read off. */
export interface PreflightFacts {
	/** Null: the server has not answered. */
	readonly server: ServerFacts | null;
	readonly desk: DeskPart;
	readonly room: PreflightPart;
	readonly agenda: AgendaPart;
	/** Of the desk's page. */
	readonly connection: 'live' | 'polling' | 'other';
	/** Of the desk's own device. */
	readonly device: {
		readonly dateMs: number;
		/** Null: the browser does not say. */
		readonly isCharging: boolean | null;
	};
	/** Roles that people can play and that no team has. */
	readonly botRoles: readonly string[];
}

/** Parameters of what each line says, by its code. */
export interface FindingParams {
	serverSilent: Nothing;

	addressOrigin: Nothing;
	addressOne: { readonly address: string };
	addressSeveral: { readonly addresses: readonly string[] };
	addressNone: Nothing;
	addressUnassigned: { readonly address: string };

	phoneSeen: { readonly devices: number };
	phoneSeenJoined: Nothing;
	phoneNone: Nothing;
	phoneProxied: Nothing;

	followed: Nothing;
	stuck: Nothing;
	followedUnknown: Nothing;

	live: Nothing;
	heldBackHere: Nothing;
	heldBackThere: { readonly people: number };
	notConnected: Nothing;

	stageNone: Nothing;
	stageSeen: { readonly width: number; readonly height: number };
	stageSmall: { readonly width: number; readonly height: number };
	stageWindow: Nothing;
	stageUnknown: Nothing;

	notMirrored: Nothing;
	maybeMirrored: Nothing;
	mirrorUnknown: Nothing;

	awake: Nothing;
	maySleep: Nothing;
	sleepUnknown: Nothing;
	onBattery: Nothing;

	/** `freeBytes` null: the disk is another machine's. */
	disk: { readonly freeBytes: number | null; readonly appendMs: number };
	diskSmall: { readonly freeBytes: number };
	diskSlow: { readonly appendMs: number };
	diskFault: { readonly code: string };

	clock: Nothing;
	clockDiffers: { readonly minutes: number };

	world: { readonly totalMs: number };
	worldSlow: { readonly slowestMs: number; readonly fromMin: number };
	worldUntried: Nothing;

	people: Nothing;
	noLead: { readonly team: string };
	teamEmpty: { readonly team: string };
	evaluatorLoose: { readonly name: string };
	bots: { readonly roles: readonly string[] };
	audience: Nothing;

	roomSize: { readonly people: number; readonly delayMs: number };
	roomSlow: { readonly people: number; readonly delayMs: number };
	roomSizeUnknown: { readonly people: number };

	contentPublic: Nothing;
	contentOwn: Nothing;

	agenda: { readonly minutes: number };
	agendaHotWash: { readonly minutes: number };
}
type Nothing = Readonly<Record<string, never>>;
export type Finding = {
	[Code in keyof FindingParams]: { readonly code: Code; readonly params: FindingParams[Code] };
}[keyof FindingParams];

export const CHECKS = [
	'address',
	'phone',
	'phonesFollowed',
	'liveUpdates',
	'stage',
	'mirrored',
	'sleep',
	'disk',
	'clock',
	'scenario',
	'people',
	'roomSize',
	'content',
	'agenda'
] as const;
export type Check = (typeof CHECKS)[number];

/** `look`: there is one thing to do; `unknown`: nobody can say from here. */
export type Verdict = 'done' | 'look' | 'unknown';
export interface PreflightLine {
	readonly check: Check;
	readonly verdict: Verdict;
	readonly finding: Finding;
}

const FREE_LEAST_BYTES = 200_000_000;
const APPEND_MOST_MS = 250;
const CLOCK_MOST_MIN = 5;
const WORLD_MOST_MS = 5000;
const DELAY_MOST_MS = 1000;
/** Smaller than this the stage shows one figure and not three. */
const STAGE_LEAST = { width: 1200, height: 700 };

/** The checks in the order in which one would do them. */
export function preflightLines(facts: PreflightFacts): readonly PreflightLine[] {
	const probes: Readonly<Record<Check, (facts: PreflightFacts) => readonly [Verdict, Finding]>> = {
		address: ofServer(address),
		phone: ofServer(phone),
		phonesFollowed: ofServer(followed),
		liveUpdates: ofServer(liveUpdates),
		stage,
		mirrored,
		sleep,
		disk: ofServer(disk),
		clock: ofServer(clock),
		scenario,
		people,
		roomSize: ofServer(roomSize),
		content: ({ room }) =>
			room.isOwnScenario ? ['done', say('contentOwn', {})] : ['look', say('contentPublic', {})],
		agenda
	};
	return CHECKS.map((check) => {
		const [verdict, finding] = probes[check](facts);
		return { check, verdict, finding };
	});
}

type Probed = readonly [Verdict, Finding];

function say<Code extends Finding['code']>(code: Code, params: FindingParams[Code]): Finding {
	return { code, params } as Finding;
}

function ofServer(probe: (server: ServerFacts, facts: PreflightFacts) => Probed) {
	return (facts: PreflightFacts): Probed =>
		facts.server === null ? ['unknown', say('serverSilent', {})] : probe(facts.server, facts);
}

function address({ addresses, hasOrigin }: ServerFacts): Probed {
	const [first, second] = addresses;
	if (hasOrigin) return ['done', say('addressOrigin', {})];
	if (first === undefined) return ['look', say('addressNone', {})];
	// What a machine gives itself when no network answered.
	if (first.includes('//169.254.')) return ['look', say('addressUnassigned', { address: first })];
	if (second !== undefined) return ['look', say('addressSeveral', { addresses })];
	return ['done', say('addressOne', { address: first })];
}

/** Players and phones come on devices of their own, mostly; on the server's own one cannot tell. */
function hasGuests({ people: all, phones }: DeskPart): boolean {
	return phones > 0 || all.some(({ kind, isHere }) => kind === 'player' && isHere);
}

function phone({ visits }: ServerFacts, { desk }: PreflightFacts): Probed {
	if (visits.devices > 0) return ['done', say('phoneSeen', { devices: visits.devices })];
	if (!visits.isProxied) return ['look', say('phoneNone', {})];
	return hasGuests(desk) ? ['done', say('phoneSeenJoined', {})] : ['unknown', say('phoneProxied', {})];
}

function followed({ visits }: ServerFacts, { desk }: PreflightFacts): Probed {
	if (visits.stuck > 0 && visits.followed === 0) return ['look', say('stuck', {})];
	if (visits.followed > 0 || (visits.isProxied && hasGuests(desk))) return ['done', say('followed', {})];
	return ['unknown', say('followedUnknown', {})];
}

function liveUpdates({ polling }: ServerFacts, { connection }: PreflightFacts): Probed {
	if (connection === 'polling') return ['look', say('heldBackHere', {})];
	if (polling > 0) return ['look', say('heldBackThere', { people: polling })];
	return connection === 'live' ? ['done', say('live', {})] : ['look', say('notConnected', {})];
}

function stage({ desk, room }: PreflightFacts): Probed {
	if (!desk.people.some(({ kind, isHere }) => kind === 'stage' && isHere))
		return ['look', say('stageNone', {})];
	const [screen] = room.screens;
	if (screen === undefined) return ['unknown', say('stageUnknown', {})];
	const { width, height, isFullScreen } = screen;
	if (width < STAGE_LEAST.width || height < STAGE_LEAST.height)
		return ['look', say('stageSmall', { width, height })];
	return isFullScreen ? ['done', say('stageSeen', { width, height })] : ['look', say('stageWindow', {})];
}

function mirrored({ room: { screens } }: PreflightFacts): Probed {
	const [screen] = screens;
	if (screen === undefined) return ['unknown', say('mirrorUnknown', {})];
	if (!screen.isBesideDesk) return ['done', say('notMirrored', {})];
	if (screen.isExtended === null) return ['unknown', say('mirrorUnknown', {})];
	return screen.isExtended ? ['done', say('notMirrored', {})] : ['look', say('maybeMirrored', {})];
}

function sleep({ room: { screens }, device: { isCharging } }: PreflightFacts): Probed {
	if (isCharging === false) return ['look', say('onBattery', {})];
	const [screen] = screens;
	if (screen?.isKeptAwake === false) return ['look', say('maySleep', {})];
	return screen?.isKeptAwake === true ? ['done', say('awake', {})] : ['unknown', say('sleepUnknown', {})];
}

function disk({ disk: found }: ServerFacts): Probed {
	if (found.kind === 'fault') return ['look', say('diskFault', { code: found.code })];
	const { freeBytes, appendMs } = found;
	if (freeBytes !== null && freeBytes < FREE_LEAST_BYTES) return ['look', say('diskSmall', { freeBytes })];
	if (appendMs > APPEND_MOST_MS) return ['look', say('diskSlow', { appendMs })];
	return ['done', say('disk', { freeBytes, appendMs })];
}

function clock({ dateMs }: ServerFacts, { device }: PreflightFacts): Probed {
	const minutes = Math.round(Math.abs(device.dateMs - dateMs) / 60_000);
	return minutes > CLOCK_MOST_MIN ? ['look', say('clockDiffers', { minutes })] : ['done', say('clock', {})];
}

function scenario({ room: { trial } }: PreflightFacts): Probed {
	if (trial === null) return ['unknown', say('worldUntried', {})];
	const { totalMs, slowestMs, slowestFromMin } = trial;
	return totalMs > WORLD_MOST_MS
		? ['look', say('worldSlow', { slowestMs, fromMin: slowestFromMin })]
		: ['done', say('world', { totalMs })];
}

function people({ desk, botRoles }: PreflightFacts): Probed {
	const loose = desk.people.find(({ kind, team }) => kind === 'evaluator' && team === null);
	const empty = desk.teams.find(({ seatsTaken }) => seatsTaken === 0);
	const leaderless = desk.teams.find(({ lead, seatsTaken }) => lead === null && seatsTaken > 0);
	if (desk.isPresented) return ['done', say('audience', {})];
	if (leaderless !== undefined) return ['look', say('noLead', { team: leaderless.name })];
	if (empty !== undefined) return ['look', say('teamEmpty', { team: empty.name })];
	if (loose !== undefined) return ['look', say('evaluatorLoose', { name: loose.name })];
	return ['done', botRoles.length > 0 ? say('bots', { roles: botRoles }) : say('people', {})];
}

function roomSize({ delayMs }: ServerFacts, { desk }: PreflightFacts): Probed {
	const here = desk.people.filter(({ isHere }) => isHere).length + desk.phones;
	if (delayMs === null) return ['unknown', say('roomSizeUnknown', { people: here })];
	const params = { people: here, delayMs };
	return delayMs > DELAY_MOST_MS ? ['look', say('roomSlow', params)] : ['done', say('roomSize', params)];
}

function agenda({ agenda: { sections } }: PreflightFacts): Probed {
	const hotWash = sections.find(({ kind }) => kind === 'hotWash');
	if (hotWash !== undefined && hotWash.plannedMin < HOT_WASH_LEAST_MIN)
		return ['look', say('agendaHotWash', { minutes: hotWash.plannedMin })];
	return ['done', say('agenda', { minutes: sumOf(sections, ({ plannedMin }) => plannedMin) })];
}
