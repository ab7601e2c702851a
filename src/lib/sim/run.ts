/** What it takes to run a world and look at it; tables and rules that others read stand in files of their own. */
export { Runner } from './world/advance.ts';
export { createWorld } from './world/create-world.ts';
export { restore, snapshot, type World } from './world/world.ts';
export { observe, Observer } from './observe/observe.ts';
export { stateHash } from './world/hash.ts';
export { seedFromText, type Seed } from './random/hash.ts';
export { settingFault } from './values.ts';
