import { earthText, modelTexts } from '$lib/client/packs.ts';
import { formatFault, parseModelParameters } from '$lib/scenario/parse.ts';
import { parseEarth } from '$lib/scenario/worlds/earth.ts';
import { formatView } from '$lib/ui/help/scenarios/format-view.ts';

export const prerender = true;

/** Put together once, when the page is built: from the schema, the levers, the standard model and the built-in world. */
export function load() {
	const [modelText] = modelTexts;
	const parsed = parseModelParameters(modelText!.text, modelText!.name);
	if (!parsed.ok) throw new Error(parsed.faults.map(formatFault).join('\n'));
	return { view: formatView(parsed.model, parseEarth(JSON.parse(earthText))) };
}
