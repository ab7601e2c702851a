import { expect, test } from 'vitest';
import { EMPTY_ACCORD } from '../accord/accord.ts';
import { edited } from '../accord/edits.ts';
import { ONE_SIDED, textOf } from '../testing/texts.ts';
import { summitOf } from '../testing/worked-examples.ts';
import { mostFelt } from './most-felt.ts';
import { stakeOf } from './stake.ts';
import { trustAtFirst } from './trust.ts';
import { worthOf } from './worth.ts';

const summit = summitOf('july-2024');
const trust = trustAtFirst(summit);
const stake = (id: string) => stakeOf(summit, id, trust, trust);

test('a party would be best off if what hurts it most were struck, and worst off without what helps it most', () => {
	const text = textOf(ONE_SIDED);
	for (const { id } of summit.parties) {
		const { best, worst } = mostFelt(stake(id), text);
		const without = (measure: string) =>
			worthOf(stake(id), edited(text, [{ kind: 'strike', measure }], id)).points;
		for (const measure of ONE_SIDED) {
			if (worst !== null) expect(without(measure), id).toBeLessThanOrEqual(without(worst));
			if (best !== null) expect(without(measure), id).toBeGreaterThanOrEqual(without(best));
		}
	}
	expect(mostFelt(stake('airline'), text)).toEqual({ best: 'ma-switch', worst: null });
	expect(mostFelt(stake('small-vendor'), text).worst).toBe('pr-kernel-end');
	expect(mostFelt(stake('regulator'), text).worst).toBe('ma-switch');
});

test('nothing is said of a text that a party does not feel', () => {
	expect(mostFelt(stake('bank'), EMPTY_ACCORD)).toEqual({ best: null, worst: null });
	const { best } = mostFelt(stake('bank'), textOf(['ma-waiver']));
	expect(best).toBeNull();
});
