import { COUNTS_FROM_VOTES } from '../../exercise/project/sight.ts';
import { entry, type Ballot, type DecisionAct } from '../../exercise/state.ts';
import { documentWords } from '../../text/document-words.ts';
import { heading, paragraph, type Block } from '../office/blocks.ts';
import { reportedWorlds, waysOf, type Material } from '../material/material.ts';
import { shortMoment } from '../material/moments.ts';
import { teamText } from './team-names.ts';

const words = documentWords.aar;

export function participantBlocks(material: Material): Block[] {
	const { participants } = words;
	const { state, pack, say } = material;
	const rows = Object.values(state.seats).map(({ team, role, bot, standIn }) => {
		const known = pack.scenario.roles.find(({ id }) => id === role);
		const by =
			bot !== null
				? participants.bot(bot)
				: standIn === undefined
					? participants.people
					: participants.standIn(standIn.bot, shortMoment(material, standIn.sinceMin));
		return [teamOf(material, team), known === undefined ? role : say(known.name), by];
	});
	return [
		heading(1, participants.heading),
		paragraph(participants.lead),
		{ kind: 'table', caption: null, head: participants.columns, rows, widths: [1, 1.4, 1.4] }
	];
}

/** What people committed, world by world, in the order in which it was done. */
export function decisionBlocks(material: Material): Block[] {
	const { decisions } = words;
	const { state, pack, say } = material;
	// How sure somebody was stays between them and the staff.
	const isAlone = waysOf(material) === 'solo';
	const head = isAlone ? decisions.columns : decisions.columns.slice(0, -1);
	const byPeople = Object.values(state.seats).some(({ bot }) => bot === null);
	const tables = reportedWorlds(material).flatMap(({ world, party }): Block[] => {
		const own = world.acts.filter(
			(act): act is DecisionAct =>
				act.kind === 'decision' && (!byPeople || entry(state.seats, act.seat)?.bot === null)
		);
		if (own.length === 0) return [];
		const rows = own.map(({ seat, decision, atMin, rationale, confidencePct }) => {
			const known = pack.scenario.decisions.find(({ id }) => id === decision);
			const team = entry(state.seats, seat)!.team;
			return [
				shortMoment(material, atMin),
				known === undefined ? decision : say(known.title),
				teamOf(material, team),
				rationale ?? '',
				...(isAlone ? [confidencePct === null ? '' : decisions.confidence(confidencePct)] : [])
			];
		});
		const caption = state.exercise!.ways === 'parallel' ? teamText(material, party) : null;
		return [{ kind: 'table', caption, head, rows, widths: [1.2, 2, 1.2, 2.4, 0.9].slice(0, head.length) }];
	});
	return [
		heading(1, decisions.heading),
		paragraph(tables.length === 0 ? decisions.none : decisions.lead),
		...tables
	];
}

export function ballotBlocks({ state, ...material }: Material): Block[] {
	const { ballots } = words;
	const shown = state.ballots.filter(({ isRevealed }) => isRevealed);
	if (shown.length === 0) return [];
	const rows = shown.map(({ question, team, tally, byHands }) => {
		const who = team === null ? ballots.room : teamOf({ state, ...material }, team);
		const options = resultOf(tally);
		return [question, byHands === true ? `${who}, ${ballots.hands}` : who, options.join('\n')];
	});
	return [
		heading(2, ballots.heading),
		{ kind: 'table', caption: null, head: ballots.columns, rows, widths: [2, 1, 1.4] }
	];
}

/** Where few have voted, counts would say who voted for what: then only what won is told. */
function resultOf(tally: Ballot['tally']): string[] {
	const cast = tally.reduce((sum, { votes }) => sum + votes, 0);
	if (cast >= COUNTS_FROM_VOTES) return tally.map(({ option, votes }) => words.ballots.option(option, votes));
	const most = Math.max(0, ...tally.map(({ votes }) => votes));
	return tally.flatMap(({ option, votes }) =>
		votes === most && most > 0 ? [words.ballots.won(option)] : []
	);
}

function teamOf(material: Material, team: string): string {
	const party = material.parties.find((one) => one.team === team);
	if (party !== undefined) return teamText(material, party);
	const role = material.pack.scenario.roles.find(({ id }) => id === team);
	return role === undefined ? documentWords.common.team(team) : material.say(role.name);
}
