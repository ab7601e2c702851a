import { flag, mean, share, type ParameterSpec } from './parameter-spec.ts';

/**
 * Parameters of mechanisms that few worlds have: a vendor who can be wrong, other defects than a crash. A world keeps a value
 * for one only where the model's settings name it; else `unlessSet` holds, and nothing can set it while the world runs. So a
 * world without such a mechanism is what it was before there was any.
 */
type OptionalSpec = ParameterSpec & {
	/** One value, or one by class in the order of HOST_CLASSES; assumed where the meaning names no source. */
	readonly unlessSet: number | readonly number[];
};

export const OPTIONAL_PARAMETERS = {
	'update.firstRingShare': {
		...share(
			'group',
			'Share of hosts that take new content with the first ring, whatever the ring plan gives the others'
		),
		unlessSet: 0
	},
	'rollout.misledShare': {
		...share(
			'vendor',
			'Chance that a collector’s fault points the vendor at the wrong content until the cause is certain'
		),
		unlessSet: 0
	},
	'rollout.certainMin': {
		...mean('vendor', 'Time from the release until it is certain which content is at fault', 0),
		unlessSet: 0
	},
	'rollout.mistakeMin': {
		...mean(
			'vendor',
			'Time from then until an order that met the wrong content is given to the right one',
			0
		),
		unlessSet: 0
	},
	'trust.doubtShare': {
		...share(
			'world',
			'Share of their trust that customers lose when the vendor takes content back before it can say what was wrong'
		),
		unlessSet: 0
	},
	'trust.mistakeShare': {
		...share(
			'world',
			'Share of their trust that customers lose when the vendor has to say that it took back the wrong content'
		),
		unlessSet: 0
	},
	'update.userModeShare': {
		...share(
			'vendor',
			'Share of hosts on which the component that reads the content has moved out of the kernel, where update.component says kernel'
		),
		perClass: true,
		unlessSet: 0
	},
	'update.dormantShare': {
		...share('vendor', 'Share of installs whose defect waits; on the others it takes effect at once'),
		unlessSet: 1
	},
	'update.dormantMin': {
		...mean(
			'vendor',
			'Mean time until a defect that waits takes effect on a host that is on, from when it may: until the next scan, say; 0: at once',
			0
		),
		unlessSet: 0
	},
	'update.lastGoodShare': {
		...share(
			'vendor',
			'Share of hosts that crash by new content whose agent takes its last good content by itself after some failed starts'
		),
		unlessSet: 0
	},
	'update.lastGoodMin': {
		...mean('vendor', 'Mean time that these failed starts take'),
		unlessSet: 10
	},
	'platform.bootRecoveryShare': {
		...share(
			'world',
			'Share of crashed hosts that start-up recovery can reach: it is switched on there, and they know a network'
		),
		perClass: true,
		unlessSet: 1
	},
	'vendor.cutOffReached': {
		...flag('vendor', 'Hosts that a release cut off, or whose agent it stopped, still hear the vendor'),
		unlessSet: 1
	},
	'vendor.letGoMin': {
		...mean(
			'vendor',
			'Mean time until the management plane lets a host go that it cut off, once the release is taken back'
		),
		unlessSet: 30
	},
	'exposure.wipedShare': {
		...share('vendor', 'Share of hosts with a payload that the intruder destroys instead of using them'),
		unlessSet: 0.2
	},
	'repair.reimageMin': {
		...mean('group', 'Hands-on time to set up afresh a host that an intruder held or destroyed'),
		unlessSet: 120
	},
	'controlPlane.leaningShare': {
		...share('group', 'Share of a class’s work that stops while the control plane does not answer'),
		perClass: true,
		unlessSet: [0, 0, 0, 0, 1]
	},
	'controlPlane.failingMin': {
		...mean('world', 'Time that the control plane does not answer at all', 0),
		unlessSet: 554
	},
	'controlPlane.mitigatedMin': {
		...mean('world', 'Time after that in which it serves those who are signed in, and takes nothing new', 0),
		unlessSet: 60
	},
	'controlPlane.mitigatedShare': {
		...share('world', 'Share of the work that leans on it which is done in that time'),
		unlessSet: 0.5
	},
	'controlPlane.herdMin': {
		...mean('world', 'Time after that in which everybody comes back to it at once', 0),
		unlessSet: 120
	},
	'controlPlane.herdFactor': {
		owner: 'world',
		unit: 'number',
		min: 1,
		max: 100,
		meaning: 'Demand on it in that time, as a multiple of what it can serve',
		unlessSet: 1.8
	},
	'controlPlane.holdsKeys': {
		...flag('group', 'Recovery keys are kept where only the control plane lets people in'),
		unlessSet: 1
	},
	'controlPlane.carriesRepair': {
		...flag('group', 'Scripts, automated fixes and start-up recovery go through the control plane'),
		unlessSet: 1
	},
	'controlPlane.carriesHalt': {
		...flag('vendor', 'The vendor orders its delivery network by way of the control plane'),
		unlessSet: 1
	}
} as const satisfies Record<string, OptionalSpec>;

export type OptionalParameterId = keyof typeof OPTIONAL_PARAMETERS;
export const OPTIONAL_PARAMETER_IDS = Object.keys(OPTIONAL_PARAMETERS) as OptionalParameterId[];

export function isOptional(id: string): id is OptionalParameterId {
	return Object.hasOwn(OPTIONAL_PARAMETERS, id);
}

/** Value of an optional parameter that no setting names, for a class where it is set by class. */
export function unlessSet(id: OptionalParameterId, hostClass: number): number {
	const value: number | readonly number[] = OPTIONAL_PARAMETERS[id].unlessSet;
	return typeof value === 'number' ? value : value[hostClass]!;
}
