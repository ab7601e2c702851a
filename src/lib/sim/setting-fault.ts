import type { Scope } from './model.ts';
import type { ParameterSpec } from './parameters.ts';

/** What can be wrong with a setting, by code: the words are made where the reader's language is known. */
export interface SettingFaults {
	noSuchName: {
		readonly kind: 'parameter' | 'hostClass' | 'vendor' | 'sector' | 'organisation';
		readonly id: string;
	};
	notMultiplied: { readonly parameter: string };
	notByClass: { readonly parameter: string };
	outOfRange: {
		readonly parameter: string;
		readonly value: number;
		readonly min: number;
		readonly max: number;
		readonly unit: ParameterSpec['unit'];
	};
	fraction: { readonly parameter: string; readonly value: number };
	otherOwner: {
		readonly parameter: string;
		readonly owner: ParameterSpec['owner'];
		readonly scope: Exclude<Scope['kind'], 'world'>;
	};
}

export type SettingFault = {
	[Code in keyof SettingFaults]: { readonly code: Code; readonly params: SettingFaults[Code] };
}[keyof SettingFaults];
