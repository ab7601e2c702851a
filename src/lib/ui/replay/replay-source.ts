import type { SeatAddress } from '../../client/network/seat-address.ts';

/** Where what is replayed comes from. */
export type ReplaySource =
	| { readonly kind: 'file' }
	/** A run kept on this device. */
	| { readonly kind: 'run'; readonly runId: string }
	/** The log of a room, for its facilitator. `teams`: their names, by id. */
	| {
			readonly kind: 'room';
			readonly seat: SeatAddress;
			readonly search: string;
			readonly teams: Readonly<Record<string, string>>;
	  };

const PATH = '/play';
const REPLAY = 'replay';
const TEAM = 'team.';

export function isReplayAddress(search: string): boolean {
	return new URLSearchParams(search).has(REPLAY);
}

/** The address at which a run of this device is replayed. */
export function runReplayHref(runId: string): string {
	return `${PATH}?${new URLSearchParams({ [REPLAY]: runId })}`;
}

/** What the address of a replay names; a file is asked for where it names nothing. */
export function sourceOf({ search, hash }: { readonly search: string; readonly hash: string }): ReplaySource {
	const asked = new URLSearchParams(search);
	const runId = asked.get(REPLAY) ?? '';
	if (runId !== '') return { kind: 'run', runId };
	const [code, person] = [asked.get('code'), asked.get('seat')];
	if (code === null || person === null) return { kind: 'file' };
	const teams = [...new URLSearchParams(hash.slice(1))].flatMap(([key, name]) =>
		key.startsWith(TEAM) ? [[key.slice(TEAM.length), name]] : []
	);
	return {
		kind: 'room',
		seat: { code, person },
		search: `?${new URLSearchParams({ code, seat: person })}`,
		teams: Object.fromEntries(teams) as Record<string, string>
	};
}

/** The address at which a room is replayed. Names are in no log: they stand in its fragment, which is sent nowhere. */
export function roomReplayHref(
	{ code, person }: SeatAddress,
	teams: readonly { readonly id: string; readonly name: string }[]
): string {
	const names = new URLSearchParams(teams.map(({ id, name }) => [`${TEAM}${id}`, name]));
	return `${PATH}?${new URLSearchParams({ [REPLAY]: '', code, seat: person })}#${names}`;
}
