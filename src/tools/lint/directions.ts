import type { Rule } from 'eslint';
import type { Literal, Node } from 'estree';
import { relative } from 'node:path';
import { importProblem } from './layers.ts';

/** ESLint rule: imports follow the directions of the architecture (see layers.ts). */
export const directions: Rule.RuleModule = {
	meta: {
		type: 'problem',
		docs: { description: 'imports follow the directions of the architecture' },
		messages: { wrongWay: '{{problem}}.' },
		schema: []
	},
	create(context) {
		const file = relative(context.cwd, context.filename).replaceAll('\\', '/');

		function check(source: Node | null | undefined): void {
			if (source?.type !== 'Literal' || typeof (source as Literal).value !== 'string') return;
			const problem = importProblem(file, (source as Literal).value as string);
			if (problem !== null) context.report({ node: source, messageId: 'wrongWay', data: { problem } });
		}

		return {
			ImportDeclaration: (node) => check(node.source),
			ExportNamedDeclaration: (node) => check(node.source),
			ExportAllDeclaration: (node) => check(node.source),
			ImportExpression: (node) => check(node.source),
			// `import('…').Name` as a type
			'TSImportType > Literal': check
		};
	}
};
