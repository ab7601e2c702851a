import type { ScenarioRef } from '../../debrief/pool/task.ts';
import type { ComparedShock } from '../../outages/evaluate/compared-shock.ts';
import type { Evaluation } from '../../outages/evaluate/evaluation.ts';
import type { Agreement } from '../../outages/reform/agreement.ts';

/** What a page asks of the worker that works out the next outages. */
export type OutagesRequest =
	| { readonly type: 'prepare'; readonly source: ScenarioRef; readonly months: number }
	| { readonly type: 'settle'; readonly agreement: Agreement; readonly months: number }
	| { readonly type: 'watch'; readonly kind: string; readonly number: number }
	| { readonly type: 'stop' }
	| { readonly type: 'goOn' };

/** What it hears of it. */
export type OutagesMessage =
	| { readonly type: 'evaluation'; readonly evaluation: Evaluation }
	| { readonly type: 'shock'; readonly shock: ComparedShock }
	/** The shock that was asked for could not be run. */
	| { readonly type: 'shockFailed'; readonly kind: string; readonly number: number }
	| { readonly type: 'failed' };
