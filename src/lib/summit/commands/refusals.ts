import type { FieldFault } from '../../exercise/log/field-fault.ts';
import type { Step, SummitEventName } from '../negotiation/chart.ts';
import type { Sender } from './rule.ts';

/** What each refusal says besides its name: the words are made where the reader's language is known. */
export interface SummitRefusalParams {
	malformed: { readonly place: string | null; readonly fault: FieldFault };
	unknownCommand: { readonly id: string };
	notAllowed: { readonly command: string; readonly by: Sender['kind'] };
	notOpened: Nothing;
	alreadyOpened: Nothing;
	wrongStep: { readonly command: string; readonly step: Step };
	cannotMove: { readonly event: SummitEventName; readonly step: Step };
	paused: Nothing;
	notPaused: Nothing;
	/** Others talk aside. */
	notInCaucus: Nothing;
	unknownParty: { readonly id: string };
	unknownLimit: { readonly id: string };
	unknownMeasure: { readonly id: string };
	unknownParameter: { readonly measure: string; readonly id: string };
	outOfRange: {
		readonly measure: string;
		readonly parameter: string;
		readonly low: number;
		readonly high: number;
	};
	/** Something that one's own brief does not hold. */
	notInBrief: Nothing;
	alreadyStated: { readonly party: string };
	alreadyInText: { readonly measure: string };
	notInText: { readonly measure: string };
	changesNothing: Nothing;
	/** Nobody would be left to do it. */
	hollow: { readonly measure: string };
	needs: { readonly measure: string; readonly other: string };
	conflicts: { readonly measure: string; readonly other: string };
	/** Nobody takes over more than there is. */
	coveredTwice: { readonly measure: string; readonly of: string };
	coversItself: { readonly of: string };
	tabledEnough: { readonly most: number };
	movedEnough: { readonly most: number };
	pledgedEnough: { readonly most: number };
	unknownAmendment: { readonly amendment: string };
	amendmentClosed: { readonly amendment: string };
	yourOwn: { readonly amendment: string };
	notInConfidence: { readonly amendment: string };
	alreadyPledged: Nothing;
	pledgedToOneself: Nothing;
	alreadyVoted: { readonly party: string };
	/** A team holds no more chairs. */
	chairsEnough: { readonly team: string; readonly most: number };
	/** The step was not the latest, or somebody has spoken since. */
	notUndoable: Nothing;
	/** No answer to what the audience was asked. */
	unknownChoice: { readonly choice: string };
	notAllVoted: { readonly waiting: number };
}

type Nothing = Readonly<Record<string, never>>;

export type SummitRefusalCode = keyof SummitRefusalParams;
export type SummitRefusal = {
	[Code in SummitRefusalCode]: { readonly code: Code; readonly params: SummitRefusalParams[Code] };
}[SummitRefusalCode];

/** The measures that a refusal is about, in the order in which it tells of them. */
export function measuresOf({ params }: SummitRefusal): string[] {
	const { measure, other } = params as { readonly measure?: string; readonly other?: string };
	return [measure, other].filter((id) => id !== undefined);
}

export function refuse<Code extends SummitRefusalCode>(
	code: Code,
	params: SummitRefusalParams[Code]
): { readonly refusal: SummitRefusal } {
	return { refusal: { code, params } as SummitRefusal };
}
