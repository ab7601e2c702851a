/** Where the table of measures and shocks is kept, from the project's folder. */
export const MEASURES_FILE = 'src/lib/outages/figures/measures.generated.json';
