import report from '$lib/scenario/calibration/report.generated.json';
import weights from '$lib/scenario/calibration/weights.generated.json';
import measures from '$lib/outages/figures/measures.generated.json';
import { earthText, modelTexts, scenarioTexts } from '$lib/client/packs.ts';
import type { CalibrationReport } from '$lib/scenario/calibration/report.ts';
import { formatFault, parseModelParameters, parseScenario, type Fault } from '$lib/scenario/parse.ts';
import { DEFAULT_SCENARIO } from '$lib/scenario/packs/built-in.ts';
import { parseEarth } from '$lib/scenario/worlds/earth.ts';
import { modelView } from '$lib/ui/model/model-view.ts';

export const prerender = true;

/** Read and joined once, when the page is built: visitors get figures and words, not files. */
export function load() {
	const [modelText] = modelTexts;
	const parsedModel = parseModelParameters(modelText!.text, modelText!.name);
	if (!parsedModel.ok) throw new Error(faultsText(parsedModel.faults));
	const { model } = parsedModel;
	const pack = scenarioTexts.find(({ name }) => name.startsWith(`${DEFAULT_SCENARIO}/`))!;
	const parsed = parseScenario(pack.text, pack.name, {
		worlds: { earth: parseEarth(JSON.parse(earthText)) },
		models: { [model.id]: model },
		parts: pack.parts ?? {}
	});
	if (!parsed.ok) throw new Error(faultsText(parsed.faults));
	return {
		view: modelView(parsed.scenario, model, report as unknown as CalibrationReport, weights, measures)
	};
}

const faultsText = (faults: readonly Fault[]) => faults.map(formatFault).join('\n');
