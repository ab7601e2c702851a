import type { LogFault, ReadOnlyReason } from '../../exercise/log/log-faults.ts';
import type { StoreFaultCode } from '../store/log-store.ts';

/*
 * What a room that is computed on the reader's own device says of itself: codes with parameters, as everything that
 * comes from a room. Words are made in `text`.
 */

type Nothing = Readonly<Record<string, never>>;
type OneOf<Params> = {
	[Code in keyof Params]: { readonly code: Code; readonly params: Params[Code] };
}[keyof Params];

/** Why a run could not be opened. */
export interface NotOpenedParams {
	noSuchRun: Nothing;
	/** It may well be there. */
	notRead: { readonly store: StoreFaultCode };
	noSuchScenario: { readonly id: string };
	noSuchRole: { readonly id: string };
	noSuchCut: { readonly id: string };
	/** `rounds`: how many have been opened. */
	noSuchRound: { readonly round: number; readonly rounds: number };
	badLog: { readonly fault: LogFault };
	/** The log of an exercise that was not played alone. */
	notSolo: Nothing;
}
export type NotOpenedFault = OneOf<NotOpenedParams>;

/** Why a run that is kept, or a log, can be shown and not be played on. */
export type NotPlayableReason =
	| ReadOnlyReason
	| { readonly code: 'oldRun'; readonly fault: LogFault }
	/** The author's file that it was played with is no longer on this device. */
	| { readonly code: 'fileGone' };

/** Why a page has no room any more. `detail`: what the browser said, in its own words; empty: nothing. */
export interface RoomBreakdownParams {
	/** The browser runs no module workers. */
	noWorker: { readonly detail: string };
	didNotStart: { readonly detail: string };
	silent: Nothing;
	/** It speaks another version of the protocol, or says what this page does not know. */
	otherProtocol: Nothing;
	/** The world cannot be computed any further. */
	broken: { readonly detail: string };
}
export type RoomBreakdown = OneOf<RoomBreakdownParams>;
