import type { LogFault, ReadOnlyReason } from '../../exercise/log/log-faults.ts';

/** Why a map shows nothing new: a code with its parameters. */
export interface MapFaultParams {
	/** `detail`: what the browser or the program said. */
	broken: { readonly detail: string };
	didNotStart: Readonly<Record<string, never>>;
	noScenario: { readonly id: string; readonly known: readonly string[] };
	badLog: { readonly fault: LogFault };
	/** A log whose scenario is not here. */
	logOfOther: { readonly file: string; readonly scenarioId: string; readonly known: readonly string[] };
	/** A log that cannot be played. */
	readOnlyLog: { readonly file: string; readonly reason: ReadOnlyReason };
}
export type MapFault = {
	[Code in keyof MapFaultParams]: { readonly code: Code; readonly params: MapFaultParams[Code] };
}[keyof MapFaultParams];
