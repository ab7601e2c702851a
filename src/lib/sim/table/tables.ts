import { controlPlaneMachine } from '../machines/control-plane.ts';
import { hostMachine, type HostFacts } from '../machines/host.ts';
import { otherDefectMachine, type OtherFacts } from '../machines/other-defects.ts';
import { rolloutMachine } from '../machines/rollout.ts';
import { serviceMachine } from '../machines/service.ts';
import { statementMachine } from '../machines/statement.ts';
import { vendorMachine } from '../machines/vendor.ts';
import { compileTable, type TableOf } from './compile.ts';

export type HostTable = TableOf<typeof hostMachine>;
export type RolloutTable = TableOf<typeof rolloutMachine>;
export type VendorTable = TableOf<typeof vendorMachine>;
export type StatementTable = TableOf<typeof statementMachine>;
export type ServiceTable = TableOf<typeof serviceMachine>;
export type OtherDefectTable = TableOf<typeof otherDefectMachine>;
export type ControlPlaneTable = TableOf<typeof controlPlaneMachine>;

/** Whether the ring that has baked is the rollout's last. */
export type RolloutVariant = 'moreRings' | 'lastRing';
/** Whether work has piled up when a service is restored. */
export type ServiceVariant = 'workOwed' | 'nothingOwed';

/** The host's transitions for a component of this kind that receives a release with this defect. */
export function hostTable({ component, defect }: HostFacts): HostTable {
	return cached(hostTables, `${component} ${defect}`, () =>
		compileTable(hostMachine, { input: { component, defect }, facts: {} })
	);
}

export function rolloutTable(variant: RolloutVariant): RolloutTable {
	return cached(rolloutTables, variant, () =>
		compileTable(rolloutMachine, { facts: { RING_BAKED: { lastRing: variant === 'lastRing' } } })
	);
}

export function serviceTable(variant: ServiceVariant): ServiceTable {
	return cached(serviceTables, variant, () =>
		compileTable(serviceMachine, { facts: { RESTORE: { workIsOwed: variant === 'workOwed' } } })
	);
}

export function vendorTable(): VendorTable {
	return cached(vendorTables, '', () => compileTable(vendorMachine, { facts: {} }));
}

export function statementTable(): StatementTable {
	return cached(statementTables, '', () => compileTable(statementMachine, { facts: {} }));
}

export function otherDefectTable(facts: OtherFacts): OtherDefectTable {
	const { component, defect, waits, fallsBack } = facts;
	return cached(otherDefectTables, `${component} ${defect} ${waits} ${fallsBack}`, () =>
		compileTable(otherDefectMachine, { input: facts, facts: {} })
	);
}

export function controlPlaneTable(): ControlPlaneTable {
	return cached(controlPlaneTables, '', () => compileTable(controlPlaneMachine, { facts: {} }));
}

const hostTables = new Map<string, HostTable>();
const rolloutTables = new Map<string, RolloutTable>();
const serviceTables = new Map<string, ServiceTable>();
const vendorTables = new Map<string, VendorTable>();
const statementTables = new Map<string, StatementTable>();
const otherDefectTables = new Map<string, OtherDefectTable>();
const controlPlaneTables = new Map<string, ControlPlaneTable>();

/** The host's table where its variant makes no difference: it does only in where an INSTALL leads. */
export const HOST_TABLE = hostTable({ component: 'kernel', defect: 'bootCrash' });

function cached<Table>(tables: Map<string, Table>, key: string, compile: () => Table): Table {
	let table = tables.get(key);
	if (table === undefined) tables.set(key, (table = compile()));
	return table;
}
