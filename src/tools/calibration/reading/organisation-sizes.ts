import type { Model } from '../../../lib/sim/model.ts';

/**
 * Which cells of a releasing vendor belong to small (−1) and to large (1) organisations; 0: to neither. The strata of a
 * place stand in the order of their organisations' size: its first half is small, its last half large.
 */
export function sizeOfCells({ sites, cells, releases }: Model): Int8Array {
	const vendors = new Set(releases.map(({ vendor }) => vendor));
	const strata = new Map<string, number[]>();
	for (let site = 0; site < sites.count; site++) {
		const first = sites.cellStart[site]!;
		const isStratum = sites.organisation[site]! < 0 && vendors.has(cells.vendor[first]!);
		if (!isStratum || first === sites.cellStart[site + 1]) continue;
		const place = `${sites.metro[site]} ${sites.sector[site]} ${cells.vendor[first]}`;
		const there = strata.get(place);
		if (there) there.push(site);
		else strata.set(place, [site]);
	}
	const size = new Int8Array(cells.count);
	for (const there of strata.values()) {
		const half = Math.floor(there.length / 2);
		there.forEach((site, i) => {
			const of = i < half ? -1 : i >= there.length - half ? 1 : 0;
			size.fill(of, sites.cellStart[site]!, sites.cellStart[site + 1]!);
		});
	}
	return size;
}
