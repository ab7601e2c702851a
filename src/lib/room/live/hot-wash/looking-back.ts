import { saveLog } from '../../../exercise/log/log-file.ts';
import type { RoomEvent } from '../../../exercise/log/events.ts';
import type { Audience } from '../../../exercise/project/audience.ts';
import { ownWorldOf } from '../../../exercise/project/own-role.ts';
import type { Person, PersonKind } from '../../people/person.ts';
import { logOfEnded, mayLookBack } from '../../replay/log-of-ended.ts';
import { logOfWorld } from '../../replay/past-of-log.ts';
import { replayTimeline, type ReplayTimeline } from '../../replay/timeline/replay-timeline.ts';
import type { Live } from '../live.ts';
import { isParallel } from '../worlds/worlds.ts';

export type ReaderKind = Exclude<PersonKind, 'phone' | 'stage'>;

/** What a page replays a room from. */
export interface RoomReplay {
	/** A log that comes to its worlds, as a file says it. */
	readonly log: string;
	/** What happened, as the reader may know it; null: all that the log says. */
	readonly timeline: ReplayTimeline | null;
	readonly kind: ReaderKind;
	/** Of a player. */
	readonly team: string | null;
}

/** The replay of a room for each of its audiences, made once for those who are told the same. */
export class LookingBack {
	readonly #live: Live;
	#made: { readonly version: number; readonly byReader: Map<string, RoomReplay | null> } | null = null;

	constructor(live: Live) {
		this.#live = live;
	}

	/** Null: there is no such person, or they may not look back, or not yet. Facilitators may at any time. */
	for(person: Person | undefined): RoomReplay | null {
		const reader = person === undefined ? null : readerOf(person);
		const { state } = this.#live.exercise.room;
		if (reader === null || (reader.kind !== 'facilitator' && !mayLookBack(state))) return null;
		if (this.#made?.version !== state.version) this.#made = { version: state.version, byReader: new Map() };
		const { byReader } = this.#made;
		const key = JSON.stringify(reader);
		if (!byReader.has(key)) byReader.set(key, this.#make(reader));
		return byReader.get(key) ?? null;
	}

	#make(reader: Reader): RoomReplay | null {
		const { exercise, scenario } = this.#live.pack;
		const { events } = this.#live.exercise.room;
		if (reader.kind === 'facilitator')
			return { ...reader, log: saveLog({ events: [...events], results: [] }), timeline: null };
		const audience = audienceOf(reader);
		const open = isParallel(this.#live) ? ofOwnWorld(this.#live, reader) : events;
		if (audience === null || open === null) return null;
		return {
			...reader,
			log: saveLog({ events: logOfEnded(exercise, open, audience), results: [] }),
			timeline: replayTimeline(scenario, exercise, open, audience)
		};
	}
}

type Reader = Pick<RoomReplay, 'kind' | 'team'>;

/** Null: phones have a vote and no more, the stage is looked at by everybody, and at the door nobody has been anything. */
function readerOf({ kind, team }: Person): Reader | null {
	if (kind === 'player') return team === null ? null : { kind, team };
	return kind === 'phone' || kind === 'stage' ? null : { kind, team: null };
}

function audienceOf({ kind, team }: Reader): Audience | null {
	if (kind !== 'player') return { kind };
	return team === null ? null : { kind: 'team', team };
}

/** A team's world is its own: it alone looks back at it, and the staff at all. What is compared, the stage shows. Null: none. */
function ofOwnWorld(live: Live, { kind, team }: Reader): readonly RoomEvent[] | null {
	const { state, events } = live.exercise.room;
	if (kind === 'evaluator') return events;
	const world = team === null ? null : ownWorldOf(state, team);
	return world === null ? null : logOfWorld(events, world);
}
