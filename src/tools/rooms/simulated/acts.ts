import type { RequestBody, BallotOption } from '../../../lib/room/protocol/requests.ts';
import type { Person } from '../../../lib/room/people/person.ts';
import type { Chance } from './chance.ts';
import type { Device } from './device.ts';
import { isFacilitator, isOfTeam, isStaff, type MaySee, type Reader } from './secrets.ts';

/** What somebody who acts knows of the room besides what their page shows. */
export interface Around {
	readonly chance: Chance;
	readonly devices: readonly Device[];
	readonly teams: readonly string[];
	/** A text that only these may be sent. */
	readonly mark: (maySee: MaySee) => string;
	/** Whether a reader sits, or has just sat, in a team in which an author has sat. */
	readonly isWith: (reader: Reader, author: string) => boolean;
	/** Whether reasons have been opened to all. */
	readonly isRevealed: () => boolean;
	/** Whether a message has gone out. */
	readonly isOut: (inject: string) => boolean;
	/** Whether the result of a vote has been shown. */
	readonly isShown: (ballot: string) => boolean;
	/** Whether somebody leads their team, or did a moment ago. */
	readonly leads: (reader: Reader) => boolean;
}

type Act = (device: Device, around: Around) => RequestBody | null;
type Acts = readonly (readonly [weight: number, act: Act])[];

const command = (type: string, payload: Record<string, unknown>): RequestBody => ({
	type: 'command',
	body: { type, payload }
});

/** Ids of the scenario's decisions that belong to roles of the teams. */
const DECISIONS = ['roll-back', 'paper'];

const rationale = (device: Device, { mark, isWith, isRevealed }: Around) =>
	mark((reader) => isStaff(reader) || isWith(reader, device.person.id) || isRevealed());

const vote: Act = (device, { chance }) => {
	const ballot = device.part('ballot');
	if (ballot === null) return null;
	return { type: 'vote', ballot: ballot.id, option: chance.below(ballot.options.length) };
};

const someone = (kind: Person['kind'], { devices, chance }: Around) => {
	const found = devices.filter(({ person }) => person.kind === kind);
	return found.length === 0 ? null : chance.pick(found).person;
};

const FACILITATOR: Acts = [
	[
		8,
		(device) => {
			const projection = device.part('view')?.projection;
			if (projection === undefined) return null;
			const { phase, step } = projection.position;
			// Ended rooms have nothing more to show: the host ends one when it is time.
			if (phase === 'debrief') return null;
			return { type: 'goOn', from: { phase, step, round: projection.rounds.at(-1)?.round ?? null } };
		}
	],
	[2, () => ({ type: 'pause' })],
	[4, () => ({ type: 'resume' })],
	[1, () => ({ type: 'stopHere' })],
	[2, (_, { chance }) => ({ type: 'setPace', stepsPerSecond: chance.pick([null, 2, 60]) })],
	[1, (_, { chance }) => ({ type: 'setTimer', seconds: chance.pick([null, 30, 300]) })],
	[
		1,
		(_, { chance, teams }) => ({ type: 'grantMoreTime', seconds: 60, team: chance.pick([null, ...teams]) })
	],
	[
		5,
		(_, { chance, teams, mark, isShown }) => {
			const to = chance.pick(['audience', 'all', ...teams]);
			const isOfATeam = teams.includes(to);
			let asked = '';
			const question = mark(
				(reader) =>
					!isOfATeam ||
					isFacilitator(reader) ||
					isOfTeam(reader, to) ||
					(reader.kind === 'evaluator' && isShown(asked))
			);
			asked = question;
			const options: BallotOption[] = ['One', 'Two', 'Three'].map((text) => ({ text, decision: null }));
			return { type: 'openBallot', question, options, to, seconds: null };
		}
	],
	[3, (device) => about(device, (ballot) => ({ type: 'closeBallot', ballot }))],
	[3, (device) => about(device, (ballot) => ({ type: 'revealBallot', ballot, winner: null, binds: false }))],
	[3, (device) => about(device, (ballot) => ({ type: 'putBallotAway', ballot }))],
	[1, (device) => about(device, (ballot) => ({ type: 'takeBallotBack', ballot }))],
	[1, (_, { chance }) => ({ type: 'showTurnout', shown: chance.is(0.5) })],
	[4, (_, { mark }) => command('note', { text: mark(isFacilitator) })],
	[
		2,
		(_, { chance }) =>
			command('makeSetting', {
				world: 'shared',
				setting: { parameter: 'repair.script', scope: { kind: 'world' }, value: chance.below(3) }
			})
	],
	[
		2,
		(device, { mark, isOut }) => {
			const inject = `written-${device.nextId()}`;
			const text = mark((reader) => isStaff(reader) || isOut(inject));
			const words = { channel: 'ticket', from: text, title: { en: text }, body: { en: text }, to: null };
			return command('writeInject', { inject, text: words, atMin: null, corrects: null });
		}
	],
	[
		2,
		(device, { chance }) => {
			const plan = device.part('view')?.projection.plan ?? [];
			if (plan.length === 0) return null;
			const { inject, revision } = chance.pick(plan);
			return { type: 'releaseInject', inject, revision, landsMin: null };
		}
	],
	[1, (_, { chance }) => ({ type: 'lockRoom', players: chance.is(0.2), audience: chance.is(0.2) })],
	[
		2,
		(_, around) => {
			const person = someone('player', around);
			if (person === null) return null;
			return { type: 'place', person: person.id, team: around.chance.pick(around.teams), lead: null };
		}
	],
	[
		1,
		(_, around) => {
			const person = someone('player', around);
			if (person === null) return null;
			return { type: 'nameLead', team: around.chance.pick(around.teams), person: person.id };
		}
	],
	[
		0.5,
		(_, around) => {
			const person = someone(around.chance.pick(['player', 'phone']), around);
			return person === null ? null : { type: 'removePerson', person: person.id, lead: null };
		}
	],
	[
		1,
		(_, { chance }) => ({ type: 'show', section: chance.pick(['welcome', 'map', 'services', 'situation']) })
	],
	[1, (_, { chance }) => ({ type: 'blankStage', blank: chance.is(0.3) })],
	[
		1,
		(_, { chance, teams }) => ({ type: 'takeOverByBot', team: chance.pick(teams), role: null, bot: 'none' })
	],
	[1, (_, { chance, teams }) => ({ type: 'giveBack', team: chance.pick(teams), role: null })],
	[
		1,
		(device) => {
			const of = device.part('plan')?.undo?.of;
			return of === undefined ? null : { type: 'undo', of };
		}
	],
	[1, (_, { chance }) => ({ type: 'announceClosing', seconds: chance.pick([null, 20]) })],
	[
		0.5,
		(_, { mark }) => {
			const password = mark((reader) => ['facilitator', 'stage', 'observer'].includes(reader.kind));
			return { type: 'setWifi', name: 'Hall', password };
		}
	],
	[1, () => ({ type: 'takeChair' })]
];

