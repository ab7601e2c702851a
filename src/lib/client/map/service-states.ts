import { serviceTable } from '../../sim/table/tables.ts';

/** The service statechart's states, in the order of `MapSnapshot.services`. */
export const SERVICE_STATES = serviceTable('workOwed').states;
