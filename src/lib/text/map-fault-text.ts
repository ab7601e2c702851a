import type { MapFault } from '../room/map/map-fault.ts';
import { mapFaults } from './en/map-faults.ts';

/** What is wrong, and where: without a full stop; and what to do: a sentence. */
export interface MapFaultText {
	readonly what: string;
	readonly remedy: string;
}

/** Why a map shows nothing new, in words. */
export function mapFaultText({ code, params }: MapFault): MapFaultText {
	return (mapFaults[code] as (params: unknown) => MapFaultText)(params);
}

/** Whether it is about a log that somebody opened, and not about the map itself. */
export function isOfLog({ code }: MapFault): boolean {
	return code === 'badLog' || code === 'logOfOther' || code === 'readOnlyLog';
}
