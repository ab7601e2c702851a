import type { LiveRoomView } from '../../client/network/live-room.svelte.ts';
import type { Beat } from '../../room/live/beats.ts';
import { inLocale, wordsFor } from '../../text/words.ts';
import { momentOf } from '../live/moment.ts';

/** What comes next, in words. */
export function beatLabel(beat: Beat, room: LiveRoomView): string {
	const { beats, stage } = wordsFor().desk;
	switch (beat.kind) {
		case 'ask': {
			const question = room.part('questions')?.find(({ id }) => id === beat.question);
			return beats.ask(question === undefined ? '' : inLocale(question.text));
		}
		case 'run':
			return beats.run(
				beat.toMin === null ? null : momentOf(room.part('step')?.startMinute ?? 0, beat.toMin)
			);
		case 'show':
			return beats.show(stage.sections[beat.section]);
		default:
			return beats[beat.kind];
	}
}
