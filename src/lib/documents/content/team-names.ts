import { documentWords } from '../../text/document-words.ts';
import type { Material, Party } from '../material/material.ts';

/** What a team is called: names of people and teams are in no log, so by its role, or by its id. */
export function teamText({ say }: Pick<Material, 'say'>, { team, roles }: Party): string {
	return roles.length === 1 && team === roles[0]!.id ? say(roles[0]!.name) : documentWords.common.team(team);
}
