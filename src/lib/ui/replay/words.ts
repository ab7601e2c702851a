import type { ReplayFault } from '../../client/replay/messages.ts';
import { mapFaultText } from '../../text/map-fault-text.ts';
import { dayAndTime, timeOfDay } from '../../text/moments.ts';
import { replayWords } from '../../text/replay-words.ts';

export { inLocale as said } from '../../text/localised.ts';
export const words = replayWords;

/** Why something was not opened, in words. */
export function faultText(fault: ReplayFault): string {
	const { what, remedy } =
		fault.code === 'otherScenario' || fault.code === 'noWorld'
			? words[fault.code](fault.params.file)
			: mapFaultText(fault);
	return words.failed(what, remedy);
}

/** `before`, `05:00`, `Sat 04:00`: when something happened, for lists. */
export function briefly(startMinute: number, atMin: number): string {
	if (atMin < 0) return words.list.prepared;
	const moment = startMinute + atMin;
	const isFirstDay = Math.floor(moment / 1440) === Math.floor(startMinute / 1440);
	return isFirstDay ? timeOfDay(moment) : dayAndTime(moment);
}
