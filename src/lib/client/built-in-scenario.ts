import { formatFault, parseModelParameters, parseScenario, type Fault } from '../scenario/parse.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { parseEarth } from '../scenario/worlds/earth.ts';
import { earthText, modelTexts, scenarioTexts } from './packs.ts';

/** A built-in scenario, read: for pages that are built from it once. */
export function builtInScenario(id: string): Scenario {
	const [modelText] = modelTexts;
	const parsedModel = parseModelParameters(modelText!.text, modelText!.name);
	if (!parsedModel.ok) throw new Error(faultsText(parsedModel.faults));
	const { model } = parsedModel;
	const pack = scenarioTexts.find(({ name }) => name.startsWith(`${id}/`))!;
	const parsed = parseScenario(pack.text, pack.name, {
		worlds: { earth: parseEarth(JSON.parse(earthText)) },
		models: { [model.id]: model },
		parts: pack.parts ?? {}
	});
	if (!parsed.ok) throw new Error(faultsText(parsed.faults));
	return parsed.scenario;
}

const faultsText = (faults: readonly Fault[]) => faults.map(formatFault).join('\n');
