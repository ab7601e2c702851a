import type { Rule, Scope } from 'eslint';
import type { Identifier, MemberExpression } from 'estree';

/** Members of Math that give the same bits in every engine: exact by IEEE 754, or plain integer work. */
const EXACT_MATH = new Set([
	'abs',
	'ceil',
	'clz32',
	'floor',
	'fround',
	'imul',
	'max',
	'min',
	'round',
	'sign',
	'sqrt',
	'trunc'
]);

/** Globals that bring in a clock, a place, chance, the outside world, or a way round this rule. */
const IMPURE_GLOBALS = new Set(
	`Date Temporal Intl performance crypto console process require module Buffer fetch XMLHttpRequest WebSocket EventSource
	Worker SharedWorker setTimeout setInterval setImmediate queueMicrotask requestAnimationFrame requestIdleCallback
	globalThis window self global document navigator location localStorage sessionStorage indexedDB
	eval Function WeakRef FinalizationRegistry`.split(/\s+/)
);

/** Methods whose answer depends on the language of the machine. */
const LOCAL_METHODS = new Set([
	'localeCompare',
	'toLocaleString',
	'toLocaleDateString',
	'toLocaleTimeString',
	'toLocaleUpperCase',
	'toLocaleLowerCase'
]);

/** ESLint rule: the core computes the same bits everywhere and touches nothing outside of itself. */
export const purity: Rule.RuleModule = {
	meta: {
		type: 'problem',
		docs: { description: 'the core is pure and exact' },
		messages: {
			inexactMath: 'Math{{member}} may differ between engines; use + - * / and {{allowed}}.',
			mathAway: 'Math is used as a value, so nobody can see which function runs; name the function here.',
			power: '"{{operator}}" may differ between engines; multiply instead.',
			impure: '{{name}} reaches outside of the pure core; take what you need as an argument.',
			local: '{{name}} depends on the language of the machine; compare or format by code unit.',
			meta: 'import.meta depends on how the file was loaded; take what you need as an argument.'
		},
		schema: []
	},
	create(context) {
		function checkMath(identifier: Identifier): void {
			const parent = (identifier as Identifier & Rule.NodeParentExtension).parent;
			if (parent.type !== 'MemberExpression' || parent.object !== identifier) {
				context.report({ node: identifier, messageId: 'mathAway' });
				return;
			}
			const name = memberName(parent);
			if (name !== null && EXACT_MATH.has(name)) return;
			const data = { member: name === null ? '[…]' : `.${name}`, allowed: [...EXACT_MATH].join(', ') };
			context.report({ node: parent, messageId: 'inexactMath', data });
		}

		function checkGlobal(reference: Scope.Reference): void {
			const identifier = reference.identifier as Identifier;
			// A type (`date: Date`) is erased and reaches nothing.
			if ((reference as { isValueReference?: boolean }).isValueReference === false) return;
			if (identifier.name === 'Math') checkMath(identifier);
			else if (IMPURE_GLOBALS.has(identifier.name)) {
				context.report({ node: identifier, messageId: 'impure', data: { name: identifier.name } });
			}
		}

		return {
			Program(node) {
				const scope = context.sourceCode.getScope(node);
				scope.through.forEach(checkGlobal);
				scope.variables
					.filter((variable) => variable.defs.length === 0)
					.forEach((variable) => variable.references.forEach(checkGlobal));
			},
			BinaryExpression(node) {
				if (node.operator === '**') context.report({ node, messageId: 'power', data: { operator: '**' } });
			},
			AssignmentExpression(node) {
				if (node.operator === '**=') context.report({ node, messageId: 'power', data: { operator: '**=' } });
			},
			MemberExpression(node) {
				const name = memberName(node);
				if (name !== null && LOCAL_METHODS.has(name)) {
					context.report({ node: node.property, messageId: 'local', data: { name } });
				}
			},
			MetaProperty(node) {
				if (node.meta.name === 'import') context.report({ node, messageId: 'meta' });
			}
		};
	}
};

/** The name in `object.name` or `object['name']`; null when it is only known at run time. */
function memberName({ property, computed }: MemberExpression): string | null {
	if (!computed && property.type === 'Identifier') return property.name;
	return property.type === 'Literal' && typeof property.value === 'string' ? property.value : null;
}
