/** What is printed, and what the program ends with. */
export type Answer = { readonly text: string; readonly code: 0 | 1 };
