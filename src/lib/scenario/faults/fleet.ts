import type { Choices } from './names.ts';

type Nothing = Readonly<Record<string, never>>;

/** Hosts that nobody has, or that do not fit where they are said to be. */
export interface FleetFaults {
	lacks: { readonly part: 'sectors' | 'habits' };
	/** Neither a model nor what a scenario needs in its place. */
	noModel: { readonly choices: Choices };
	/** Of an author's own sector: a new one that is like none, or one that is there already and is like another. */
	sectorLikeNone: { readonly id: string; readonly choices: Choices };
	sectorTaken: { readonly id: string };
	tooManyGroups: { readonly most: number };
	hostsOrShare: { readonly vendor: string };
	vendorWithoutHosts: { readonly vendor: string };
	vendorsDoNotFit: Nothing;
	siteTooLarge: {
		readonly organisation: string;
		readonly vendor: string;
		readonly metro: string;
		readonly sector: string;
		readonly has: number;
		readonly wants: number;
	};
	/** A release to every host, beside one that reaches some of them. */
	releasesMeet: Nothing;
	zoneWithoutOffsets: { readonly names: string };
}
