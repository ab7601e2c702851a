import { intlTag } from './locale.ts';
import { fromIntl } from './localised.ts';

const REGIONS = new Intl.DisplayNames([intlTag], { type: 'region' });

/** `de` → `Germany` */
export function regionName(code: string): string {
	const name = REGIONS.of(code.toUpperCase());
	return name === undefined ? code : fromIntl(name);
}
