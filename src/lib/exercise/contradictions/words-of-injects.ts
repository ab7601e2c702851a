import type { ExerciseInject } from '../scenario/scenario.ts';

/**
 * What the English text of a message says of the present, by the words that authors use for it. A word that is used
 * otherwise is better written otherwise: the person who reads it stumbles as well.
 */
const SAYS = {
	hostsDown:
		/\b(blue screens?|screens? (?:is|are|go|went) (?:blue|dark)|hosts? (?:is|are|still) down|(?:kiosks|counters|gates|consoles|computers|screens) (?:are )?(?:dark|down)|restart loops?|restart again and again|do(?:es)? not start|sits? in kitchens|hosts fail|(?:is|are|went|hosts) blue|a dark screen|screens in \w+ fail|are still down|consoles restart)\b/i,
	stillSending: /\b(still sending|is live on every edge|still on offer)\b/i,
	withdrawn: /\b(content|update|release)[^.]{0,40}\b(withdrawn|taken back)\b/i,
	vendorSilent:
		/\b(?:Corvane|vendor|firm)\b[^.]*\b(?:has said nothing|does not answer|says nothing)\b|\bnobody has said yet\b/i
} as const;

export type Said = keyof typeof SAYS;

const TIME_TO_COME = /\b(?:by|at|before|until) (\d{2}):(\d{2})(?: UTC)?\b/gi;

export function textOf({ title, body }: Pick<ExerciseInject, 'title' | 'body'>): string {
	return `${title.en}. ${body.en}`;
}

/** Whether a message says this of the present. */
export function says(inject: Pick<ExerciseInject, 'title' | 'body'>, what: Said): boolean {
	return SAYS[what].test(textOf(inject));
}

/** Minutes of the day (UTC) that a message names as times to come: those after the hour it was written for. */
export function hoursNamed(inject: Pick<ExerciseInject, 'title' | 'body'>): number[] {
	return [...textOf(inject).matchAll(TIME_TO_COME)].map(
		([, hours, minutes]) => Number(hours) * 60 + Number(minutes)
	);
}
