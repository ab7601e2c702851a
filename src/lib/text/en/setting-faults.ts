import type { SettingFault, SettingFaults } from '../../sim/setting-fault.ts';
import type { FaultText, FaultWords } from '../fault-words.ts';

const KINDS = {
	parameter: 'parameter',
	hostClass: 'host class',
	vendor: 'vendor',
	sector: 'sector',
	organisation: 'organisation'
} as const;
const OWNERS = { world: 'the world', vendor: 'a vendor', group: 'a sector or an organisation' } as const;

/** Why a lever cannot be set so. */
export const settingFaults: FaultWords<SettingFaults> = {
	noSuchName: ({ kind, id }) => ({ what: `there is no ${KINDS[kind]} '${id}'`, remedy: 'Name another.' }),
	notMultiplied: ({ parameter }) => ({
		what: `'${parameter}' is a name or a switch, which nothing can multiply`,
		remedy: 'Write value instead of times.'
	}),
	notByClass: ({ parameter }) => ({
		what: `'${parameter}' is not set by host class`,
		remedy: 'Remove the class.'
	}),
	outOfRange: ({ parameter, value, min, max, unit }) => ({
		what: `'${parameter}' cannot be ${value}`,
		remedy: `Keep it between ${min} and ${max} (${unit}).`
	}),
	fraction: ({ parameter, value }) => ({
		what: `'${parameter}' cannot be ${value}`,
		remedy: 'Write a whole number.'
	}),
	otherOwner: ({ parameter, owner, scope }) => ({
		what: `'${parameter}' belongs to ${OWNERS[owner]}, not to a ${scope}`,
		remedy: 'Change the scope.'
	})
};

export function settingFaultText({ code, params }: SettingFault): FaultText {
	return (settingFaults[code] as (params: SettingFault['params']) => FaultText)(params);
}
