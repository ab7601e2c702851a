import type { LiveRoomView } from '../../../client/network/live-room.svelte.ts';
import type { Cue } from '../../../room/live/plan/cues.ts';
import { inLocale, wordsFor } from '../../../text/words.ts';
import { momentOf } from '../../live/moment.ts';

/** What comes next, in words. */
export function cueLabel(cue: Cue, room: LiveRoomView): string {
	const { cues, stage } = wordsFor().desk;
	switch (cue.kind) {
		case 'ask': {
			const question = room.part('questions')?.find(({ id }) => id === cue.question);
			return cues.ask(question === undefined ? '' : inLocale(question.text));
		}
		case 'run':
			return cues.run(cue.toMin === null ? null : momentOf(room.part('step')?.startMinute ?? 0, cue.toMin));
		case 'summit':
			return cues.summit[cue.next];
		case 'show':
			return cues.show(stage.sections[cue.section]);
		default:
			return cues[cue.kind];
	}
}