const EVALUATOR: Acts = [
	[3, (_, { mark }) => command('note', { text: mark(isStaff) })],
	[
		2,
		(_, { chance, teams, mark }) =>
			command('rate', {
				team: chance.pick(teams),
				subject: 'early',
				mark: chance.pick(['P', 'S', 'M', 'U']),
				observation: mark(isStaff)
			})
	]
];

const PLAYER: Acts = [
	[
		4,
		(device, around) =>
			command('commitDecision', {
				decision: around.chance.pick(DECISIONS),
				rationale: rationale(device, around),
				confidencePct: 60
			})
	],
	[
		2,
		(device, around) =>
			command('amendDecision', {
				decision: around.chance.pick(DECISIONS),
				rationale: rationale(device, around),
				confidencePct: 40
			})
	],
	[2, (_, { chance }) => command('withdrawDecision', { decision: chance.pick(DECISIONS) })],
	[
		3,
		(device, { chance, mark, isWith, leads }) => {
			const { id } = device.person;
			const text = mark((reader) => reader.id === id || (isWith(reader, id) && leads(reader)));
			return {
				type: 'advise',
				decision: chance.pick([null, ...DECISIONS]),
				confidencePct: 50,
				rationale: text
			};
		}
	],
	[1, () => ({ type: 'readAdvice' })],
	[2, (_, { chance }) => ({ type: 'setReady', ready: chance.is(0.7) })],
	[
		3,
		(device, { mark, isWith }) => {
			const pad = device.part('pad');
			if (pad === null) return null;
			const text = mark((reader) => isWith(reader, device.person.id));
			return { type: 'writePad', text, base: pad.number };
		}
	],
	[5, vote],
	[1, (device) => ({ type: 'rename', name: `N ${device.nextId().slice(-4)}` })],
	[1, () => ({ type: 'lead' })],
	[1, () => ({ type: 'askMoreTime' })],
	[2, (_, { chance }) => ({ type: 'addReflection', kind: chance.pick(['keep', 'change']), text: 'A card' })]
];

const STAGE: Acts = [
	[1, (_, { chance }) => ({ type: 'show', section: chance.pick(['map', 'services']) })],
	[1, (_, { chance }) => ({ type: 'showCode', shown: chance.is(0.5) })],
	[
		1,
		(device) => {
			const from = device.part('cue')?.key;
			return from === undefined ? null : { type: 'nextCue', from };
		}
	]
];

const ACTS: Readonly<Record<Person['kind'], Acts>> = {
	facilitator: FACILITATOR,
	evaluator: EVALUATOR,
	player: PLAYER,
	phone: [[1, vote]],
	stage: STAGE,
	observer: []
};

/** Something that a person might do now; null: nothing comes to their mind. */
export function nextAct(device: Device, around: Around): RequestBody | null {
	const acts = ACTS[device.person.kind];
	return acts.length === 0 ? null : around.chance.weighed(acts)(device, around);
}

function about(device: Device, body: (ballot: string) => RequestBody): RequestBody | null {
	const ballot = device.part('ballot');
	return ballot === null ? null : body(ballot.id);
}
