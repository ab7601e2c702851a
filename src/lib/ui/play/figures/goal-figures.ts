import type { Expression, Node } from '../../../scenario/expression/expression.ts';
import type { Localized } from '../../../scenario/scenario.ts';
import { myRoles } from '../feed/reading.ts';
import type { RoomFacts } from '../../../room/facts/room-facts.ts';
import { inLocale } from '../../../text/words.ts';
import { words } from '../words.ts';

/** A term that the seat is judged by, as the strip shows it. */
export interface GoalFigure {
	readonly id: string;
	/** Where it stands among the goals of a sample. */
	readonly index: number;
	/** Short, for the strip. */
	readonly name: string;
	/** As its author calls it, and in what unit. */
	readonly whole: string;
	readonly unit: string;
	/** What is read: `organisation.x.lostUnits`. */
	readonly path: readonly string[];
	/** Trust that is gone is shown as trust that is left. */
	readonly isTrust: boolean;
}

type Facts = Pick<RoomFacts, 'mine' | 'scenario'>;

/** What the seat is judged by besides money, the weightiest first; none where several seats are played. */
export function goalFigures(facts: Facts): GoalFigure[] {
	const roles = myRoles(facts);
	if (roles.length !== 1) return [];
	return (roles[0]!.goal?.terms ?? [])
		.map((term, index) => ({
			...term,
			index,
			path: term.measure === undefined ? null : onlyPath(term.measure)
		}))
		.sort((a, b) => b.weight - a.weight)
		.flatMap(({ id, index, name, unit, path }) => {
			if (path === null || path.includes('lossUsd')) return [];
			const whole = { id, index, whole: inLocale(name), unit: inLocale(unit), path };
			return [{ ...whole, name: shortName(path, unit), isTrust: path[0] === 'trust' }];
		});
}

/** How a term of a role's goal is called where there is no room for its whole name. */
export function shortTermName(facts: Facts, role: string, id: string): string {
	const terms = facts.scenario.roles.find((one) => one.id === role)?.goal?.terms ?? [];
	const term = terms.find((one) => one.id === id);
	if (term === undefined) return id;
	const paths = term.measure === undefined ? [] : pathsIn(term.measure.root);
	if (paths.some((path) => path.at(-1) === 'lossUsd')) return words.figures.lossesAndSpending;
	return paths.length === 1 ? shortName(paths[0]!, term.unit) : inLocale(term.name);
}

/** What is measured, where it is one thing. */
function onlyPath({ root }: Expression): readonly string[] | null {
	const found = pathsIn(root);
	return found.length === 1 ? found[0]! : null;
}

function pathsIn(node: Node): (readonly string[])[] {
	if (node.kind === 'name') return [node.path];
	return node.kind === 'operation' ? [...pathsIn(node.left), ...pathsIn(node.right)] : [];
}

function shortName([kind, ...rest]: readonly string[], unit: Localized): string {
	const say = words.figures;
	const last = rest.at(-1)!;
	if (kind === 'trust') return say.trust[last as keyof typeof say.trust];
	const isOwn = kind === 'organisation';
	if (last === 'lostUnits') return (isOwn ? say.ownUndone : say.undone)(inLocale(unit));
	return (isOwn ? say.ownHosts[last] : say.hosts[last]) ?? inLocale(unit);
}
