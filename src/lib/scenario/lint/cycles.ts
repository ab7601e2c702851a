/**
 * A way from a node back to itself along the edges, as the nodes passed, or null. Iterative, so that a long chain does
 * not use up the stack.
 */
export function cycleIn(edges: ReadonlyMap<string, readonly string[]>): string[] | null {
	const done = new Set<string>();
	for (const start of edges.keys()) {
		const trail: { node: string; next: number }[] = [{ node: start, next: 0 }];
		const open = new Set([start]);
		while (trail.length > 0) {
			const top = trail[trail.length - 1]!;
			const target = edges.get(top.node)?.[top.next++];
			if (target === undefined || done.has(top.node)) {
				trail.pop();
				open.delete(top.node);
				done.add(top.node);
			} else if (open.has(target)) {
				const nodes = trail.map(({ node }) => node);
				return [...nodes.slice(nodes.indexOf(target)), target];
			} else if (!done.has(target)) {
				open.add(target);
				trail.push({ node: target, next: 0 });
			}
		}
	}
	return null;
}
