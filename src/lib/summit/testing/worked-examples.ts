import type { Measure, Party, Summit } from '../../scenario/summit.ts';
import { packOf } from '../../scenario/testing/pack.ts';
import tables from './fixtures/worked-examples.json' with { type: 'json' };

/** The summit of a built-in pack. */
export function summitOf(pack: string): Summit {
	const { summit } = packOf(pack).scenario;
	if (summit === undefined) throw new Error(`the pack '${pack}' has no summit`);
	return summit;
}

type TableOf<Table> = Table[keyof Table];
const parties: Readonly<Record<string, Pick<Party, 'weights' | 'walksAwayBelow' | 'budgetUsdMillion'>>> =
	tables.parties;
const measures = tables.measures as unknown as Readonly<
	Record<
		string,
		Pick<Measure, 'owners' | 'pays'> & {
			readonly promises: readonly [number, number, number, number];
			readonly grades: Readonly<Record<string, Partial<TableOf<Measure['grades']>>>>;
		}
	>
>;

/**
 * The summit for which the worked examples were computed by hand, whatever the pack says today: the pack's texts and
 * rules with the tables of the examples.
 */
export function workedSummit(): Summit {
	const summit = summitOf('july-2024');
	return {
		...summit,
		parties: summit.parties.map((party) => ({ ...party, ...parties[party.id]! })),
		measures: summit.measures.flatMap((measure) => {
			const own = measures[measure.id];
			if (own === undefined) return [];
			const [hosts, recovery, services, protection] = own.promises;
			const grades = Object.fromEntries(
				Object.entries(own.grades).map(([id, grade]) => [
					id,
					{ market: 0, freedom: 0, standing: 0, ...grade }
				])
			);
			const { owners, pays } = own;
			return [{ ...measure, owners, pays, grades, promises: { hosts, recovery, services, protection } }];
		})
	};
}
