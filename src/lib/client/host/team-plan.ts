import type { BotProfile } from '../../exercise/log/events.ts';
import { TEAMS_MOST, type RoomSetup } from '../../room/people/setup.ts';
import type { HostedRole, RoomChoice } from './host-view.ts';

/** Who plays each role: a team, or the computer in one of its ways. */
export type Player =
	{ readonly kind: 'team'; readonly team: string } | { readonly kind: 'bot'; readonly bot: BotProfile };

/** The teams of a room before it is opened, and what they play. */
export interface TeamPlan {
	/** `name` null: it is called after what it plays. */
	readonly teams: readonly { readonly id: string; readonly name: string | null }[];
	/** By role. */
	readonly players: Readonly<Record<string, Player>>;
}

const TEAMS_AT_FIRST = 4;
const RECORD: Player = { kind: 'bot', bot: 'record' };

/**
 * Four teams: as many roles as there are teams for get one each, and those that are left over are played by the last. The
 * owner of the platform is the computer's: it decides least.
 */
export function firstPlan(roles: readonly HostedRole[]): TeamPlan {
	const peopled = roles.filter(({ kind }) => kind !== 'platform');
	const count = Math.min(TEAMS_AT_FIRST, peopled.length);
	const teamOf = (i: number): Player => ({ kind: 'team', team: teamId(Math.min(i, count - 1) + 1) });
	return {
		teams: Array.from({ length: count }, (_, i) => ({ id: teamId(i + 1), name: null })),
		players: Object.fromEntries(
			roles.map((role) => {
				const i = peopled.indexOf(role);
				return [role.id, i < 0 ? RECORD : teamOf(i)];
			})
		)
	};
}

export function withPlayer(plan: TeamPlan, role: string, player: Player): TeamPlan {
	return { ...plan, players: { ...plan.players, [role]: player } };
}

export function withName(plan: TeamPlan, team: string, name: string): TeamPlan {
	const kept = name.trim() === '' ? null : name;
	return { ...plan, teams: plan.teams.map((one) => (one.id === team ? { ...one, name: kept } : one)) };
}

/** One more team, which plays nothing yet. */
export function withTeam(plan: TeamPlan): TeamPlan {
	if (!canAddTeam(plan)) return plan;
	const numbers = plan.teams.map(({ id }) => Number(id.replace(/\D/g, '')));
	const number = Math.max(0, ...numbers) + 1;
	return { ...plan, teams: [...plan.teams, { id: teamId(number), name: null }] };
}

/** What the team played is the computer's then. */
export function withoutTeam(plan: TeamPlan, team: string): TeamPlan {
	const players = Object.entries(plan.players).map(([role, player]) => [
		role,
		player.kind === 'team' && player.team === team ? RECORD : player
	]);
	return {
		teams: plan.teams.filter(({ id }) => id !== team),
		players: Object.fromEntries(players) as TeamPlan['players']
	};
}

/** There is a role for each team: all play in one world. */
export function canAddTeam({ teams, players }: TeamPlan): boolean {
	return teams.length < Math.min(TEAMS_MOST, Object.keys(players).length);
}

/** Ids of the roles of a team, in the scenario's order. */
export function rolesOf({ players }: TeamPlan, team: string): string[] {
	return Object.entries(players).flatMap(([role, player]) =>
		player.kind === 'team' && player.team === team ? [role] : []
	);
}

/** What a room is opened with; or the first team that plays nothing. `nameOf`: what a team is called without a name. */
export function setupOf(
	plan: TeamPlan,
	choice: RoomChoice,
	nameOf: (roles: readonly string[]) => string
): { readonly ok: true; readonly setup: RoomSetup } | { readonly ok: false; readonly idle: string | null } {
	const teams = plan.teams.map(({ id, name }) => {
		const roles = rolesOf(plan, id);
		return { id, name: name?.trim() ?? nameOf(roles), roles };
	});
	const idle = teams.find(({ roles }) => roles.length === 0);
	if (teams.length === 0 || idle !== undefined) return { ok: false, idle: idle?.id ?? null };
	const bots = Object.entries(plan.players).flatMap(([role, player]) =>
		player.kind === 'bot' ? [[role, player.bot] as const] : []
	);
	return { ok: true, setup: { ...choice, teams, bots: Object.fromEntries(bots) } };
}

function teamId(number: number): string {
	return `team-${number}`;
}
