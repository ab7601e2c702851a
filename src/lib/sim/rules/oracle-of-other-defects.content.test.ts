import { agree } from '../testing/agree.ts';
import { isDeep } from '../testing/deep.ts';
import type { Outcome } from '../testing/outcome.ts';
import type { Play } from '../testing/play.ts';
import * as worlds from '../testing/worlds-of-other-defects.ts';

const PLAYS: readonly [string, Play, (keyof Outcome)[]][] = [
	[
		'an agent that cuts hosts off, and lets them go',
		worlds.isolationPlay(),
		['isolatedHostMin', 'downHostMin', 'lossCents']
	],
	[
		'hosts that are cut off and hear nobody',
		worlds.deafIsolationPlay(),
		['isolatedHostMin', 'downHostMin', 'lossCents']
	],
	['a certificate that expires', worlds.expiryPlay(), ['compromised', 'downHostMin', 'lossCents']],
	[
		'a certificate that closes the way on which a new one would come',
		worlds.deafExpiryPlay(),
		['compromised', 'downHostMin', 'lossCents']
	],
	[
		'a defect that shows after the bake time',
		worlds.latePlay(),
		['crashed', 'downHostMin', 'backMin', 'lossCents']
	],
	[
		'a system file that goes at the next scan',
		worlds.scanPlay(),
		['crashed', 'downHostMin', 'backMin', 'lossCents']
	],
	[
		'a signed build with a payload',
		worlds.payloadPlay(),
		['crashed', 'compromised', 'downHostMin', 'lossCents']
	],
	[
		'an update of the platform that asks for keys',
		worlds.platformPlay(),
		['crashed', 'downHostMin', 'backMin', 'lossCents']
	],
	[
		'an update of the platform that crashes',
		worlds.platformCrashPlay(),
		['crashed', 'downHostMin', 'backMin', 'lossCents']
	],
	[
		'a control plane that does not answer',
		worlds.controlPlanePlay(),
		['crashed', 'downHostMin', 'backMin', 'lossCents']
	],
	[
		'a fault of some classes in some countries, and a gate that looks at all',
		worlds.onePartPlay(),
		['crashed', 'downHostMin', 'lossCents']
	],
	[
		'agents that take their last good content',
		worlds.lastGoodPlay(),
		['crashed', 'downHostMin', 'backMin', 'lossCents']
	],
	[
		'a share of hosts that start-up recovery reaches',
		worlds.reachedByRecoveryPlay(),
		['crashed', 'downHostMin', 'backMin', 'lossCents']
	],
	[
		'components in the kernel and out of it',
		worlds.mixedPlay(),
		['crashed', 'compromised', 'downHostMin', 'lossCents']
	]
];

for (const [what, play, figures] of PLAYS) agree(what, play, figures, isDeep ? 400 : 40);
