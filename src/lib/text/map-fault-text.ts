import type { MapFault } from '../room/map/map-fault.ts';
import { mapFaults } from './en/map-faults.ts';
import type { FaultText } from './fault-words.ts';
import { localised } from './localised.ts';

const words = localised({ en: mapFaults });

/** Why a map shows nothing new, in words. */
export function mapFaultText({ code, params }: MapFault): FaultText {
	return (words[code] as (params: unknown) => FaultText)(params);
}

/** Whether it is about a log that somebody opened, and not about the map itself. */
export function isOfLog({ code }: MapFault): boolean {
	return code === 'badLog' || code === 'logOfOther' || code === 'readOnlyLog';
}
