import type { Progress } from '../../room/progress.ts';
import type { SoloRoom } from './solo-room.ts';

/**
 * Where the person stands.
 *
 * @param isHeld whether the world is held, should it be on its way
 */
export function progressOf(room: SoloRoom, isHeld: boolean): Progress {
	const { standing: kind, rounds } = room;
	if (kind === 'briefing' || kind === 'preparation' || kind === 'hotWash') return { kind };
	const part = room.state.position.phase === 'recovery' ? 'recovery' : 'incident';
	const toMin = room.nextStop();
	if (kind === 'running') {
		const fromMin = rounds.at(-1)?.atMin ?? 0;
		return { kind, part, fromMin, toMin: toMin ?? room.setting.scenario.horizonMin, paused: isHeld };
	}
	const round = rounds.length;
	return { kind, part, round, rounds: round + room.roundsAhead(), nextStopMin: toMin };
}
