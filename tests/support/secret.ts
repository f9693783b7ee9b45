/** WEACT_SECRET of the tests. Fixed, so that every process of a run derives the same passwords. */
export const TEST_SECRET = "for-tests-only-for-tests-only-for-tests-only";

/** The password of the test server's superuser. */
export const TEST_SUPERUSER = "for-tests-superuser";
