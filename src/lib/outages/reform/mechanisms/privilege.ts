import { everywhereBy, forEveryVendor, policies, type Mechanism } from '../mechanism.ts';

/** Where agents run, and what guards them there. Strengths are assumed. */
export const PRIVILEGE: Readonly<Record<string, Mechanism>> = {
	// The platform owner's own product moves with the others only where that is agreed: see pr-parity.
	'pr-user-mode': (own) =>
		policies(own, (adoption, vendor) =>
			vendor === own.platformVendor
				? {}
				: {
						userDesks: (adoption * own.value('desks')) / 100,
						userServers: (adoption * own.value('servers')) / 100
					}
		),
	'pr-kernel-end': (own) => [
		...policies(own, (adoption, vendor) =>
			vendor === own.platformVendor ? {} : { userDesks: adoption, userServers: adoption }
		),
		// Rivals lose what set them apart.
		{ kind: 'drift', factor: 1 + own.overall }
	],
	'pr-exceptions': (own) => forEveryVendor(own, { keepsKernel: own.value('share') / 100 }),
	'pr-parity': (own) => [
		...policies(own, (adoption, vendor) =>
			vendor === own.platformVendor ? { userDesks: 0.6 * adoption, userServers: 0.25 * adoption } : {}
		),
		{ kind: 'drift', factor: 1 - 0.5 * own.overall }
	],
	'pr-tamper': (own) => [
		...forEveryVendor(own, { guarded: own.overall * own.value('strength') }),
		...everywhereBy(own, 'exposure.agentUpdateMin', 1 - own.value('strength') / 2),
		...everywhereBy(own, 'exposure.compromisePerDay', 1 - own.value('strength') / 2)
	]
};
