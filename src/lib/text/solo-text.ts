import type { Refusal } from '../exercise/commands/refusals.ts';
import type { NotOpenedFault, NotPlayableReason, RoomBreakdown } from '../room/protocol/solo-faults.ts';
import type { RoomRefusal } from '../room/protocol/refusals.ts';
import { solo } from './en/solo.ts';
import { localised } from './localised.ts';
import { logFaultText, readOnlyText } from './log-fault-text.ts';
import { roomRefusalText } from './room-refusal-text.ts';

/** What a room on the reader's own device says of itself. */
export const soloWords = localised({ en: solo });

/** Why a run was not opened. */
export function notOpenedText(fault: NotOpenedFault): string {
	if (fault.code !== 'badLog')
		return (soloWords.notOpened[fault.code] as (params: unknown) => string)(fault.params);
	const { file, line, what, remedy } = logFaultText(fault.params.fault);
	return soloWords.badLog(file, line, what, remedy);
}

/** Why a run can only be shown. */
export function notPlayableText(reason: NotPlayableReason): string {
	if (reason.code === 'fileGone') return soloWords.fileGone;
	if (reason.code === 'oldRun') return soloWords.oldRun(logFaultText(reason.fault).what);
	return readOnlyText(reason);
}

/** Why there is no room any more. */
export function breakdownText({ code, params }: RoomBreakdown): string {
	return (soloWords.breakdowns[code] as (params: unknown) => string)(params);
}

/** What a person who plays alone is told of what was refused: time is theirs to stop. */
export function soloRefusalText(refusal: Refusal | RoomRefusal): string {
	return refusal.code === 'decisionsClosed' ? soloWords.whileRunning : roomRefusalText(refusal);
}
