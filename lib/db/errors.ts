/** Prisma's code for a unique constraint: somebody wrote the same, at the same moment or before. */
export const isUniqueViolation = (error: unknown): boolean => (error as { code?: unknown }).code === "P2002";
