/** Whether tests run in their long versions: more seeds, plays, cases. `npm run test:deep` has hours, `npm test` minutes. */
export const isDeep = process.env.PATCHFALL_DEEP === '1';
