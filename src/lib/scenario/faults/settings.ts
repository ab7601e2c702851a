import type { HostClass } from '../../sim/model.ts';
import type { SettingFaults as SoundnessFaults } from '../../sim/setting-fault.ts';
import type { Choices } from './names.ts';

type Nothing = Readonly<Record<string, never>>;
interface OfParameter {
	readonly parameter: string;
}

/** Values of parameters, and what is said about them. `given`: as it was written. */
export interface SettingFaults extends Pick<
	SoundnessFaults,
	'outOfRange' | 'otherOwner' | 'notByClass' | 'notMultiplied'
> {
	/** An effect with neither a value nor a factor, or with both. */
	valueOrTimes: OfParameter;
	factorOutOfRange: OfParameter & { readonly given: number; readonly min: number; readonly max: number };
	notASwitch: OfParameter & { readonly given: string };
	notAChoice: OfParameter & { readonly given: string; readonly choices: Choices };
	notANumber: OfParameter & { readonly given: string; readonly unit: string };
	oneValueHere: OfParameter;
	onlyBefore: OfParameter;
	notBySector: OfParameter;
	notAnOrganisations: OfParameter;
	ownOutsideDecision: Nothing;
	roleWithoutOrganisation: Nothing;
	/** `parameters`: some of them. */
	noValue: { readonly parameters: readonly string[]; readonly count: number };
	noValueForClass: OfParameter & { readonly classes: readonly HostClass[] };
	noSource: OfParameter;
	/** Bounds or choices for a value that they are not for. */
	boundsMisplaced: OfParameter & { readonly key: 'range' | 'factor' | 'either' };
	/** Bounds or choices that leave out the value itself. */
	boundsWithout: { readonly key: 'range' | 'factor' | 'either'; readonly value: string };
	eitherBySector: Nothing;
	eitherTooFew: Nothing;
}
