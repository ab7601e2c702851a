import type { RoomState } from '../../../exercise/state.ts';
import { firstAgenda } from '../../agenda/first-agenda.ts';
import { Ballots } from '../ballots/ballots.ts';
import { Chair } from '../people/chair.ts';
import { InjectDesk } from '../plan/inject-desk.ts';
import type { Live } from '../live.ts';
import type { LiveRoomParts } from '../live-room-contract.ts';
import { Pads } from '../people/pads.ts';
import { People } from '../people/people.ts';
import { Preflight } from '../desk/preflight.ts';
import { Reflections } from '../hot-wash/reflections.ts';
import { RoomAgenda } from '../time/room-agenda.ts';
import type { RoomRows } from './room-rows.ts';
import { RoomTimer } from '../time/room-timer.ts';
import { RoundWork, roundKey } from '../rounds/round-work.ts';
import { TeamReading } from '../rounds/team-reading.ts';
import { Wifi } from '../desk/wifi.ts';
import { StageState } from '../stage/stage-state.ts';

/** What stands beside the log of a room: read once, as it is opened. */
export type Kept = Pick<
	Live,
	| 'people'
	| 'rounds'
	| 'pads'
	| 'reading'
	| 'reflections'
	| 'timer'
	| 'stage'
	| 'ballots'
	| 'chair'
	| 'agenda'
	| 'injects'
	| 'preflight'
	| 'wifi'
>;

interface Around {
	readonly state: () => RoomState;
	/** Something that people are shown has changed by itself. */
	readonly changed: () => void;
}

/** @throws StoreFault where it cannot be read */
export async function readKept(
	parts: LiveRoomParts,
	rows: RoomRows,
	{ state, changed }: Around
): Promise<Kept> {
	const { clock, summary, pack } = parts;
	const people = await People.read(rows, summary.setup);
	const isHere = (id: string) => people.isHere(id);
	const firstHost = people.all.find(({ kind }) => kind === 'facilitator')?.id ?? null;
	const cut = pack.scenario.cuts.find(({ id }) => id === summary.setup.cut);
	const stops = cut?.stops ?? [];
	const sections = firstAgenda(
		stops.length,
		cut?.minutes ?? 0,
		cut?.for === 'stages',
		pack.scenario.summit !== undefined
	);
	return {
		people,
		chair: await Chair.read({ rows, clock, isHere, changed }, firstHost),
		rounds: await RoundWork.read(rows, () => roundKey(state())),
		pads: await Pads.read(rows),
		reading: await TeamReading.read(rows),
		reflections: await Reflections.read(rows),
		timer: await RoomTimer.read(rows, clock),
		stage: await StageState.read(rows),
		injects: await InjectDesk.read(rows),
		agenda: await RoomAgenda.read(rows, parts, stops, sections),
		wifi: await Wifi.read(rows),
		preflight: new Preflight(parts, stops),
		ballots: await Ballots.read(rows, clock, () => state().ballots)
	};
}
